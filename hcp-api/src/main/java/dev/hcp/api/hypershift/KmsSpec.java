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

    /** AWS KMS: sets both {@code provider} and {@code aws}. */
    static KmsSpec aws(UnaryOperator<AwsKmsSpec.Builder> edit) {
        return builder().aws(edit).build();
    }

    /** Azure Key Vault: sets both {@code provider} and {@code azure}. */
    static KmsSpec azure(UnaryOperator<AzureKmsSpec.Builder> edit) {
        return builder().azure(edit).build();
    }

    /** IBM Key Protect: sets both {@code provider} and {@code ibmcloud}. */
    static KmsSpec ibmcloud(UnaryOperator<IbmCloudKmsSpec.Builder> edit) {
        return builder().ibmcloud(edit).build();
    }

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

        /** Sets {@code provider} and {@code aws}, that from a builder; removes what belongs to others. */
        public Builder aws(UnaryOperator<AwsKmsSpec.Builder> edit) {
            return only(KmsProvider.AWS).aws(edit.apply(AwsKmsSpec.builder()).build());
        }

        /** Sets {@code provider} and {@code azure}, that from a builder; removes what belongs to others. */
        public Builder azure(UnaryOperator<AzureKmsSpec.Builder> edit) {
            return only(KmsProvider.AZURE)
                    .azure(edit.apply(AzureKmsSpec.builder()).build());
        }

        /** Sets {@code provider} and {@code ibmcloud}, that from a builder; removes what belongs to others. */
        public Builder ibmcloud(UnaryOperator<IbmCloudKmsSpec.Builder> edit) {
            return only(KmsProvider.IBM_CLOUD)
                    .ibmcloud(edit.apply(IbmCloudKmsSpec.builder()).build());
        }

        private Builder only(KmsProvider chosen) {
            return provider(chosen)
                    .aws((AwsKmsSpec) null)
                    .azure((AzureKmsSpec) null)
                    .ibmcloud((IbmCloudKmsSpec) null);
        }
    }
}
