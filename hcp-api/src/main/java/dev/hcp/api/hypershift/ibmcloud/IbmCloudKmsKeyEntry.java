package dev.hcp.api.hypershift.ibmcloud;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
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
    @Nullable
    String getCorrelationID();

    /** The root key. */
    @Required
    @Nullable
    String getCrkID();

    /** The instance of the service. */
    @Required
    @Nullable
    String getInstanceID();

    /** The version; larger is newer. */
    @Required
    @Format("")
    @Nullable
    Integer getKeyVersion();

    /** The URL of the instance, {@code https} only. */
    @Required
    @Pattern("^https://")
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
