package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.openshift.ClusterVersion;
import dev.hcp.reconcilers.Conditions;
import io.fabric8.kubernetes.api.model.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports in the HostedControlPlane what the cluster's version operator says, and how many nodes there are. */
final class ReportedStatus {
    /** From a condition of ClusterVersion to that of the HostedControlPlane. */
    private static final List<Map.Entry<String, String>> COPIED = List.of(
            Map.entry("Failing", ConditionTypes.CLUSTER_VERSION_FAILING),
            Map.entry("Progressing", ConditionTypes.CLUSTER_VERSION_PROGRESSING),
            Map.entry("Available", ConditionTypes.CLUSTER_VERSION_AVAILABLE),
            Map.entry("ReleaseAccepted", ConditionTypes.CLUSTER_VERSION_RELEASE_ACCEPTED),
            Map.entry("Upgradeable", ConditionTypes.CLUSTER_VERSION_UPGRADEABLE));

    private static final Set<String> OURS = Set.of(
            ConditionTypes.CLUSTER_VERSION_FAILING,
            ConditionTypes.CLUSTER_VERSION_PROGRESSING,
            ConditionTypes.CLUSTER_VERSION_AVAILABLE,
            ConditionTypes.CLUSTER_VERSION_RELEASE_ACCEPTED,
            ConditionTypes.CLUSTER_VERSION_UPGRADEABLE,
            ConditionTypes.VALID_KUBEVIRT_INFRA_NETWORK_MTU,
            ConditionTypes.CVO_SCALED_DOWN,
            ConditionTypes.CLOUD_RESOURCES_DESTROYED);

    private static final long RECOMMENDED_MTU = 9000;
    private static final long TWICE_ENCAPSULATED = 200;

    private ReportedStatus() {}

    /** Whether a condition of the HostedControlPlane matters here. */
    static boolean isOurs(@Nullable String type) {
        return type != null && OURS.contains(type);
    }

    static void reconcile(HostedPass pass) {
        JsonObject controlPlane = pass.controlPlane();
        JsonObject status = controlPlane.object("status");
        Conditions conditions = Conditions.of(controlPlane, pass.management().now());
        Optional<JsonObject> version = pass.guest()
                .tree(ClusterVersion.class, "", "version")
                .filter(object -> !object.array("status", "history").isEmpty());
        if (version.isPresent()) {
            JsonObject reported = version.get().object("status");
            status = versions(status, reported);
            copy(reported, conditions);
        }
        if (pass.onPlatform("KubeVirt")) {
            packetSize(pass, conditions);
        }
        status = status.with("conditions", conditions.toTree())
                .with("nodeCount", pass.guest().trees(Node.class, "").size());
        pass.management().status(HostedControlPlane.class, controlPlane.with("status", status));
    }

    /** The version with what older clients of the HostedControlPlane look at. */
    private static JsonObject versions(JsonObject status, JsonObject reported) {
        JsonObject newest = reported.array("history").object(0);
        return status.with(
                        "versionStatus",
                        JsonObject.builder(5)
                                .put("availableUpdates", reported.get("availableUpdates"))
                                .putIfPresent("conditionalUpdates", reported.get("conditionalUpdates"))
                                .put("desired", reported.get("desired"))
                                .put("history", reported.get("history"))
                                .put("observedGeneration", reported.integer(0, "observedGeneration"))
                                .build())
                .with("version", HostedPass.text(reported, "desired", "version"))
                .with("releaseImage", HostedPass.text(reported, "desired", "image"))
                .with("lastReleaseImageTransitionTime", newest.get("startedTime"));
    }

    /** Packets of a network within a network lose room twice; with too little of it the inner one is slow. */
    private static void packetSize(HostedPass pass, Conditions conditions) {
        long size = pass.guest()
                .tree(ConfigKinds.Network.class, "", "cluster")
                .map(network -> network.integer(0, "status", "clusterNetworkMTU"))
                .orElse(0L);
        if (size == 0) {
            return;
        }
        String type = ConditionTypes.VALID_KUBEVIRT_INFRA_NETWORK_MTU;
        if (size >= RECOMMENDED_MTU - TWICE_ENCAPSULATED) {
            conditions.set(type, true, ConditionReasons.AS_EXPECTED, "All is well");
        } else {
            conditions.set(
                    type,
                    false,
                    "KubeVirtSuboptimalMTUDetected",
                    "A suboptimal MTU size has been detected. It is recommended that the infra cluster have an MTU of "
                            + RECOMMENDED_MTU + " or greater. The MTU of the hosted cluster is " + size);
        }
    }

    private static void copy(JsonObject reported, Conditions conditions) {
        for (Map.Entry<String, String> copied : COPIED) {
            JsonObject theirs = find(reported, copied.getKey());
            String type = copied.getValue();
            if (!theirs.isEmpty()) {
                String reason = HostedPass.text(theirs, "reason");
                conditions.set(
                        type,
                        HostedPass.text(theirs, "status"),
                        reason.isEmpty() ? ConditionReasons.FROM_CLUSTER_VERSION : reason,
                        HostedPass.text(theirs, "message"));
            } else if (type.equals(ConditionTypes.CLUSTER_VERSION_UPGRADEABLE)) {
                conditions.set(type, true, ConditionReasons.FROM_CLUSTER_VERSION, "");
            }
        }
    }

    private static JsonObject find(JsonObject reported, String type) {
        for (Object item : reported.array("conditions")) {
            if (item instanceof JsonObject condition && type.equals(condition.text("type"))) {
                return condition;
            }
        }
        return JsonObject.EMPTY;
    }
}
