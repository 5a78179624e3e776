package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Atomic;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Credentials that were tried.
 *
 * <p>CRD field: BareMetalHost {@code status.goodCredentials}, BareMetalHost {@code status.triedCredentials}.
 */
@Value.Immutable
@HcpModel
public interface CredentialsStatus extends Model {
    /** The secret. */
    @Atomic
    @Nullable
    HostSecretReference getCredentials();

    /** The resource version of the secret at that time. */
    @Nullable
    String getCredentialsVersion();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link CredentialsStatus}. Not thread-safe. */
    final class Builder extends ImmutableCredentialsStatus.Builder {
        Builder() {}

        /** Sets {@code credentials} from a builder. */
        public Builder credentials(UnaryOperator<HostSecretReference.Builder> edit) {
            return credentials(edit.apply(HostSecretReference.builder()).build());
        }
    }
}
