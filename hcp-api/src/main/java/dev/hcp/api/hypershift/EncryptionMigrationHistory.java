package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.NamedInJson;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A rotation of the key that encrypts secrets.
 *
 * <p>CRD field: HostedCluster {@code status.secretEncryption.history[]}, HostedControlPlane {@code
 * status.secretEncryption.history[]}.
 */
@Value.Immutable
@HcpModel
public interface EncryptionMigrationHistory extends NamedInJson {
    /** When it ended, RFC 3339; absent until then. */
    @Format("date-time")
    @Nullable
    String getCompletionTime();

    /** The key before. */
    @JsonProperty("from")
    @Required
    @Nullable
    EncryptionKeyId getFromKey();

    /** When it began, RFC 3339. */
    @Required
    @Format("date-time")
    @Nullable
    String getStartedTime();

    /** How far it has come. */
    @Required
    @Nullable
    EncryptionMigrationState getState();

    /** The key after. */
    @JsonProperty("to")
    @Required
    @Nullable
    EncryptionKeyId getToKey();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link EncryptionMigrationHistory}. Not thread-safe. */
    final class Builder extends ImmutableEncryptionMigrationHistory.Builder {
        Builder() {}

        /** Sets {@code fromKey} from a builder. */
        public Builder fromKey(UnaryOperator<EncryptionKeyId.Builder> edit) {
            return fromKey(edit.apply(EncryptionKeyId.builder()).build());
        }

        /** Sets {@code toKey} from a builder. */
        public Builder toKey(UnaryOperator<EncryptionKeyId.Builder> edit) {
            return toKey(edit.apply(EncryptionKeyId.builder()).build());
        }
    }
}
