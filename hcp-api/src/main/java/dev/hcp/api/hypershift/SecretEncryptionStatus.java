package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where the rotation of the key that encrypts secrets stands.
 *
 * <p>CRD field: HostedCluster {@code status.secretEncryption}, HostedControlPlane {@code status.secretEncryption}.
 */
@Value.Immutable
@HcpModel
@Size(min = 1)
public interface SecretEncryptionStatus extends Model {
    /** The key with which everything in etcd is known to be encrypted. */
    @Nullable
    EncryptionKeyStatus getActiveKey();

    /** Rotations, the newest first. */
    @Size(min = 1, max = 5)
    @ListType("atomic")
    List<EncryptionMigrationHistory> getHistory();

    /** The key that a rotation under way moves to; fixed when it begins. */
    @Nullable
    EncryptionKeyStatus getTargetKey();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link SecretEncryptionStatus}. Not thread-safe. */
    final class Builder extends ImmutableSecretEncryptionStatus.Builder {
        Builder() {}

        /** Sets {@code activeKey} from a builder. */
        public Builder activeKey(UnaryOperator<EncryptionKeyStatus.Builder> edit) {
            return activeKey(edit.apply(EncryptionKeyStatus.builder()).build());
        }

        /** Sets {@code targetKey} from a builder. */
        public Builder targetKey(UnaryOperator<EncryptionKeyStatus.Builder> edit) {
            return targetKey(edit.apply(EncryptionKeyStatus.builder()).build());
        }
    }
}
