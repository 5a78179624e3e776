package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a hosted cluster reports of its configuration.
 *
 * <p>CRD field: HostedCluster {@code status.configuration}, HostedControlPlane {@code status.configuration}.
 */
@Value.Immutable
@HcpModel
public interface ConfigurationStatus extends Model {
    /** How users come to their identities. */
    @Nullable
    AuthenticationStatus getAuthentication();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ConfigurationStatus}. Not thread-safe. */
    final class Builder extends ImmutableConfigurationStatus.Builder {
        Builder() {}

        /** Sets {@code authentication} from a builder. */
        public Builder authentication(UnaryOperator<AuthenticationStatus.Builder> edit) {
            return authentication(edit.apply(AuthenticationStatus.builder()).build());
        }
    }
}
