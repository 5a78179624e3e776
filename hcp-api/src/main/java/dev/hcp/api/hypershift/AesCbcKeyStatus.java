package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A local key that encrypts secrets.
 *
 * <p>CRD field: HostedCluster {@code status.secretEncryption.activeKey.aescbc}, HostedControlPlane {@code
 * status.secretEncryption.activeKey.aescbc}, HostedCluster {@code status.secretEncryption.targetKey.aescbc},
 * HostedControlPlane {@code status.secretEncryption.targetKey.aescbc}.
 */
@Value.Immutable
@HcpModel
public interface AesCbcKeyStatus extends Model {
    /** SHA-256 of the key's bytes, in hexadecimal, when the rotation ended. */
    @Required
    @Size(min = 1, max = 64)
    @Nullable
    String getDataHash();

    /** Secret with the key. */
    @Required
    @Nullable
    EncryptionSecretReference getSecret();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AesCbcKeyStatus}. Not thread-safe. */
    final class Builder extends ImmutableAesCbcKeyStatus.Builder {
        Builder() {}

        /** Sets {@code secret} from a builder. */
        public Builder secret(UnaryOperator<EncryptionSecretReference.Builder> edit) {
            return secret(edit.apply(EncryptionSecretReference.builder()).build());
        }
    }
}
