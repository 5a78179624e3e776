package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Since;
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
@Rule(
        value = "!has(self.backupKey) || self.backupKey.keyVaultName == self.activeKey.keyVaultName",
        message =
                "backupKey.keyVaultName must match activeKey.keyVaultName; both keys must reside in the same Key Vault",
        since = Edition.LATEST)
@Rule(
        value =
                "(has(self.keyVaultType) ? self.keyVaultType : 'KeyVault') == (has(oldSelf.keyVaultType) ? oldSelf.keyVaultType : 'KeyVault')",
        message = "keyVaultType is immutable",
        since = Edition.LATEST)
@Rule(
        value = "!(has(self.kms) && has(self.workloadIdentity))",
        message = "kms and workloadIdentity are mutually exclusive",
        since = Edition.LATEST)
@Rule(
        value = "has(self.kms) || has(self.workloadIdentity)",
        message = "one of kms or workloadIdentity must be set",
        since = Edition.LATEST)
@Rule(
        value = "has(self.kms) == has(oldSelf.kms)",
        message = "the KMS authentication mode is immutable once set",
        since = Edition.LATEST)
public interface AzureKmsSpec extends Model {
    /** The key that encrypts. */
    @Required
    @Nullable
    AzureKmsKey getActiveKey();

    /** The key that was active before. */
    @Nullable
    AzureKmsKey getBackupKey();

    /** From where the key vault is reached; Public by default. */
    @Since(Edition.LATEST)
    @Nullable
    AzureKeyVaultAccess getKeyVaultAccess();

    /** What holds the keys; a key vault by default. */
    @Since(Edition.LATEST)
    @Nullable
    AzureKeyVaultType getKeyVaultType();

    /** The managed identity that uses the keys; excludes {@code workloadIdentity}. */
    @Since(Edition.LATEST)
    @Nullable
    AzureManagedIdentity getKms();

    /** The federated identity that uses the keys; excludes {@code kms}. */
    @Since(Edition.LATEST)
    @Nullable
    AzureWorkloadIdentity getWorkloadIdentity();

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

        /** Sets {@code kms} from a builder. */
        public Builder kms(UnaryOperator<AzureManagedIdentity.Builder> edit) {
            return kms(edit.apply(AzureManagedIdentity.builder()).build());
        }

        /** Sets {@code workloadIdentity} from a builder. */
        public Builder workloadIdentity(UnaryOperator<AzureWorkloadIdentity.Builder> edit) {
            return workloadIdentity(edit.apply(AzureWorkloadIdentity.builder()).build());
        }
    }
}
