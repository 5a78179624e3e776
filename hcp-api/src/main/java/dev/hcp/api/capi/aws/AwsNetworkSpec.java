package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The network of a cluster.
 *
 * <p>CRD field: AWSCluster {@code spec.network}.
 */
@Value.Immutable
@HcpModel
public interface AwsNetworkSpec extends Model {
    /** More rules for the security group of control plane machines. */
    List<AwsIngressRule> getAdditionalControlPlaneIngressRules();

    /** Rules that the network plug-in needs. */
    @Nullable
    AwsCniSpec getCni();

    /** Existing security groups to use, by role. */
    Map<String, String> getSecurityGroupOverrides();

    /** The subnets. */
    @ListType(
            value = "map",
            keys = {"id"})
    List<AwsSubnetSpec> getSubnets();

    /** The virtual private cloud. */
    @Nullable
    AwsVpcSpec getVpc();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsNetworkSpec}. Not thread-safe. */
    final class Builder extends ImmutableAwsNetworkSpec.Builder {
        Builder() {}

        /** Sets {@code cni} from a builder. */
        public Builder cni(UnaryOperator<AwsCniSpec.Builder> edit) {
            return cni(edit.apply(AwsCniSpec.builder()).build());
        }

        /** Sets {@code vpc} from a builder. */
        public Builder vpc(UnaryOperator<AwsVpcSpec.Builder> edit) {
            return vpc(edit.apply(AwsVpcSpec.builder()).build());
        }
    }
}
