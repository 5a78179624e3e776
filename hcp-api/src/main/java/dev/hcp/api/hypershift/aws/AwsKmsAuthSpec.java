package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How to authenticate to the key management service of AWS.
 *
 * <p>CRD field: HostedCluster {@code spec.secretEncryption.kms.aws.auth}, HostedControlPlane {@code
 * spec.secretEncryption.kms.aws.auth}.
 */
@Value.Immutable
@HcpModel
public interface AwsKmsAuthSpec extends Model {
    /** The ARN of the role to assume. */
    @Required
    @Size(max = 2048, since = Edition.LATEST)
    @Nullable
    String getAwsKms();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsKmsAuthSpec}. Not thread-safe. */
    final class Builder extends ImmutableAwsKmsAuthSpec.Builder {
        Builder() {}
    }
}
