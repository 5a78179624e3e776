package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The claim with the name of the user.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.authentication.oidcProviders[].claimMappings.username}.
 */
@Value.Immutable
@HcpModel
public interface UsernameClaimMapping extends Model {
    /** The claim. */
    @Required
    @Nullable
    String getClaim();

    /** What goes before the name; for the policy Prefix alone. */
    @Nullable
    UsernamePrefix getPrefix();

    /** Whether something goes before the name; by default the issuer does, unless the claim is {@code email}. */
    @OneOf({"", "NoPrefix", "Prefix"})
    @Nullable
    UsernamePrefixPolicy getPrefixPolicy();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link UsernameClaimMapping}. Not thread-safe. */
    final class Builder extends ImmutableUsernameClaimMapping.Builder {
        Builder() {}

        /** Sets {@code prefix} from a builder. */
        public Builder prefix(UnaryOperator<UsernamePrefix.Builder> edit) {
            return prefix(edit.apply(UsernamePrefix.builder()).build());
        }
    }
}
