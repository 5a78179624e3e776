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
    /** What a control plane that goes says of what is to go before it, on every platform. */
    private static final List<String> OF_DELETION =
            List.of(ConditionTypes.AWS_DEFAULT_SECURITY_GROUP_DELETED, ConditionTypes.CLOUD_RESOURCES_DESTROYED);

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
        boolean news = !ofPlatform.isEmpty();
        if (controlPlane.isPresent() && controlPlane.get().at("metadata", "deletionTimestamp") != null) {
            for (String type : OF_DELETION) {
                news |= takeOver(type, controlPlane.get(), status.conditions(), pass);
            }
        }
        if (news) {
            status.write();
        }
    }

    /** Takes over what a control plane being deleted says of something that deletion waits for; whether that is news. */
    private static boolean takeOver(String type, JsonObject controlPlane, Conditions conditions, Pass pass) {
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
