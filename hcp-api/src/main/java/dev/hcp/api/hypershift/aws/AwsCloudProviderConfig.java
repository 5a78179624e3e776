package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The network in which load balancers are made.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.aws.cloudProviderConfig}, HostedControlPlane {@code
 * spec.platform.aws.cloudProviderConfig}.
 */
@Value.Immutable
@HcpModel
public interface AwsCloudProviderConfig extends Model {
    /** The subnet. */
    @Nullable
    AwsResourceReference getSubnet();

    /** The VPC. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getVpc();

    /** The availability zone. */
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getZone();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsCloudProviderConfig}. Not thread-safe. */
    final class Builder extends ImmutableAwsCloudProviderConfig.Builder {
        Builder() {}

        /** Sets {@code subnet} from a builder. */
        public Builder subnet(UnaryOperator<AwsResourceReference.Builder> edit) {
            return subnet(edit.apply(AwsResourceReference.builder()).build());
        }
    }
}
