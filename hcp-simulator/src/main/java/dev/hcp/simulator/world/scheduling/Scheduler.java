package dev.hcp.simulator.world.scheduling;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.ApiException;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.ConditionList;
import dev.hcp.simulator.world.EventRecorder;
import dev.hcp.simulator.world.Meta;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives pods their nodes, one after the other, the most important first. All pods that
 * are to be tried are tried in one turn.
 */
public final class Scheduler implements Actor<String> {
    /** The name under which the reference's scheduler writes. */
    public static final String NAME = "default-scheduler";

    private static final String ROUND = "waiting pods";
    private static final List<String> ONE_ROUND = List.of(ROUND);
    private static final String SELECTED_NODE = "volume.kubernetes.io/selected-node";

    private final Objects objects;
    private final EventRecorder events;
    private final Seed seed;
    private final ResourceType pods;
    private final ResourceType nodes;
    private final ResourceType budgets;
    private final PodVolumes.Types storage;
    private final ClusterState cluster;
    private final SchedulingQueue queue = new SchedulingQueue();

    /**
     * @param objects the API server
     * @param events records what becomes of pods
     * @param seed decides among nodes that suit a pod equally well
     */
    public Scheduler(Objects objects, EventRecorder events, Seed seed) {
        this.seed = seed;
        this.objects = objects;
        this.events = events;
        this.pods = objects.resource("v1", "Pod");
        this.nodes = objects.resource("v1", "Node");
        this.budgets = objects.resource("policy/v1", "PodDisruptionBudget");
        this.storage = PodVolumes.Types.of(objects);
        ResourceType namespaces = objects.resource("v1", "Namespace");
        this.cluster = new ClusterState(name -> objects.get(namespaces, "", name)
                .map(found -> found.object("metadata", "labels"))
                .orElse(JsonObject.EMPTY));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<String> context) {
        objects.list(nodes, "").forEach(cluster::nodeChanged);
        objects.list(pods, "").forEach(pod -> know(pod, true));
        context.watch("", "Node", this::nodeChanged);
        context.watch("", "Pod", this::podChanged);
        context.watch("", "PersistentVolumeClaim", change -> once(queue.retryStuck(Meta.namespace(change.object()))));
    }

    private static List<String> once(boolean needed) {
        return needed ? ONE_ROUND : List.of();
    }

    private List<String> nodeChanged(Objects.Change change) {
        JsonObject node = change.after();
        if (node == null) {
            cluster.nodeGone(Meta.name(change.object()));
            return List.of();
        }
        return once(cluster.nodeChanged(node) && queue.retryStuck());
    }

    private List<String> podChanged(Objects.Change change) {
        JsonObject pod = change.after();
        JsonObject before = change.before();
        if (pod != null) {
            return know(pod, before == null || isOther(before, pod));
        }
        ObjectKey key = ObjectKey.of(change.object());
        forget(key, change.object());
        return once(cluster.podGone(key) && queue.retryStuck());
    }

    private static boolean isOther(JsonObject before, JsonObject pod) {
        return !before.object("spec").equals(pod.object("spec"))
                || !before.object("metadata", "labels").equals(pod.object("metadata", "labels"));
    }

    private void forget(ObjectKey key, JsonObject pod) {
        queue.remove(key);
        String nominated = pod.text("status", "nominatedNodeName");
        if (nominated != null) {
            cluster.node(nominated).withdraw(Meta.uid(pod));
        }
    }

    /** Takes a pod into what is known; a turn is due when it wants a node, or a node has room again. */
    private List<String> know(JsonObject pod, boolean other) {
        ObjectKey key = ObjectKey.of(pod);
        String node = pod.text("spec", "nodeName");
        if (isOver(pod)) {
            forget(key, pod);
            return once(cluster.podGone(key) && queue.retryStuck());
        }
        if (node != null && !node.isEmpty()) {
            PlacedPod known = cluster.find(key);
            boolean same = known != null
                    && known.uid().equals(Meta.uid(pod))
                    && known.deleting() == Meta.deleting(pod)
                    && known.labels().equals(pod.object("metadata", "labels"));
            if (!same) {
                forget(key, pod);
                cluster.podOnNode(pod, node);
            }
            return List.of();
        }
        boolean mine =
                pod.array("spec", "schedulingGates").isEmpty() && NAME.equals(schedulerOf(pod)) && !Meta.deleting(pod);
        if (!mine) {
            queue.remove(key);
            return List.of();
        }
        // What the scheduler itself writes into a status is no reason to try again.
        return once(other && queue.add(key, pod.integer(0, "spec", "priority")));
    }

    private static String schedulerOf(JsonObject pod) {
        String name = pod.text("spec", "schedulerName");
        return name == null ? NAME : name;
    }

    private static boolean isOver(JsonObject pod) {
        String phase = pod.text("status", "phase");
        return "Succeeded".equals(phase) || "Failed".equals(phase);
    }

