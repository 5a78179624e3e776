package dev.hcp.api.hypershift.ibmcloud;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Credentials of the user.
 *
 * <p>CRD field: HostedCluster {@code spec.secretEncryption.kms.ibmcloud.auth.unmanaged}, HostedControlPlane {@code
 * spec.secretEncryption.kms.ibmcloud.auth.unmanaged}.
 */
@Value.Immutable
@HcpModel
public interface IbmCloudKmsUnmanagedAuthSpec extends Model {
    /** Secret with the API key. */
    @Required
    @Nullable
    LocalObjectReference getCredentials();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link IbmCloudKmsUnmanagedAuthSpec}. Not thread-safe. */
    final class Builder extends ImmutableIbmCloudKmsUnmanagedAuthSpec.Builder {
        Builder() {}
    }
}
