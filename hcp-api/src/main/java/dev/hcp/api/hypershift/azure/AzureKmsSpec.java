package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Encryption by an Azure key vault.
 *
 * <p>CRD field: HostedCluster {@code spec.secretEncryption.kms.azure}, HostedControlPlane {@code
 * spec.secretEncryption.kms.azure}.
 */
@Value.Immutable
@HcpModel
public interface AzureKmsSpec extends Model {
    /** The key that encrypts. */
    @Required
    @Nullable
    AzureKmsKey getActiveKey();

    /** The key that was active before. */
    @Nullable
    AzureKmsKey getBackupKey();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzureKmsSpec}. Not thread-safe. */
    final class Builder extends ImmutableAzureKmsSpec.Builder {
        Builder() {}

        /** Sets {@code activeKey} from a builder. */
        public Builder activeKey(UnaryOperator<AzureKmsKey.Builder> edit) {
            return activeKey(edit.apply(AzureKmsKey.builder()).build());
        }

        /** Sets {@code backupKey} from a builder. */
        public Builder backupKey(UnaryOperator<AzureKmsKey.Builder> edit) {
            return backupKey(edit.apply(AzureKmsKey.builder()).build());
        }
    }
}