    @Override
    public Turn act(String round, ActorContext<String> context) {
        Instant now = context.now();
        for (ObjectKey key = queue.next(now); key != null; key = queue.next(now)) {
            Optional<JsonObject> pod = objects.get(pods, key.namespace(), key.name())
                    .filter(found -> found.text("spec", "nodeName") == null && !Meta.deleting(found));
            if (pod.isEmpty()) {
                queue.remove(key);
            } else {
                schedule(key, pod.get(), now);
            }
        }
        return queue.nextTime()
                .map(next -> Turn.requeueAfter(Duration.between(now, next)))
                .orElseGet(Turn::done);
    }

    private void schedule(ObjectKey key, JsonObject pod, Instant now) {
        PodVolumes volumes = PodVolumes.of(pod, objects, storage);
        Attempt attempt = new Attempt(cluster, new WaitingPod(pod, cluster.quantities()), volumes, seed);
        Optional<NodeState> node = attempt.node();
        if (node.isEmpty()) {
            fail(key, pod, attempt, now);
        } else if (!volumes.toBind().isEmpty()) {
            for (String claim : volumes.toBind()) {
                JsonObject chosen =
                        JsonObject.EMPTY.withAt(node.get().name(), "metadata", "annotations", SELECTED_NODE);
                objects.mergePatch(storage.claims(), key.namespace(), claim, null, chosen, NAME);
            }
            queue.failed(key, now);
        } else {
            bind(key, pod, node.get().name(), now);
        }
    }

    private void bind(ObjectKey key, JsonObject pod, String node, Instant now) {
        JsonArray conditions = new ConditionList(pod.array("status", "conditions"), now)
                .set("PodScheduled", true, null, null)
                .build();
        JsonObject patch = JsonObject.of(
                "spec",
                JsonObject.of("nodeName", node),
                "status",
                JsonObject.of("conditions", conditions, "nominatedNodeName", null));
        try {
            JsonObject bound = objects.mergePatch(pods, key.namespace(), key.name(), "binding", patch, NAME);
            forget(key, pod);
            cluster.podOnNode(bound, node);
            events.record(pods, key, false, "Scheduled", "Successfully assigned " + key + " to " + node, NAME);
        } catch (ApiException refused) {
            events.record(pods, key, true, "FailedScheduling", "binding rejected: " + refused.getMessage(), NAME);
            queue.failed(key, now);
            queue.retryStuck();
        }
    }

    private void fail(ObjectKey key, JsonObject pod, Attempt attempt, Instant now) {
        Preemption preemption = new Preemption(attempt, objects, budgets);
        Optional<Preemption.Victims> victims =
                cluster.nodes().isEmpty() ? Optional.empty() : preemption.victims(cluster);
        String complaint =
                attempt.complaint(victims.isPresent() ? Optional.empty() : Optional.of(preemption.failure()));
        JsonArray conditions = new ConditionList(pod.array("status", "conditions"), now)
                .set("PodScheduled", false, "Unschedulable", complaint)
                .build();
        String before = pod.text("status", "nominatedNodeName");
        String nominated = victims.map(each -> each.node().name()).orElse(stillNominated(before, preemption));
        JsonObject status = JsonObject.of("conditions", conditions, "nominatedNodeName", nominated);
        objects.mergePatch(pods, key.namespace(), key.name(), "status", JsonObject.of("status", status), NAME);
        events.record(pods, key, true, "FailedScheduling", complaint, NAME);
        if (before != null && !before.equals(nominated)) {
            cluster.node(before).withdraw(Meta.uid(pod));
        }
        queue.failed(key, now);
        if (victims.isPresent()) {
            cluster.node(victims.get().node().name())
                    .nominate(attempt.fit().pod().facts());
            victims.get()
                    .pods()
                    .forEach(victim -> end(victim, pod, victims.get().node().name(), now));
        }
    }

    /** A node stays kept for a pod while victims on it are on their way out. */
    private static @Nullable String stillNominated(@Nullable String before, Preemption preemption) {
        return preemption.failure().startsWith("not eligible due to a terminating pod") ? before : null;
    }

    private void end(PlacedPod victim, JsonObject pod, String node, Instant now) {
        Optional<JsonObject> live =
                objects.get(pods, victim.key().namespace(), victim.key().name());
        if (live.isEmpty() || Meta.deleting(live.get())) {
            return;
        }
        JsonArray conditions = new ConditionList(live.get().array("status", "conditions"), now)
                .set(
                        "DisruptionTarget",
                        true,
                        "PreemptionByScheduler",
                        NAME + ": preempting to accommodate a higher priority pod")
                .build();
        objects.mergePatch(
                pods,
                victim.key().namespace(),
                victim.key().name(),
                "status",
                JsonObject.of("status", JsonObject.of("conditions", conditions)),
                NAME);
        objects.delete(pods, victim.key().namespace(), victim.key().name(), Objects.Deletion.BACKGROUND);
        events.record(
                pods, victim.key(), false, "Preempted", "Preempted by pod " + Meta.uid(pod) + " on node " + node, NAME);
    }
}
