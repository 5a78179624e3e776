package dev.hcp.api.capi.aws;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.RawSchema;
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
    @RawSchema("{\"items\":{\"type\":\"object\",\"x-kubernetes-preserve-unknown-fields\":true}}")
    List<JsonObject> getAdditionalControlPlaneIngressRules();

    /** Rules that the network plug-in needs. */
    @FreeForm
    @Nullable
    JsonObject getCni();

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

        /** Sets {@code vpc} from a builder. */
        public Builder vpc(UnaryOperator<AwsVpcSpec.Builder> edit) {
            return vpc(edit.apply(AwsVpcSpec.builder()).build());
        }
    }
}
