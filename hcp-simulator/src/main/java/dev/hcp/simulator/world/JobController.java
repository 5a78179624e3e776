package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the pods of Jobs until enough have succeeded or too many have failed. What it has counted it remembers itself, where
 * the reference has finalizers on the pods for that; policies for pod failures and backoff limits per index are left out.
 */
final class JobController implements Actor<ObjectKey> {
    private static final String NAME = "job-controller";

    private final Objects objects;
    private final EventRecorder events;
    private final ResourceType jobs;
    private final ResourceType pods;
    private final Map<String, JobProgress> progress = new HashMap<>();
    /** Pods that were ended because their job needs them no more. */
    private final Set<String> given = new HashSet<>();

    private final LastWords written = new LastWords();

    JobController(Objects objects, EventRecorder events) {
        this.objects = objects;
        this.events = events;
        this.jobs = objects.resource("batch/v1", "Job");
        this.pods = objects.resource("v1", "Pod");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch("batch", "Job", change -> {
            if (change.after() == null) {
                progress.remove(Meta.uid(change.object()));
            }
            return written.isLeftBy(change) ? List.of() : List.of(ObjectKey.of(change.object()));
        });
        context.watch("", "Pod", change -> Meta.controller(change.object())
                .filter(owner -> "Job".equals(owner.text("kind")))
                .map(owner ->
                        List.of(new ObjectKey(Meta.namespace(change.object()), String.valueOf(owner.text("name")))))
                .orElse(List.of()));
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found = objects.get(jobs, key.namespace(), key.name());
        if (found.isEmpty() || Meta.deleting(found.get())) {
            return Turn.done();
        }
        JsonObject job = found.get();
        Optional<Instant> finished = finished(job);
        return finished.isPresent()
                ? cleanUp(job, finished.get(), context.now())
                : new Look(job, context.now(), context).run();
    }

    /** When a job was complete, or failed. */
    private static Optional<Instant> finished(JsonObject job) {
        for (String type : List.of("Complete", "Failed")) {
            JsonObject condition = ConditionList.find(job.array("status", "conditions"), type);
            if ("True".equals(condition.text("status"))) {
                return Optional.of(Instant.parse(String.valueOf(condition.text("lastTransitionTime"))));
            }
        }
        return Optional.empty();
    }

    /** A job that is over goes by itself when it says after how long. */
    private Turn cleanUp(JsonObject job, Instant finished, Instant now) {
        if (job.at("spec", "ttlSecondsAfterFinished") == null) {
            return Turn.done();
        }
        Instant due = finished.plusSeconds(job.integer(0, "spec", "ttlSecondsAfterFinished"));
        if (now.isBefore(due)) {
            return Turn.resyncAfter(Duration.between(now, due));
        }
        objects.delete(jobs, Meta.namespace(job), Meta.name(job), Objects.Deletion.BACKGROUND);
        return Turn.done();
    }

    /** One look at a job that is not over. */
    private final class Look {
        private final JsonObject job;
        private final Instant now;
        private final ActorContext<ObjectKey> context;
        private final JobProgress done;
        private final List<JsonObject> active = new ArrayList<>();
        private final ConditionList conditions;
        private @Nullable Duration next;
        private @Nullable String startTime;
        private @Nullable String completionTime;

        Look(JsonObject job, Instant now, ActorContext<ObjectKey> context) {
            this.job = job;
            this.now = now;
            this.context = context;
            this.done = progress.computeIfAbsent(Meta.uid(job), absent -> new JobProgress());
            this.conditions = new ConditionList(job.array("status", "conditions"), now);
            this.startTime = job.text("status", "startTime");
        }

        Turn run() {
            List<JsonObject> all = new ArrayList<>();
            for (JsonObject object : objects.ownedBy(Meta.uid(job))) {
                if ("Pod".equals(object.text("kind"))) {
                    all.add(object);
                }
            }
            all.sort(Comparator.comparing(Meta::name));
            done.see(all, given, now);
            all.stream().filter(PodTemplates::active).forEach(active::add);
            boolean suspended = job.isTrue("spec", "suspend");
            if (suspended) {
                suspend();
            } else {
                resume();
                advance();
            }
            JsonObject left = write();
            Optional<Instant> end = finished(left);
            if (end.isPresent()) {
                return cleanUp(left, end.get(), now);
            }
            return next == null ? Turn.done() : Turn.requeueAfter(next);
        }

        private void suspend() {
            giveUp(active.size());
            conditions.set("Suspended", true, "JobSuspended", "Job suspended");
            startTime = null;
        }

        private void resume() {
            if (!ConditionList.find(job.array("status", "conditions"), "Suspended")
                    .isEmpty()) {
                conditions.set("Suspended", false, "JobResumed", "Job resumed");
            }
            if (startTime == null) {
                startTime = Meta.time(now);
            }
        }

