package dev.hcp.api.hypershift.autonode;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How Karpenter works on AWS.
 *
 * <p>CRD field: HostedCluster {@code spec.autoNode.provisionerConfig.karpenter.aws}, HostedControlPlane {@code
 * spec.autoNode.provisionerConfig.karpenter.aws}.
 */
@Value.Immutable
@HcpModel
public interface KarpenterAwsConfig extends Model {
    /** The role that Karpenter assumes to manage instances. */
    @Required
    @Size(max = 2048)
    @Rule(
            value = "self.matches('^arn:(aws|aws-cn|aws-us-gov):iam::[0-9]{12}:role/.+$')",
            message = "roleARN must be a valid AWS IAM role ARN (e.g. arn:aws:iam::123456789012:role/MyRole)")
    @Nullable
    String getRoleARN();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KarpenterAwsConfig}. Not thread-safe. */
    final class Builder extends ImmutableKarpenterAwsConfig.Builder {
        Builder() {}
    }
}
