package dev.hcp.api.hypershift.operators;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the provider of a load balancer needs; the member of the provider holds the details.
 *
 * <p>CRD field: HostedCluster {@code
 * spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.loadBalancer.providerParameters},
 * HostedControlPlane {@code
 * spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.loadBalancer.providerParameters}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "has(self.type) && self.type == 'OpenStack' ? true : !has(self.openstack)",
        message = "openstack is not permitted when type is not OpenStack")
public interface ProviderLoadBalancerParameters extends Model {
    /** Details of AWS. */
    @Nullable
    AwsLoadBalancerParameters getAws();

    /** Details of Google Cloud. */
    @Nullable
    GcpLoadBalancerParameters getGcp();

    /** Details of IBM Cloud. */
    @Nullable
    IbmLoadBalancerParameters getIbm();

    /** Details of OpenStack. */
    @Nullable
    OpenStackLoadBalancerParameters getOpenstack();

    /** The provider. */
    @Required
    @Nullable
    LoadBalancerProvider getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ProviderLoadBalancerParameters}. Not thread-safe. */
    final class Builder extends ImmutableProviderLoadBalancerParameters.Builder {
        Builder() {}

        /** Sets {@code aws} from a builder. */
        public Builder aws(UnaryOperator<AwsLoadBalancerParameters.Builder> edit) {
            return aws(edit.apply(AwsLoadBalancerParameters.builder()).build());
        }

        /** Sets {@code gcp} from a builder. */
        public Builder gcp(UnaryOperator<GcpLoadBalancerParameters.Builder> edit) {
            return gcp(edit.apply(GcpLoadBalancerParameters.builder()).build());
        }

        /** Sets {@code ibm} from a builder. */
        public Builder ibm(UnaryOperator<IbmLoadBalancerParameters.Builder> edit) {
            return ibm(edit.apply(IbmLoadBalancerParameters.builder()).build());
        }

        /** Sets {@code openstack} from a builder. */
        public Builder openstack(UnaryOperator<OpenStackLoadBalancerParameters.Builder> edit) {
            return openstack(
                    edit.apply(OpenStackLoadBalancerParameters.builder()).build());
        }
    }
}
