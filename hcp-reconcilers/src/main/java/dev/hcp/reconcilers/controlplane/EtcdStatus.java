package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.Conditions;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Optional;

/** How far etcd is: whether it has a quorum, and whether it came up with the snapshot it was to start from. */
final class EtcdStatus {
    private final ControlPlane controlPlane;
    private final World world;
    private final Conditions conditions;

    EtcdStatus(ControlPlane controlPlane, World world, Conditions conditions) {
        this.controlPlane = controlPlane;
        this.world = world;
        this.conditions = conditions;
    }

    void compute() {
        JsonObject etcd = controlPlane.spec().object("etcd");
        if ("Unmanaged".equals(etcd.text("managementType"))) {
            conditions.set(
                    ConditionTypes.ETCD_AVAILABLE,
                    true,
                    ConditionReasons.ETCD_RUNNING,
                    "Etcd cluster is assumed to be running in unmanaged state");
            return;
        }
        Optional<JsonObject> members = world.tree(StatefulSet.class, controlPlane.namespace(), "etcd");
        if (members.isEmpty()) {
            conditions.set(ConditionTypes.ETCD_AVAILABLE, false, ConditionReasons.STATEFUL_SET_NOT_FOUND, "");
            return;
        }
        quorum(members.get());
        boolean restores =
                !etcd.array("managed", "storage", "restoreSnapshotURL").isEmpty();
        if (restores && conditions.get(ConditionTypes.ETCD_SNAPSHOT_RESTORED).isEmpty()) {
            restored(members.get());
        }
    }

    private void quorum(JsonObject members) {
        if (members.integer(0, "status", "readyReplicas") >= members.integer(1, "spec", "replicas") / 2 + 1) {
            conditions.set(ConditionTypes.ETCD_AVAILABLE, true, ConditionReasons.QUORUM_AVAILABLE, "");
        } else {
            conditions.set(
                    ConditionTypes.ETCD_AVAILABLE,
                    false,
                    ConditionReasons.ETCD_WAITING_FOR_QUORUM,
                    pendingClaim(members).orElse("Waiting for etcd to reach quorum"));
        }
    }

    /** The last claim that is not bound and of which events tell why. */
    private Optional<String> pendingClaim(JsonObject members) {
        JsonObject labels = members.object("spec", "selector", "matchLabels");
        Optional<String> found = Optional.empty();
        for (JsonObject claim : world.trees(PersistentVolumeClaim.class, controlPlane.namespace())) {
            if (!carries(claim, labels) || "Bound".equals(claim.text("status", "phase"))) {
                continue;
            }
            List<String> problems = ObjectEvents.problems(world, claim);
            if (!problems.isEmpty()) {
                found = Optional.of("Etcd volume claim " + claim.text("metadata", "name") + " pending: "
                        + String.join("; ", problems));
            }
        }
        return found;
    }

    /** Said once: when all members have started with the snapshot, or one could not. */
    private void restored(JsonObject members) {
        JsonObject labels = members.object("spec", "template", "metadata", "labels");
        boolean all = false;
        for (JsonObject pod : world.trees(Pod.class, controlPlane.namespace())) {
            if (!carries(pod, labels)) {
                continue;
            }
            JsonObject container = restoringContainer(pod);
            JsonObject failure = container.object("lastState", "terminated");
            if (container.isTrue("ready")) {
                all = true;
            } else if (failure.isEmpty()) {
                return;
            } else {
                conditions.set(ConditionTypes.ETCD_SNAPSHOT_RESTORED, false, ControlPlane.text(failure, "reason"), "");
                return;
            }
        }
        if (all) {
            conditions.set(ConditionTypes.ETCD_SNAPSHOT_RESTORED, true, ConditionReasons.AS_EXPECTED, "");
        }
    }

    private static JsonObject restoringContainer(JsonObject pod) {
        for (Object item : pod.array("status", "initContainerStatuses")) {
            if (item instanceof JsonObject container && EtcdComponents.RESTORE.equals(container.text("name"))) {
                return container;
            }
        }
        return JsonObject.EMPTY;
    }

    private static boolean carries(JsonObject object, JsonObject labels) {
        JsonObject actual = object.object("metadata", "labels");
        for (int i = 0; i < labels.size(); i++) {
            if (!String.valueOf(labels.valueAt(i)).equals(actual.get(labels.keyAt(i)))) {
                return false;
            }
        }
        return true;
    }
}
