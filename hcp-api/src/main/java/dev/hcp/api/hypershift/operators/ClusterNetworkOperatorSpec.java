package dev.hcp.api.hypershift.operators;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Rule;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the cluster network operator.
 *
 * <p>CRD field: HostedCluster {@code spec.operatorConfiguration.clusterNetworkOperator}, HostedControlPlane {@code
 * spec.operatorConfiguration.clusterNetworkOperator}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "!has(oldSelf.ovnKubernetesConfig) || has(self.ovnKubernetesConfig)",
        message = "ovnKubernetesConfig is immutable once set and cannot be removed")
public interface ClusterNetworkOperatorSpec extends Model {
    /** Whether pods can have no further networks, and Multus is left out; only for network type Other, immutable. */
    @Default("false")
    @Rule(value = "self == oldSelf", message = "disableMultiNetwork is immutable")
    @Nullable
    Boolean getDisableMultiNetwork();

    /** Settings of OVN-Kubernetes; only for that network type, and not removed once set. */
    @Nullable
    OvnKubernetesConfig getOvnKubernetesConfig();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ClusterNetworkOperatorSpec}. Not thread-safe. */
    final class Builder extends ImmutableClusterNetworkOperatorSpec.Builder {
        Builder() {}

        /** Sets {@code ovnKubernetesConfig} from a builder. */
        public Builder ovnKubernetesConfig(UnaryOperator<OvnKubernetesConfig.Builder> edit) {
            return ovnKubernetesConfig(edit.apply(OvnKubernetesConfig.builder()).build());
        }
    }
}
