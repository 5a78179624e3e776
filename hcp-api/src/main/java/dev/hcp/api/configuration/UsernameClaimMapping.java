package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Since;
import dev.hcp.api.schema.Size;
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
@Rule(
        value = "has(self.claim) ? !has(self.expression) : has(self.expression)",
        message = "precisely one of claim or expression must be set",
        since = Edition.LATEST)
@Rule(
        value =
                "has(self.expression) && size(self.expression) > 0 ? !has(self.prefixPolicy) || self.prefixPolicy != 'Prefix' : true",
        message = "prefixPolicy must not be set to 'Prefix' when expression is set",
        since = Edition.LATEST)
@Rule(
        value =
                "has(self.prefixPolicy) && self.prefixPolicy == 'Prefix' ? (has(self.prefix) && size(self.prefix.prefixString) > 0) : !has(self.prefix)",
        message = "prefix must be set if prefixPolicy is 'Prefix', but must remain unset otherwise")
public interface UsernameClaimMapping extends Model {
    /** The claim. */
    @Required(until = Edition.V4_17)
    @Size(min = 1, max = 256, since = Edition.LATEST)
    @Nullable
    String getClaim();

    /** The name in CEL instead of a claim; {@code claims} are the claims of the token. */
    @Since(Edition.LATEST)
    @Size(min = 1, max = 1024)
    @Nullable
    String getExpression();

    /** What goes before the name; for the policy Prefix alone. */
    @Nullable
    UsernamePrefix getPrefix();

    /** Whether something goes before the name; by default the issuer does, unless the claim is {@code email}. */
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
