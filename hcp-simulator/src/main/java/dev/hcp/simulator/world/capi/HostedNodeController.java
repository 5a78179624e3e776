package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Labels;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.GuestClusters;
import dev.hcp.simulator.world.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of the hosted cluster's config operator that carries a pool's labels and taints from machines to their nodes:
 * the pool's name always, the rest once. Keys are control plane namespaces with the names of nodes.
 */
final class HostedNodeController implements Actor<HostedNodeController.NodeKey> {
    private static final String OPERATOR = "hosted-cluster-config-operator";
    private static final String MACHINE = "cluster.x-k8s.io/machine";

    /** A node of a hosted cluster. */
    record NodeKey(String namespace, String name) {}

    private final CapiObjects capi;
    private final GuestClusters guests;
    private final ResourceType deployments;

    HostedNodeController(CapiObjects capi, GuestClusters guests) {
        this.capi = capi;
        this.guests = guests;
        this.deployments = capi.objects.resource("apps/v1", "Deployment");
    }

    @Override
    public String name() {
        return OPERATOR;
    }

    @Override
    public void start(ActorContext<NodeKey> context) {
        context.watchHosted(
                "",
                "Node",
                (server, change) ->
                        change.after() == null ? List.of() : List.of(new NodeKey(server, Meta.name(change.object()))));
        context.watch("apps", "Deployment", change -> {
            boolean up = change.after() != null && change.after().integer(0, "status", "availableReplicas") > 0;
            return up && OPERATOR.equals(Meta.name(change.object())) ? all(Meta.namespace(change.object())) : List.of();
        });
    }

    private List<NodeKey> all(String namespace) {
        List<NodeKey> keys = new ArrayList<>();
        guests.find(namespace).ifPresent(guest -> {
            Objects inGuest = guest.objects();
            for (JsonObject node : inGuest.list(inGuest.resource("v1", "Node"), "")) {
                keys.add(new NodeKey(namespace, Meta.name(node)));
            }
        });
        return keys;
    }

    @Override
    public Turn act(NodeKey key, ActorContext<NodeKey> context) {
        boolean runs = capi.objects
                .get(deployments, key.namespace(), OPERATOR)
                .filter(deployment -> deployment.integer(0, "status", "availableReplicas") > 0)
                .isPresent();
        Optional<GuestClusters.Guest> guest = guests.find(key.namespace());
        if (!runs || guest.isEmpty()) {
            return Turn.done();
        }
        Objects inGuest = guest.get().objects();
        ResourceType nodes = inGuest.resource("v1", "Node");
        Optional<JsonObject> node = inGuest.get(nodes, "", key.name());
        String machineName =
                node.map(n -> n.text("metadata", "annotations", MACHINE)).orElse(null);
        if (node.isEmpty() || machineName == null) {
            return Turn.done();
        }
        Optional<JsonObject> machine = capi.objects.get(capi.machines, key.namespace(), machineName);
        String pool = machine.map(m -> m.text("metadata", "annotations", Annotations.NODE_POOL))
                .orElse(null);
        if (machine.isPresent() && pool != null) {
            JsonObject patch = patch(node.get(), machine.get(), pool.substring(pool.indexOf('/') + 1));
            inGuest.mergePatch(nodes, "", key.name(), null, patch, OPERATOR);
        }
        return Turn.done();
    }

    private static JsonObject patch(JsonObject node, JsonObject machine, String pool) {
        JsonObject.Builder labels = JsonObject.builder(4).put(Labels.NODE_POOL, pool);
        if (node.at("metadata", "annotations", Annotations.LABELS_SYNCED) != null) {
            return JsonObject.of("metadata", JsonObject.of("labels", labels.build()));
        }
        machine.object("metadata", "labels").forEach((key, value) -> {
            if (key.startsWith(Labels.MANAGED_NODE_LABEL_PREFIX)) {
                labels.put(key.substring(Labels.MANAGED_NODE_LABEL_PREFIX.length()), value);
            }
        });
        JsonObject patch = JsonObject.of(
                "metadata",
                JsonObject.of(
                        "labels", labels.build(), "annotations", JsonObject.of(Annotations.LABELS_SYNCED, "true")));
        String taints = machine.text("metadata", "annotations", Annotations.NODE_POOL_TAINTS);
        if (taints != null && Json.parse(taints) instanceof JsonArray wanted && !wanted.isEmpty()) {
            List<@Nullable Object> all = new ArrayList<>(node.array("spec", "taints"));
            for (Object taint : wanted) {
                if (!all.contains(taint)) {
                    all.add(taint);
                }
            }
            patch = patch.with("spec", JsonObject.of("taints", all));
        }
        return patch;
    }
}
