package dev.hcp.api.hypershift;

import dev.hcp.api.hypershift.aws.AwsKmsSpec;
import dev.hcp.api.hypershift.azure.AzureKmsSpec;
import dev.hcp.api.hypershift.ibmcloud.IbmCloudKmsSpec;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Encryption by a key management service; the member of the chosen provider holds the details.
 *
 * <p>CRD field: HostedCluster {@code spec.secretEncryption.kms}, HostedControlPlane {@code
 * spec.secretEncryption.kms}.
 */
@Value.Immutable
@HcpModel
public interface KmsSpec extends Model {
    /** Details of AWS. */
    @Nullable
    AwsKmsSpec getAws();

    /** Details of Azure. */
    @Nullable
    AzureKmsSpec getAzure();

    /** Details of IBM Cloud. */
    @Nullable
    IbmCloudKmsSpec getIbmcloud();

    /** The provider. */
    @Required
    @Nullable
    KmsProvider getProvider();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KmsSpec}. Not thread-safe. */
    final class Builder extends ImmutableKmsSpec.Builder {
        Builder() {}

        /** Sets {@code aws} from a builder. */
        public Builder aws(UnaryOperator<AwsKmsSpec.Builder> edit) {
            return aws(edit.apply(AwsKmsSpec.builder()).build());
        }

        /** Sets {@code azure} from a builder. */
        public Builder azure(UnaryOperator<AzureKmsSpec.Builder> edit) {
            return azure(edit.apply(AzureKmsSpec.builder()).build());
        }

        /** Sets {@code ibmcloud} from a builder. */
        public Builder ibmcloud(UnaryOperator<IbmCloudKmsSpec.Builder> edit) {
            return ibmcloud(edit.apply(IbmCloudKmsSpec.builder()).build());
        }
    }
}
