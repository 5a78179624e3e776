package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A rule in CEL that a user must keep.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.authentication.oidcProviders[].userValidationRules[]},
 * HostedControlPlane {@code spec.configuration.authentication.oidcProviders[].userValidationRules[]}.
 */
@Value.Immutable
@HcpModel
public interface TokenUserValidationRule extends Model {
    /** The expression; {@code user} is the user. */
    @Required
    @Size(min = 1, max = 1024)
    @Nullable
    String getExpression();

    /** What is logged when the expression is false. */
    @Required
    @Size(min = 1, max = 256)
    @Nullable
    String getMessage();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link TokenUserValidationRule}. Not thread-safe. */
    final class Builder extends ImmutableTokenUserValidationRule.Builder {
        Builder() {}
    }
}
