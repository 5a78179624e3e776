package dev.hcp.api.hypershift.operators;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Settings of single operators of the cluster.
 *
 * <p>CRD field: HostedCluster {@code spec.operatorConfiguration}, HostedControlPlane {@code
 * spec.operatorConfiguration}.
 */
@Value.Immutable
@HcpModel
public interface OperatorConfiguration extends Model {
    /** Settings of the cluster network operator. */
    @Nullable
    ClusterNetworkOperatorSpec getClusterNetworkOperator();

    /** Settings of the ingress operator. */
    @Nullable
    IngressOperatorSpec getIngressOperator();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OperatorConfiguration}. Not thread-safe. */
    final class Builder extends ImmutableOperatorConfiguration.Builder {
        Builder() {}

        /** Sets {@code clusterNetworkOperator} from a builder. */
        public Builder clusterNetworkOperator(UnaryOperator<ClusterNetworkOperatorSpec.Builder> edit) {
            return clusterNetworkOperator(
                    edit.apply(ClusterNetworkOperatorSpec.builder()).build());
        }

        /** Sets {@code ingressOperator} from a builder. */
        public Builder ingressOperator(UnaryOperator<IngressOperatorSpec.Builder> edit) {
            return ingressOperator(edit.apply(IngressOperatorSpec.builder()).build());
        }
    }
}
