package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.Fault.ContainerFailure;
import dev.hcp.simulator.faults.Fault.SnapshotNotRestored;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.kernel.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The kubelets of the management cluster: pods that have a node start, become ready, and end when deleted. Their processes
 * do nothing, and those of jobs are done with it after a while.
 */
final class PodLifecycle implements Actor<ObjectKey> {
    private static final String NAME = "kubelet";

    private final Objects objects;
    private final Timings timings;
    private final Seed seed;
    private final ResourceType pods;
    private final ResourceType nodes;
    private final EventRecorder events;
    private final Adversities adversities;
    private final Power power;
    private final PodTroubles troubles;
    private final EtcdQuorum quorum;
    private final Map<ObjectKey, Instant> stopping = new HashMap<>();
    private final LastWords written = new LastWords();
    private int addresses;

    PodLifecycle(Objects objects, EventRecorder events, Adversities adversities, Timings timings, Seed seed) {
        this.events = events;
        this.adversities = adversities;
        this.power = new Power(objects, adversities);
        this.troubles = new PodTroubles(objects, adversities);
        this.quorum = new EtcdQuorum(objects);
        this.objects = objects;
        this.timings = timings;
        this.seed = seed;
        this.pods = objects.resource("v1", "Pod");
        this.nodes = objects.resource("v1", "Node");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch(
                "", "Pod", change -> written.isLeftBy(change) ? List.of() : List.of(ObjectKey.of(change.object())));
        context.watch("apps", "StatefulSet", change -> troubles.waiting(Meta.namespace(change.object())));
        context.watch("apps", "StatefulSet", quorum::concerned);
        adversities.onChange(fault -> concerned(fault).forEach(context::enqueue));
    }

    private List<ObjectKey> concerned(Fault fault) {
        List<String> lost = power.nodesOf(fault);
        Optional<String> namespace = PodTroubles.namespaceOf(fault);
        if (lost.isEmpty() && namespace.isEmpty()) {
            return List.of();
        }
        return objects.list(pods, namespace.orElse("")).stream()
                .filter(pod -> namespace.isPresent() || lost.contains(String.valueOf(pod.text("spec", "nodeName"))))
                .map(ObjectKey::of)
                .toList();
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found = objects.get(pods, key.namespace(), key.name());
        if (found.isEmpty()) {
            stopping.remove(key);
            return Turn.done();
        }
        JsonObject pod = found.get();
        String node = pod.text("spec", "nodeName");
        if (node != null && !power.isOn(node)) {
            // Nobody is there who could start it, end it or say how it is.
            return Turn.done();
        }
        if (Meta.deleting(pod)) {
            return stop(key, pod, context);
        }
        if (node == null || !PodTemplates.active(pod)) {
            return Turn.done();
        }
        Optional<SnapshotNotRestored> unrestored = troubles.unrestored(pod);
        if (unrestored.isPresent() && !PodStatus.initialized(pod)) {
            return failInit(key, pod, unrestored.get(), context.now());
        }
        Optional<PodTroubles.Trouble> trouble = troubles.of(pod);
        boolean crashes =
                trouble.filter(what -> what.how() == ContainerFailure.CRASH).isPresent();
        if (crashes && endsForGood(pod)) {
            written.are(writeStatus(key, PodStatus.ended(pod, false, context.now())));
            return Turn.done();
        }
        if (trouble.isPresent() && (crashes || !ContainerStatuses.running(pod))) {
            return fail(key, pod, trouble.get(), context.now());
        }
        if (!PodTemplates.ready(pod) || !quorum.unready(pod).isEmpty()) {
            return start(key, pod, node, context);
        }
        return isTask(pod) ? finish(key, pod, context) : Turn.done();
    }

    private static boolean isTask(JsonObject pod) {
        return Meta.controlledBy(pod, "Job");
    }

    private static boolean endsForGood(JsonObject pod) {
        return isTask(pod) && "Never".equals(pod.text("spec", "restartPolicy"));
    }

    private Turn finish(ObjectKey key, JsonObject pod, ActorContext<ObjectKey> context) {
        Instant due = ContainerStatuses.startOf(pod).plus(timings.draw(Stage.JOB_RUN, seed, key + "/" + Meta.uid(pod)));
        if (context.now().isBefore(due)) {
            return Turn.requeueAfter(Duration.between(context.now(), due));
        }
        written.are(writeStatus(key, PodStatus.ended(pod, true, context.now())));
        return Turn.done();
    }

