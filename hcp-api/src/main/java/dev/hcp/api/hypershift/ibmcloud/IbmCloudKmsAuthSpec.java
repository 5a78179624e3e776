package dev.hcp.api.hypershift.ibmcloud;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How to authenticate to the key management service of IBM Cloud.
 *
 * <p>CRD field: HostedCluster {@code spec.secretEncryption.kms.ibmcloud.auth}, HostedControlPlane {@code
 * spec.secretEncryption.kms.ibmcloud.auth}.
 */
@Value.Immutable
@HcpModel
public interface IbmCloudKmsAuthSpec extends Model {
    /** Nothing to say for managed authentication; an empty object. */
    @Nullable
    JsonObject getManaged();

    /** Who provides the credentials. */
    @Required
    @Nullable
    IbmCloudKmsAuthType getType();

    /** The credentials of the user. */
    @Nullable
    IbmCloudKmsUnmanagedAuthSpec getUnmanaged();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link IbmCloudKmsAuthSpec}. Not thread-safe. */
    final class Builder extends ImmutableIbmCloudKmsAuthSpec.Builder {
        Builder() {}

        /** Sets {@code unmanaged} from a builder. */
        public Builder unmanaged(UnaryOperator<IbmCloudKmsUnmanagedAuthSpec.Builder> edit) {
            return unmanaged(edit.apply(IbmCloudKmsUnmanagedAuthSpec.builder()).build());
        }
    }
}
