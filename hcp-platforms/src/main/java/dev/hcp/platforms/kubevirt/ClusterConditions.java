package dev.hcp.platforms.kubevirt;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.NodePoolCondition;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The conditions of a hosted cluster that only KubeVirt has. */
final class ClusterConditions {
    private ClusterConditions() {}

    static List<Condition> of(HostedCluster cluster, Optional<HostedControlPlane> controlPlane, World world) {
        List<Condition> conditions = new ArrayList<>();
        controlPlane.map(HostedControlPlane::getStatus).ifPresent(status -> status.getConditions().stream()
                .filter(c -> ConditionTypes.VALID_KUBEVIRT_INFRA_NETWORK_MTU.equals(c.getType()))
                .forEach(conditions::add));
        List<String> notMigratable = new ArrayList<>();
        for (NodePool pool : world.listWhere(
                NodePool.class,
                cluster.getMetadata().getNamespace(),
                cluster.getMetadata().getName(),
                "spec",
                "clusterName")) {
            if (cannotMigrate(pool)) {
                notMigratable.add(pool.getMetadata().getName());
            }
        }
        boolean all = notMigratable.isEmpty();
        conditions.add(new ConditionBuilder()
                .withType(ConditionTypes.KUBEVIRT_NODES_LIVE_MIGRATABLE)
                .withStatus(all ? "True" : "False")
                .withReason(all ? ConditionReasons.AS_EXPECTED : ConditionReasons.KUBEVIRT_NODES_NOT_LIVE_MIGRATABLE)
                .withMessage(
                        all
                                ? "All is well"
                                : "The following NodePools have nodes that are not live migratable: "
                                        + String.join(", ", notMigratable))
                .build());
        return conditions;
    }

    private static boolean cannotMigrate(NodePool pool) {
        if (pool.getStatus() == null) {
            return false;
        }
        for (NodePoolCondition condition : pool.getStatus().getConditions()) {
            if (ConditionTypes.KUBEVIRT_NODES_LIVE_MIGRATABLE.equals(condition.getType())) {
                return "False".equals(condition.getStatus());
            }
        }
        return false;
    }
}
