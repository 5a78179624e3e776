package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How secrets are encrypted in etcd.
 *
 * <p>CRD field: HostedCluster {@code spec.secretEncryption}, HostedControlPlane {@code spec.secretEncryption}.
 */
@Value.Immutable
@HcpModel
public interface SecretEncryptionSpec extends Model {
    /** Details of keys in secrets. */
    @Nullable
    AesCbcSpec getAescbc();

    /** Details of a key management service. */
    @Nullable
    KmsSpec getKms();

    /** Which of the two. */
    @Required
    @Nullable
    SecretEncryptionType getType();

    /** Encryption with a key in a Secret: sets both {@code type} and {@code aescbc}. */
    static SecretEncryptionSpec aescbc(UnaryOperator<AesCbcSpec.Builder> edit) {
        return builder().aescbc(edit).build();
    }

    /** Encryption with a key management service: sets both {@code type} and {@code kms}. */
    static SecretEncryptionSpec kms(UnaryOperator<KmsSpec.Builder> edit) {
        return builder().kms(edit).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link SecretEncryptionSpec}. Not thread-safe. */
    final class Builder extends ImmutableSecretEncryptionSpec.Builder {
        Builder() {}

        /** Sets {@code type} and {@code aescbc}, that from a builder; removes what belongs to others. */
        public Builder aescbc(UnaryOperator<AesCbcSpec.Builder> edit) {
            return only(SecretEncryptionType.AESCBC)
                    .aescbc(edit.apply(AesCbcSpec.builder()).build());
        }

        /** Sets {@code type} and {@code kms}, that from a builder; removes what belongs to others. */
        public Builder kms(UnaryOperator<KmsSpec.Builder> edit) {
            return only(SecretEncryptionType.KMS)
                    .kms(edit.apply(KmsSpec.builder()).build());
        }

        private Builder only(SecretEncryptionType chosen) {
            return type(chosen).aescbc((AesCbcSpec) null).kms((KmsSpec) null);
        }
    }
}