        private void advance() {
            if (done.failed() > job.integer(6, "spec", "backoffLimit")) {
                fail("BackoffLimitExceeded", "Job has reached the specified backoff limit");
                return;
            }
            if (job.at("spec", "activeDeadlineSeconds") != null) {
                Instant due = Instant.parse(String.valueOf(startTime))
                        .plusSeconds(job.integer(0, "spec", "activeDeadlineSeconds"));
                if (!now.isBefore(due)) {
                    fail("DeadlineExceeded", "Job was active longer than specified deadline");
                    return;
                }
                again(Duration.between(now, due));
            }
            if (isComplete()) {
                completionTime = Meta.time(now);
                conditions.set("Complete", true, null, null);
                event(false, "Completed", "Job completed");
                return;
            }
            int wanted = wanted();
            if (active.size() > wanted) {
                giveUp(active.size() - wanted);
            } else if (active.size() < wanted) {
                Optional<Duration> pause = done.pause(now);
                if (pause.isPresent()) {
                    again(pause.get());
                } else {
                    createPods(wanted - active.size());
                }
            }
        }

        private void again(Duration after) {
            next = next == null || after.compareTo(next) < 0 ? after : next;
        }

        private boolean indexed() {
            return "Indexed".equals(job.text("spec", "completionMode"));
        }

        private int succeeded() {
            return indexed() ? done.completedIndexes().size() : done.succeeded();
        }

        private boolean isComplete() {
            return job.at("spec", "completions") == null
                    ? succeeded() > 0 && active.isEmpty()
                    : succeeded() >= job.integer(1, "spec", "completions");
        }

        /** How many pods shall run now. Without a number of completions, one that succeeds says that there is no more work. */
        private int wanted() {
            int parallel = (int) job.integer(1, "spec", "parallelism");
            if (job.at("spec", "completions") == null) {
                return succeeded() > 0 ? Math.min(active.size(), parallel) : parallel;
            }
            return Math.min(parallel, (int) job.integer(1, "spec", "completions") - succeeded());
        }

        private void createPods(int count) {
            Set<Integer> taken = new HashSet<>(done.completedIndexes());
            active.forEach(pod -> JobProgress.index(pod).ifPresent(taken::add));
            for (int i = 0, index = 0; i < count; i++) {
                while (taken.contains(index)) {
                    index++;
                }
                taken.add(index);
                active.add(createPod(index));
            }
        }

        private JsonObject createPod(int index) {
            JsonObject template = job.object("spec", "template");
            String prefix = Meta.name(job) + "-" + (indexed() ? index + "-" : "");
            if (indexed()) {
                String text = String.valueOf(index);
                template = template.withAt(text, "metadata", "annotations", JobProgress.INDEX)
                        .withAt(text, "metadata", "labels", JobProgress.INDEX)
                        .withAt(Meta.name(job) + "-" + index, "spec", "hostname");
            }
            String stream = Meta.namespace(job) + "/" + prefix + Meta.uid(job) + "/" + now + "/" + active.size();
            String name;
            int attempt = 0;
            do {
                name = prefix + PodTemplates.suffix(context.random(stream + "/" + attempt++));
            } while (objects.get(pods, Meta.namespace(job), name).isPresent());
            JsonObject pod = objects.create(pods, PodTemplates.pod(job, template, name, template.object("spec")), NAME);
            event(false, "SuccessfulCreate", "Created pod: " + name);
            return pod;
        }

        /** Ends pods that are not needed; those that are not ready first. */
        private void giveUp(int count) {
            active.sort(Comparator.comparing(PodTemplates::ready));
            for (JsonObject pod : List.copyOf(active.subList(0, count))) {
                given.add(Meta.uid(pod));
                objects.delete(pods, Meta.namespace(pod), Meta.name(pod), Objects.Deletion.BACKGROUND);
                event(false, "SuccessfulDelete", "Deleted pod: " + Meta.name(pod));
                active.remove(pod);
            }
        }

        private void fail(String reason, String message) {
            giveUp(active.size());
            conditions.set("Failed", true, reason, message);
            event(true, reason, message);
        }

        private void event(boolean warning, String reason, String message) {
            events.record(jobs, ObjectKey.of(job), warning, reason, message, NAME);
        }

        private JsonObject write() {
            long ready = active.stream().filter(PodTemplates::ready).count();
            JsonArray all = conditions.build();
            JsonObject status = JsonObject.builder(10)
                    .put("active", active.isEmpty() ? null : active.size())
                    .put("completedIndexes", indexed() && succeeded() > 0 ? done.completedRanges() : null)
                    .put("completionTime", completionTime)
                    .put("conditions", all.isEmpty() ? null : all)
                    .put("failed", done.failed() == 0 ? null : done.failed())
                    .put("ready", ready)
                    .put("startTime", startTime)
                    .put("succeeded", succeeded() == 0 ? null : succeeded())
                    .put("terminating", 0)
                    .put("uncountedTerminatedPods", JsonObject.EMPTY)
                    .build();
            JsonObject left = objects.mergePatch(
                    jobs, Meta.namespace(job), Meta.name(job), "status", JsonObject.of("status", status), NAME);
            written.are(left);
            return left;
        }
    }
}
