package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import java.time.Duration;
import java.util.List;

/** The pod garbage collector: pods whose node is no more are taken away a little later. Keys are names of nodes. */
final class OrphanedPods implements Actor<String> {
    private static final String NAME = "pod-garbage-collector";
    /** For so long a node may be missing, as if it had not been seen yet. */
    private static final Duration QUARANTINE = Duration.ofSeconds(40);

    private final Objects objects;
    private final FieldIndex index;
    private final ResourceType nodes;
    private final ResourceType pods;

    OrphanedPods(Objects objects, FieldIndex index) {
        this.objects = objects;
        this.index = index;
        this.nodes = objects.resource("v1", "Node");
        this.pods = objects.resource("v1", "Pod");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<String> context) {
        context.watch("", "Node", change -> {
            if (change.after() == null) {
                context.enqueueAfter(Meta.name(change.object()), QUARANTINE);
            }
            return List.of();
        });
    }

    @Override
    public Turn act(String key, ActorContext<String> context) {
        if (objects.get(nodes, "", key).isEmpty()) {
            for (JsonObject pod : index.find(pods, "", key, "spec", "nodeName")) {
                Objects.Deletion atOnce = new Objects.Deletion("Background", 0L, Meta.uid(pod), null);
                objects.delete(pods, Meta.namespace(pod), Meta.name(pod), atOnce);
            }
        }
        return Turn.done();
    }
}
