package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where pods of a control plane run: close together and on nodes set aside for control planes where there are any, and
 * what serves requests on nodes of its own where the cluster has a pair of those. Used by one thread.
 */
final class Scheduling {
    private final ControlPlane controlPlane;
    private @Nullable JsonObject shared;
    private @Nullable JsonArray sharedTolerations;

    Scheduling(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
    }

    /**
     * Affinity to nodes and to the rest of the control plane.
     *
     * @param ownNodes whether the pods run on nodes for what serves the requests of this cluster only
     */
    JsonObject affinity(boolean ownNodes) {
        JsonObject known = shared;
        if (known == null) {
            known = JsonObject.of("nodeAffinity", preferredNodes(), "podAffinity", colocation());
            shared = known;
        }
        return ownNodes
                ? known.withAt(requiredNodes(), "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution")
                : known;
    }

    /** The taints of nodes set aside for control planes, then those the user names. */
    JsonArray tolerations(boolean ownNodes) {
        if (ownNodes) {
            return tolerationsWith(List.of(toleration(Labels.REQUEST_SERVING_COMPONENT, "true")));
        }
        JsonArray known = sharedTolerations;
        if (known == null) {
            known = tolerationsWith(List.of());
            sharedTolerations = known;
        }
        return known;
    }

    private JsonArray tolerationsWith(List<JsonObject> more) {
        List<@Nullable Object> all = new ArrayList<>();
        all.add(toleration(Labels.CONTROL_PLANE, "true"));
        all.add(toleration(Labels.CLUSTER, controlPlane.namespace()));
        all.addAll(more);
        all.addAll(controlPlane.spec().array("tolerations"));
        return JsonArray.copyOf(all);
    }

    private static JsonObject toleration(String key, String value) {
        return JsonObject.of("effect", "NoSchedule", "key", key, "operator", "Equal", "value", value);
    }

    private JsonObject preferredNodes() {
        return preferred(
                JsonObject.of("preference", expressions(in(Labels.CONTROL_PLANE, "true")), "weight", 50),
                JsonObject.of("preference", expressions(in(Labels.CLUSTER, controlPlane.namespace())), "weight", 100));
    }

    private JsonObject requiredNodes() {
        List<JsonObject> all = new ArrayList<>();
        all.add(in(Labels.REQUEST_SERVING_COMPONENT, "true"));
        all.add(in(Labels.CLUSTER, controlPlane.namespace()));
        additionalSelector().forEach((key, value) -> all.add(in(key, value)));
        return JsonObject.of("nodeSelectorTerms", JsonArray.of(expressions(all.toArray(JsonObject[]::new))));
    }

    /** Labels that nodes for serving requests must have besides, sorted. */
    private Map<String, String> additionalSelector() {
        Map<String, String> selector = new TreeMap<>();
        controlPlane
                .annotation(Annotations.REQUEST_SERVING_NODE_ADDITIONAL_SELECTOR)
                .ifPresent(text -> {
                    for (String pair : text.split(",", -1)) {
                        int equals = pair.indexOf('=');
                        if (equals > 0) {
                            selector.put(
                                    pair.substring(0, equals).strip(),
                                    pair.substring(equals + 1).strip());
                        }
                    }
                });
        return selector;
    }

    private JsonObject colocation() {
        return preferred(JsonObject.of(
                "podAffinityTerm",
                JsonObject.of(
                        "labelSelector",
                        JsonObject.of(
                                "matchLabels", JsonObject.of(Labels.HOSTED_CONTROL_PLANE, controlPlane.namespace())),
                        "topologyKey",
                        Labels.HOST_NAME),
                "weight",
                100));
    }

    private static JsonObject preferred(JsonObject... terms) {
        return JsonObject.of("preferredDuringSchedulingIgnoredDuringExecution", JsonArray.of((Object[]) terms));
    }

    private static JsonObject expressions(JsonObject... expressions) {
        return JsonObject.of("matchExpressions", JsonArray.of((Object[]) expressions));
    }

    private static JsonObject in(String key, String value) {
        return JsonObject.of("key", key, "operator", "In", "values", JsonArray.of(value));
    }
}
