package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Since;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A claim and what goes before its values.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.authentication.oidcProviders[].claimMappings.groups}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value =
                "has(self.expression) && size(self.expression) > 0 ? (!has(self.prefix) || size(self.prefix) == 0) : true",
        message = "prefix must not be set to a non-empty value when expression is set",
        since = Edition.LATEST)
@Rule(
        value = "(size(self.?claim.orValue(\"\")) > 0) ? !has(self.expression) : true",
        message = "expression must not be set if claim is specified and is not an empty string",
        since = Edition.LATEST)
public interface PrefixedClaimMapping extends Model {
    /** The claim. */
    @Required(until = Edition.V4_17)
    @Size(max = 256, since = Edition.LATEST)
    @Nullable
    String getClaim();

    /** The value in CEL instead of a claim; {@code claims} are the claims of the token. */
    @Since(Edition.LATEST)
    @Size(min = 1, max = 1024)
    @Nullable
    String getExpression();

    /** What goes before every value, so that it cannot be mistaken for one of the cluster's own; nothing by default. */
    @Nullable
    String getPrefix();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link PrefixedClaimMapping}. Not thread-safe. */
    final class Builder extends ImmutablePrefixedClaimMapping.Builder {
        Builder() {}
    }
}
