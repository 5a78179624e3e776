package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.Plan;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Lets a control plane go, after what its cluster made in the cloud is gone, when the user asks for that. */
final class ControlPlaneDeletion {
    private static final String FINALIZER = "hypershift.openshift.io/finalizer";
    private static final String VERSION_OPERATOR = "cluster-version-operator";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration RETRY = Duration.ofMinutes(1);

    private ControlPlaneDeletion() {}

    static Plan reconcile(JsonObject object, Pass pass, Runnable forget) {
        ObjectKey key = ObjectKey.of(object);
        if (object.array("metadata", "finalizers").contains(FINALIZER) && !cloudResourcesAreGone(object, key, pass)) {
            pass.requeueAfter(RETRY);
            return pass.done();
        }
        pass.removeFinalizer(HostedControlPlane.class, key, FINALIZER);
        forget.run();
        return pass.done();
    }

    private static boolean cloudResourcesAreGone(JsonObject object, ObjectKey key, Pass pass) {
        if (!"true".equals(object.text("metadata", "annotations", Annotations.CLEANUP_CLOUD_RESOURCES))) {
            return true;
        }
        Conditions conditions = Conditions.of(object, pass.now());
        if (!credentialsAreValid(object, conditions)) {
            return true;
        }
        deleteSecurityGroup(conditions);
        boolean gone = guestResourcesAreGone(key, conditions, pass);
        pass.status(
                HostedControlPlane.class,
                object.with("status", object.object("status").with("conditions", conditions.toTree())));
        return gone;
    }

    /** Where there is no such group, as on other platforms than AWS, its deletion is done; what is said of it stays. */
    private static void deleteSecurityGroup(Conditions conditions) {
        String type = ConditionTypes.AWS_DEFAULT_SECURITY_GROUP_DELETED;
        if (conditions.get(type).isEmpty()) {
            conditions.set(type, true, ConditionReasons.AS_EXPECTED, "All is well");
        }
    }

    private static boolean guestResourcesAreGone(ObjectKey key, Conditions conditions, Pass pass) {
        if (conditions.is(ConditionTypes.CLOUD_RESOURCES_DESTROYED, Conditions.TRUE)) {
            return true;
        }
        if (!conditions.is(ConditionTypes.CVO_SCALED_DOWN, Conditions.TRUE)) {
            scaleDown(key, conditions, pass);
            return false;
        }
        String since = conditions
                .get(ConditionTypes.CLOUD_RESOURCES_DESTROYED)
                .or(() -> conditions.get(ConditionTypes.CVO_SCALED_DOWN))
                .map(condition -> condition.text("lastTransitionTime"))
                .orElse(null);
        return since != null && Instant.parse(since).plus(PATIENCE).isBefore(pass.now());
    }

    /** Without them nothing in the cloud can be removed. */
    private static boolean credentialsAreValid(JsonObject object, Conditions conditions) {
        return !"AWS".equals(object.text("spec", "platform", "type"))
                || conditions.get(ConditionTypes.VALID_AWS_IDENTITY_PROVIDER).isEmpty()
                || conditions.is(ConditionTypes.VALID_AWS_IDENTITY_PROVIDER, Conditions.TRUE);
    }

    /** Nobody shall bring back what is being removed. */
    private static void scaleDown(ObjectKey key, Conditions conditions, Pass pass) {
        ObjectKey deployment = new ObjectKey(key.namespace(), VERSION_OPERATOR);
        Optional<JsonObject> operator = pass.tree(Deployment.class, key.namespace(), VERSION_OPERATOR);
        if (operator.isPresent()) {
            pass.patch(Deployment.class, deployment, JsonObject.of("spec", JsonObject.of("replicas", 0)));
            if (operator.get().integer(0, "status", "replicas") > 0) {
                return;
            }
        }
        conditions.set(ConditionTypes.CVO_SCALED_DOWN, true, ConditionReasons.CVO_SCALED_DOWN, "");
    }
}
