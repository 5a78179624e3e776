package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.kernel.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Scheduler and kubelets of the management cluster: pods get a node, start, become ready, and end when deleted.
 *
 * <p>A pod waits for a node that is ready and for its volume claims to be bound. Its processes do nothing.
 */
final class PodLifecycle implements Actor<ObjectKey> {
    private static final String NAME = "kubelet";

    private final Objects objects;
    private final Timings timings;
    private final Seed seed;
    private final ResourceType pods;
    private final PodPlacement placement;
    /** Pods that no node takes, looked at again when a node or a claim changes. */
    private final TreeSet<ObjectKey> unschedulable = new TreeSet<>(PodLifecycle::compare);

    private final Map<ObjectKey, Instant> stopping = new HashMap<>();
    private int addresses;

    PodLifecycle(Objects objects, Timings timings, Seed seed) {
        this.objects = objects;
        this.timings = timings;
        this.seed = seed;
        this.pods = objects.resource("v1", "Pod");
        this.placement = new PodPlacement(objects);
    }

    private static int compare(ObjectKey left, ObjectKey right) {
        int byNamespace = left.namespace().compareTo(right.namespace());
        return byNamespace != 0 ? byNamespace : left.name().compareTo(right.name());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch("", "Pod", change -> List.of(ObjectKey.of(change.object())));
        context.watch("", "Node", change -> List.copyOf(unschedulable));
        context.watch("", "PersistentVolumeClaim", change -> waitingIn(Meta.namespace(change.object())));
    }

    private Collection<ObjectKey> waitingIn(String namespace) {
        return List.copyOf(unschedulable.subSet(new ObjectKey(namespace, ""), new ObjectKey(namespace + "\0", "")));
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found = objects.get(pods, key.namespace(), key.name());
        if (found.isEmpty()) {
            unschedulable.remove(key);
            stopping.remove(key);
            return Turn.done();
        }
        JsonObject pod = found.get();
        if (Meta.deleting(pod)) {
            return stop(key, pod, context);
        }
        if (!PodTemplates.active(pod) || PodTemplates.ready(pod)) {
            return Turn.done();
        }
        if (pod.text("status", "startTime") == null) {
            return schedule(key, pod, context);
        }
        Instant due = Instant.parse(String.valueOf(pod.text("status", "startTime")))
                .plus(timings.draw(stage(pod), seed, key + "/" + Meta.uid(pod)));
        if (context.now().isBefore(due)) {
            return Turn.requeueAfter(Duration.between(context.now(), due));
        }
        writeStatus(key, PodStatus.running(pod, address(), context.now()));
        return Turn.done();
    }

    private Turn schedule(ObjectKey key, JsonObject pod, ActorContext<ObjectKey> context) {
        String assigned = pod.text("spec", "nodeName");
        if (assigned == null) {
            PodPlacement.Choice choice = placement.choose(pod);
            if (choice.node().isEmpty()) {
                unschedulable.add(key);
                writeStatus(key, PodStatus.unschedulable(pod, choice.reason(), context.now()));
                return Turn.done();
            }
            assigned = Meta.name(choice.node().get());
            JsonObject patch = JsonObject.of("spec", JsonObject.of("nodeName", assigned));
            objects.mergePatch(pods, key.namespace(), key.name(), "binding", patch, NAME);
        }
        unschedulable.remove(key);
        writeStatus(key, PodStatus.starting(pod, placement.hostAddress(assigned), context.now()));
        return Turn.requeueAfter(timings.draw(stage(pod), seed, key + "/" + Meta.uid(pod)));
    }

    private Turn stop(ObjectKey key, JsonObject pod, ActorContext<ObjectKey> context) {
        unschedulable.remove(key);
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

    private void writeStatus(ObjectKey key, JsonObject status) {
        objects.mergePatch(pods, key.namespace(), key.name(), "status", JsonObject.of("status", status), NAME);
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
