package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A key of AWS.
 *
 * <p>CRD field: HostedCluster {@code spec.secretEncryption.kms.aws.activeKey}, HostedCluster {@code
 * spec.secretEncryption.kms.aws.backupKey}, HostedControlPlane {@code spec.secretEncryption.kms.aws.activeKey}.
 */
@Value.Immutable
@HcpModel
public interface AwsKmsKeyEntry extends Model {
    /** Its ARN. */
    @Required
    @Pattern(value = "^arn:", until = Edition.V4_17)
    @Size(min = 1, max = 2048, since = Edition.LATEST)
    @Rule(value = "self.startsWith('arn:')", message = "arn must start with 'arn:'", since = Edition.LATEST)
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

    /** Builds {@link AwsKmsKeyEntry}. Not thread-safe. */
    final class Builder extends ImmutableAwsKmsKeyEntry.Builder {
        Builder() {}
    }
}
