package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An AWS key that encrypts secrets.
 *
 * <p>CRD field: HostedCluster {@code status.secretEncryption.activeKey.aws}, HostedControlPlane {@code
 * status.secretEncryption.activeKey.aws}, HostedCluster {@code status.secretEncryption.targetKey.aws},
 * HostedControlPlane {@code status.secretEncryption.targetKey.aws}.
 */
@Value.Immutable
@HcpModel
public interface AwsKmsKeyStatus extends Model {
    /** Its ARN. */
    @Required
    @Size(min = 1, max = 2048)
    @Rule(value = "self.startsWith('arn:')", message = "arn must start with 'arn:'")
    @Nullable
    String getArn();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsKmsKeyStatus}. Not thread-safe. */
    final class Builder extends ImmutableAwsKmsKeyStatus.Builder {
        Builder() {}
    }
}
