package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.Pass;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.Optional;

/**
 * Conditions that are kept even while a cluster is being deleted, so that it shows why deletion does not get on. They are
 * stored at once.
 */
final class StandingConditions {
    private StandingConditions() {}

    static void update(
            ClusterView cluster,
            HostedCluster typed,
            PlatformProvider platform,
            Optional<JsonObject> controlPlane,
            ClusterStatus status,
            Pass pass) {
        List<Condition> ofPlatform = platform.standingConditions(
                typed, pass.get(HostedControlPlane.class, cluster.controlPlaneNamespace(), cluster.name()), pass);
        ofPlatform.forEach(status.conditions()::set);
        boolean destruction = controlPlane
                .filter(hcp -> hcp.at("metadata", "deletionTimestamp") != null)
                .map(hcp -> cloudResources(hcp, status.conditions(), pass))
                .orElse(false);
        if (!ofPlatform.isEmpty() || destruction) {
            status.write();
        }
    }

    /** Takes over what a control plane being deleted says of the cloud resources of its guests; whether that is news. */
    private static boolean cloudResources(JsonObject controlPlane, Conditions conditions, Pass pass) {
        String type = ConditionTypes.CLOUD_RESOURCES_DESTROYED;
        Optional<JsonObject> theirs = Conditions.of(controlPlane, pass.now()).get(type);
        String message = theirs.map(condition -> condition.text("message")).orElse("");
        if (conditions.get(type).isPresent() && conditions.message(type).equals(message)) {
            return false;
        }
        if (theirs.isPresent()) {
            conditions.copy(type, theirs.get());
        } else {
            conditions.set(type, Conditions.UNKNOWN, ConditionReasons.STATUS_UNKNOWN, "");
        }
        return true;
    }
}