    private Turn start(ObjectKey key, JsonObject pod, String node, ActorContext<ObjectKey> context) {
        Duration duration = timings.draw(stage(pod), seed, key + "/" + Meta.uid(pod));
        if (pod.text("status", "startTime") == null) {
            written.are(writeStatus(key, PodStatus.starting(pod, hostAddress(node), context.now())));
            Instant due = context.now().truncatedTo(ChronoUnit.SECONDS).plus(duration);
            if (due.isAfter(context.now())) {
                return Turn.requeueAfter(Duration.between(context.now(), due));
            }
            context.enqueue(key);
            return Turn.done();
        }
        Instant due =
                Instant.parse(String.valueOf(pod.text("status", "startTime"))).plus(duration);
        if (context.now().isBefore(due)) {
            return Turn.requeueAfter(Duration.between(context.now(), due));
        }
        String address = pod.text("status", "podIP");
        written.are(writeStatus(
                key,
                PodStatus.running(pod, address == null ? address() : address, quorum.unready(pod), context.now())));
        if (isTask(pod)) {
            context.enqueue(key);
        }
        return Turn.done();
    }

    private Turn fail(ObjectKey key, JsonObject pod, PodTroubles.Trouble trouble, Instant now) {
        boolean news = writeFailure(key, pod, PodStatus.failing(pod, trouble, now), now);
        if (news) {
            PodStatus.complaints(pod, trouble)
                    .forEach(said -> events.record(pods, key, true, said.reason(), said.message(), NAME));
        }
        return trouble.how() == ContainerFailure.CRASH
                ? restart(pod, pod.array("spec", "containers").object(0).text("name"), now)
                : Turn.done();
    }

    private Turn failInit(ObjectKey key, JsonObject pod, SnapshotNotRestored fault, Instant now) {
        String container = PodTroubles.RESTORES_SNAPSHOT;
        JsonObject status = PodStatus.failingInit(pod, container, fault.exitCode(), fault.reason(), now);
        if (writeFailure(key, pod, status, now)) {
            events.record(pods, key, true, "BackOff", PodStatus.backOff(pod, container), NAME);
        }
        return restart(pod, container, now);
    }

    /** Writes how a pod fails; whether that is new. */
    private boolean writeFailure(ObjectKey key, JsonObject pod, JsonObject status, Instant now) {
        boolean begun = pod.text("status", "startTime") != null;
        writeStatus(key, begun ? status : status.with("startTime", Meta.time(now)));
        JsonObject before = pod.object("status");
        return !status.array("containerStatuses").equals(before.array("containerStatuses"))
                || !status.array("initContainerStatuses").equals(before.array("initContainerStatuses"));
    }

    /** Restarts a container that has ended when its time comes. */
    private static Turn restart(JsonObject pod, @Nullable String container, Instant now) {
        CrashLoop loop = CrashLoop.of(ContainerStatuses.of(pod, String.valueOf(container)), now);
        Duration wait = Duration.between(now, loop.due());
        return loop.steady() ? Turn.resyncAfter(wait) : Turn.requeueAfter(wait);
    }

    private Turn stop(ObjectKey key, JsonObject pod, ActorContext<ObjectKey> context) {
        Instant due = stopping.computeIfAbsent(key, k -> context.now()
                .plus(
                        pod.text("status", "startTime") == null
                                ? Duration.ZERO
                                : timings.draw(Stage.POD_STOP, seed, key + "/" + Meta.uid(pod))));
        if (context.now().isBefore(due)) {
            return Turn.requeueAfter(Duration.between(context.now(), due));
        }
        stopping.remove(key);
        objects.delete(pods, key.namespace(), key.name(), new Objects.Deletion("Background", 0L, Meta.uid(pod), null));
        return Turn.done();
    }

    private JsonObject writeStatus(ObjectKey key, JsonObject status) {
        return objects.mergePatch(pods, key.namespace(), key.name(), "status", JsonObject.of("status", status), NAME);
    }

    /** The internal address of a node; empty when it is unknown. */
    private String hostAddress(String node) {
        for (Object address : objects.get(nodes, "", node)
                .map(found -> found.array("status", "addresses"))
                .orElse(JsonArray.EMPTY)) {
            if (address instanceof JsonObject object && "InternalIP".equals(object.text("type"))) {
                return String.valueOf(object.text("address"));
            }
        }
        return "";
    }

    private String address() {
        int number = ++addresses;
        return "10." + (128 + (number >> 16 & 0x7f)) + "." + (number >> 8 & 0xff) + "." + (number & 0xff);
    }

    private static Stage stage(JsonObject pod) {
        JsonArray containers = pod.array("spec", "containers");
        for (int i = 0; i < containers.size(); i++) {
            String container = containers.object(i).text("name");
            if ("etcd".equals(container)) {
                return Stage.ETCD_START;
            }
            if ("kube-apiserver".equals(container)) {
                return Stage.API_SERVER_START;
            }
        }
        return Stage.POD_START;
    }
}
