package dev.hcp.api.hypershift.ibmcloud;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Encryption by the key management service of IBM Cloud.
 *
 * <p>CRD field: HostedCluster {@code spec.secretEncryption.kms.ibmcloud}, HostedControlPlane {@code
 * spec.secretEncryption.kms.ibmcloud}.
 */
@Value.Immutable
@HcpModel
public interface IbmCloudKmsSpec extends Model {
    /** How to authenticate. */
    @Required
    @Nullable
    IbmCloudKmsAuthSpec getAuth();

    /** The keys; the one with the highest version encrypts. */
    @Required
    @Size(max = 100, since = Edition.LATEST)
    List<IbmCloudKmsKeyEntry> getKeyList();

    /** The region of the service. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getRegion();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link IbmCloudKmsSpec}. Not thread-safe. */
    final class Builder extends ImmutableIbmCloudKmsSpec.Builder {
        Builder() {}

        /** Sets {@code auth} from a builder. */
        public Builder auth(UnaryOperator<IbmCloudKmsAuthSpec.Builder> edit) {
            return auth(edit.apply(IbmCloudKmsAuthSpec.builder()).build());
        }
    }
}
