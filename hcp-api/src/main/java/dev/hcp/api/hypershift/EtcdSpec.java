package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where a cluster keeps its state.
 *
 * <p>CRD field: HostedCluster {@code spec.etcd}, HostedControlPlane {@code spec.etcd}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "self.managementType == 'Managed' ? has(self.managed) : !has(self.managed)",
        message = "Only managed configuration must be set when managementType is Managed",
        since = Edition.LATEST)
@Rule(
        value = "self.managementType == 'Unmanaged' ? has(self.unmanaged) : !has(self.unmanaged)",
        message = "Only unmanaged configuration must be set when managementType is Unmanaged",
        since = Edition.LATEST)
public interface EtcdSpec extends Model {
    /** Details of an etcd that the operator runs. */
    @Nullable
    ManagedEtcdSpec getManaged();

    /** Who runs etcd. */
    @Required
    @Rule(value = "self == oldSelf", message = "managementType is immutable", since = Edition.LATEST)
    @Nullable
    EtcdManagementType getManagementType();

    /** Details of an etcd that somebody else runs. */
    @Nullable
    UnmanagedEtcdSpec getUnmanaged();

    /** Etcd that HyperShift runs: sets both {@code managementType} and {@code managed}. */
    static EtcdSpec managed(UnaryOperator<ManagedEtcdSpec.Builder> edit) {
        return builder().managed(edit).build();
    }

    /** Etcd that somebody else runs: sets both {@code managementType} and {@code unmanaged}. */
    static EtcdSpec unmanaged(UnaryOperator<UnmanagedEtcdSpec.Builder> edit) {
        return builder().unmanaged(edit).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link EtcdSpec}. Not thread-safe. */
    final class Builder extends ImmutableEtcdSpec.Builder {
        Builder() {}

        /** Sets {@code managementType} and {@code managed}, that from a builder; removes what belongs to others. */
        public Builder managed(UnaryOperator<ManagedEtcdSpec.Builder> edit) {
            return only(EtcdManagementType.MANAGED)
                    .managed(edit.apply(ManagedEtcdSpec.builder()).build());
        }

        /** Sets {@code managementType} and {@code unmanaged}, that from a builder; removes what belongs to others. */
        public Builder unmanaged(UnaryOperator<UnmanagedEtcdSpec.Builder> edit) {
            return only(EtcdManagementType.UNMANAGED)
                    .unmanaged(edit.apply(UnmanagedEtcdSpec.builder()).build());
        }

        private Builder only(EtcdManagementType chosen) {
            return managementType(chosen).managed((ManagedEtcdSpec) null).unmanaged((UnmanagedEtcdSpec) null);
        }
    }
}
