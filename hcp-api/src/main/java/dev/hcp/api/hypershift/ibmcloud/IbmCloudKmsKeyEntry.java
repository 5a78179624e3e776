package dev.hcp.api.hypershift.ibmcloud;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A key of IBM Cloud.
 *
 * <p>CRD field: HostedCluster {@code spec.secretEncryption.kms.ibmcloud.keyList[]}, HostedControlPlane {@code
 * spec.secretEncryption.kms.ibmcloud.keyList[]}.
 */
@Value.Immutable
@HcpModel
public interface IbmCloudKmsKeyEntry extends Model {
    /** Finds the requests in the log of the service. */
    @Required
    @Size(min = 1, max = 255, since = Edition.LATEST)
    @Nullable
    String getCorrelationID();

    /** The root key. */
    @Required
    @Size(min = 1, max = 255, since = Edition.LATEST)
    @Nullable
    String getCrkID();

    /** The instance of the service. */
    @Required
    @Size(min = 1, max = 255, since = Edition.LATEST)
    @Nullable
    String getInstanceID();

    /** The version; larger is newer. */
    @Required
    @Format("")
    @Minimum(value = 0, since = Edition.LATEST)
    @Maximum(value = 2147483647, since = Edition.LATEST)
    @Nullable
    Integer getKeyVersion();

    /** The URL of the instance, {@code https} only. */
    @Required
    @Pattern(value = "^https://", until = Edition.V4_17)
    @Size(min = 1, max = 2048, since = Edition.LATEST)
    @Rule(value = "self.startsWith('https://')", message = "url must start with 'https://'", since = Edition.LATEST)
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

    /** Builds {@link IbmCloudKmsKeyEntry}. Not thread-safe. */
    final class Builder extends ImmutableIbmCloudKmsKeyEntry.Builder {
        Builder() {}
    }
}
