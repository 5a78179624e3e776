package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Encryption by the key management service of AWS.
 *
 * <p>CRD field: HostedCluster {@code spec.secretEncryption.kms.aws}, HostedControlPlane {@code
 * spec.secretEncryption.kms.aws}.
 */
@Value.Immutable
@HcpModel
public interface AwsKmsSpec extends Model {
    /** The key that encrypts. */
    @Required
    @Nullable
    AwsKmsKeyEntry getActiveKey();

    /** How to authenticate. */
    @Required
    @Nullable
    AwsKmsAuthSpec getAuth();

    /** The key that was active before. */
    @Nullable
    AwsKmsKeyEntry getBackupKey();

    /** The region of the keys. */
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

    /** Builds {@link AwsKmsSpec}. Not thread-safe. */
    final class Builder extends ImmutableAwsKmsSpec.Builder {
        Builder() {}

        /** Sets {@code activeKey} from a builder. */
        public Builder activeKey(UnaryOperator<AwsKmsKeyEntry.Builder> edit) {
            return activeKey(edit.apply(AwsKmsKeyEntry.builder()).build());
        }

        /** Sets {@code auth} from a builder. */
        public Builder auth(UnaryOperator<AwsKmsAuthSpec.Builder> edit) {
            return auth(edit.apply(AwsKmsAuthSpec.builder()).build());
        }

        /** Sets {@code backupKey} from a builder. */
        public Builder backupKey(UnaryOperator<AwsKmsKeyEntry.Builder> edit) {
            return backupKey(edit.apply(AwsKmsKeyEntry.builder()).build());
        }
    }
}
