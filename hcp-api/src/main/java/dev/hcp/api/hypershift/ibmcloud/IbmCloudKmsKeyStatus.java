package dev.hcp.api.hypershift.ibmcloud;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An IBM Cloud key that encrypts secrets.
 *
 * <p>CRD field: HostedCluster {@code status.secretEncryption.activeKey.ibmCloud}, HostedControlPlane {@code
 * status.secretEncryption.activeKey.ibmCloud}, HostedCluster {@code status.secretEncryption.targetKey.ibmCloud},
 * HostedControlPlane {@code status.secretEncryption.targetKey.ibmCloud}.
 */
@Value.Immutable
@HcpModel
public interface IbmCloudKmsKeyStatus extends Model {
    /** Marks all calls that are made for it. */
    @Required
    @Size(min = 1, max = 255)
    @Nullable
    String getCorrelationID();

    /** The customer root key. */
    @Required
    @Size(min = 1, max = 255)
    @Nullable
    String getCrkID();

    /** The Key Protect instance. */
    @Required
    @Size(min = 1, max = 255)
    @Nullable
    String getInstanceID();

    /** The version of the key; grows with each new one. */
    @Required
    @Format("")
    @Minimum(0)
    @Maximum(2147483647)
    @Nullable
    Long getKeyVersion();

    /** Where Key Protect is reached. */
    @Required
    @Size(min = 1, max = 2048)
    @Rule(value = "self.startsWith('https://')", message = "url must start with 'https://'")
    @Nullable
    String getUrl();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link IbmCloudKmsKeyStatus}. Not thread-safe. */
    final class Builder extends ImmutableIbmCloudKmsKeyStatus.Builder {
        Builder() {}
    }
}
