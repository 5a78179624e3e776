package dev.hcp.api.hypershift;

import dev.hcp.api.hypershift.aws.AwsKmsKeyStatus;
import dev.hcp.api.hypershift.azure.AzureKmsKeyStatus;
import dev.hcp.api.hypershift.ibmcloud.IbmCloudKmsKeyStatus;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A key that encrypts secrets; the member of its provider identifies it.
 *
 * <p>CRD field: HostedCluster {@code status.secretEncryption.activeKey}, HostedControlPlane {@code
 * status.secretEncryption.activeKey}, HostedCluster {@code status.secretEncryption.targetKey}, HostedControlPlane
 * {@code status.secretEncryption.targetKey}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "self.provider == 'Azure' ? has(self.azure) : !has(self.azure)",
        message = "azure is required when provider is Azure, and forbidden otherwise")
@Rule(
        value = "self.provider == 'AWS' ? has(self.aws) : !has(self.aws)",
        message = "aws is required when provider is AWS, and forbidden otherwise")
@Rule(
        value = "self.provider == 'IBMCloud' ? has(self.ibmCloud) : !has(self.ibmCloud)",
        message = "ibmCloud is required when provider is IBMCloud, and forbidden otherwise")
@Rule(
        value = "self.provider == 'AESCBC' ? has(self.aescbc) : !has(self.aescbc)",
        message = "aescbc is required when provider is AESCBC, and forbidden otherwise")
public interface EncryptionKeyStatus extends Model {
    /** A local key. */
    @Nullable
    AesCbcKeyStatus getAescbc();

    /** A key of AWS. */
    @Nullable
    AwsKmsKeyStatus getAws();

    /** A key of Azure. */
    @Nullable
    AzureKmsKeyStatus getAzure();

    /** A key of IBM Cloud. */
    @Nullable
    IbmCloudKmsKeyStatus getIbmCloud();

    /** The provider. */
    @Required
    @Nullable
    SecretEncryptionProvider getProvider();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link EncryptionKeyStatus}. Not thread-safe. */
    final class Builder extends ImmutableEncryptionKeyStatus.Builder {
        Builder() {}

        /** Sets {@code aescbc} from a builder. */
        public Builder aescbc(UnaryOperator<AesCbcKeyStatus.Builder> edit) {
            return aescbc(edit.apply(AesCbcKeyStatus.builder()).build());
        }

        /** Sets {@code aws} from a builder. */
        public Builder aws(UnaryOperator<AwsKmsKeyStatus.Builder> edit) {
            return aws(edit.apply(AwsKmsKeyStatus.builder()).build());
        }

        /** Sets {@code azure} from a builder. */
        public Builder azure(UnaryOperator<AzureKmsKeyStatus.Builder> edit) {
            return azure(edit.apply(AzureKmsKeyStatus.builder()).build());
        }

        /** Sets {@code ibmCloud} from a builder. */
        public Builder ibmCloud(UnaryOperator<IbmCloudKmsKeyStatus.Builder> edit) {
            return ibmCloud(edit.apply(IbmCloudKmsKeyStatus.builder()).build());
        }
    }
}
