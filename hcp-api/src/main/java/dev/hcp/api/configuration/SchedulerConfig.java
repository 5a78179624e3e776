package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How pods are placed on nodes.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.scheduler}.
 */
@Value.Immutable
@HcpModel
public interface SchedulerConfig extends Model {
    /** Labels, as {@code key=value,...}, of the nodes for pods of namespaces without a node selector. */
    @Nullable
    String getDefaultNodeSelector();

    /** Whether pods run on control plane nodes, which hosted clusters do not have. */
    @Nullable
    Boolean getMastersSchedulable();

    /** Has no effect. */
    @Nullable
    ConfigMapNameReference getPolicy();

    /** What nodes are preferred; LowNodeUtilization by default. */
    @Nullable
    SchedulerProfile getProfile();

    /** What is different from the profile. */
    @Nullable
    SchedulerProfileCustomizations getProfileCustomizations();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link SchedulerConfig}. Not thread-safe. */
    final class Builder extends ImmutableSchedulerConfig.Builder {
        Builder() {}

        /** Sets {@code policy} from a builder. */
        public Builder policy(UnaryOperator<ConfigMapNameReference.Builder> edit) {
            return policy(edit.apply(ConfigMapNameReference.builder()).build());
        }

        /** Sets {@code profileCustomizations} from a builder. */
        public Builder profileCustomizations(UnaryOperator<SchedulerProfileCustomizations.Builder> edit) {
            return profileCustomizations(
                    edit.apply(SchedulerProfileCustomizations.builder()).build());
        }
    }
}
