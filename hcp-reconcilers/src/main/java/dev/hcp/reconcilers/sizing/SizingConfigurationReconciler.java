package dev.hcp.reconcilers.sizing;

import dev.hcp.api.hypershift.scheduling.ClusterSizingConfiguration;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.platforms.Access;
import dev.hcp.platforms.Permissions;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Watch;
import java.util.List;
import java.util.Optional;

/**
 * Says in condition ClusterSizingConfigurationValid whether the sizes of a {@link ClusterSizingConfiguration} can be used.
 * Stateless and thread-safe.
 */
public final class SizingConfigurationReconciler implements Reconciler<ClusterSizingConfiguration> {
    private static final String VALID = "ClusterSizingConfigurationValid";

    @Override
    public String name() {
        return "cluster-sizing-configuration";
    }

    @Override
    public Class<ClusterSizingConfiguration> primaryType() {
        return ClusterSizingConfiguration.class;
    }

    @Override
    public boolean kindIsOptional() {
        return true;
    }

    @Override
    public Permissions permissions() {
        return Permissions.builder()
                .management(ClusterSizingConfiguration.class, Access.STATUS)
                .build();
    }

    @Override
    public List<Watch<?>> watches() {
        return List.of();
    }

    @Override
    public Plan reconcile(ClusterSizingConfiguration primary, World world) {
        ObjectKey key = ObjectKey.of(primary);
        Pass pass = new Pass(world, name());
        Optional<JsonObject> found = pass.tree(ClusterSizingConfiguration.class, "", key.name());
        if (found.isEmpty()) {
            return pass.done();
        }
        JsonObject configuration = found.get();
        Conditions conditions = Conditions.of(configuration, pass.now());
        Optional<String> problem = Sizes.of(configuration).problem();
        conditions.set(
                VALID,
                problem.isEmpty(),
                problem.isEmpty() ? ConditionReasons.AS_EXPECTED : ConditionReasons.INVALID_CONFIGURATION,
                problem.orElse("Configuration is valid."));
        JsonObject status = configuration.object("status").with("conditions", conditions.toTree());
        pass.status(ClusterSizingConfiguration.class, configuration.with("status", status));
        return pass.done();
    }

    /**
     * The configuration that HyperShift starts with: small up to 10 nodes, medium up to 100, large beyond; half a minute
     * before a cluster is larger, ten before it is smaller; five changes in ten minutes. An operator with {@link
     * dev.hcp.platforms.OperatorFeature#CLUSTER_SIZES} creates it.
     */
    public static ClusterSizingConfiguration defaults() {
        return Sizes.defaults();
    }
}
