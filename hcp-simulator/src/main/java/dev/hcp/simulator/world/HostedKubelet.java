package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.kernel.Turn;
import java.util.List;
import java.util.Optional;

/** The kubelets of a hosted cluster. One that has lost contact, or whose node is gone, does nothing for its pods. */
final class HostedKubelet implements Actor<ObjectKey> {
    private final Objects objects;
    private final ResourceType pods;
    private final ResourceType nodes;
    private final FieldIndex index;
    private final PodLifecycle lifecycle;

    HostedKubelet(Objects objects, EventRecorder events, Timings timings, Seed seed) {
        this.objects = objects;
        this.pods = objects.resource("v1", "Pod");
        this.nodes = objects.resource("v1", "Node");
        this.index = new FieldIndex(objects);
        // Faults of the management cluster are about its own pods.
        this.lifecycle = new PodLifecycle(objects, events, new Adversities(), timings, seed);
    }

    @Override
    public String name() {
        return lifecycle.name();
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        lifecycle.start(context);
        context.watch("", "Node", this::nodeChanged);
    }

    private List<ObjectKey> nodeChanged(Objects.Change change) {
        boolean was = change.before() != null && inContact(change.before());
        boolean is = change.after() != null && inContact(change.after());
        return was || !is
                ? List.of()
                : index.find(pods, "", Meta.name(change.object()), "spec", "nodeName").stream()
                        .map(ObjectKey::of)
                        .toList();
    }

    private static boolean inContact(JsonObject node) {
        String ready =
                ConditionList.find(node.array("status", "conditions"), "Ready").text("status");
        return ready != null && !ready.equals("Unknown");
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<String> node = objects.get(pods, key.namespace(), key.name()).map(pod -> pod.text("spec", "nodeName"));
        boolean silent = node.isPresent()
                && objects.get(nodes, "", node.get())
                        .filter(HostedKubelet::inContact)
                        .isEmpty();
        return silent ? Turn.done() : lifecycle.act(key, context);
    }
}
