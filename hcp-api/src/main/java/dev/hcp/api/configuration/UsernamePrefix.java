package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What goes before the names of users.
 *
 * <p>CRD field: HostedCluster {@code
 * spec.configuration.authentication.oidcProviders[].claimMappings.username.prefix}.
 */
@Value.Immutable
@HcpModel
public interface UsernamePrefix extends Model {
    /** The text. */
    @Required
    @Size(min = 1)
    @Nullable
    String getPrefixString();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link UsernamePrefix}. Not thread-safe. */
    final class Builder extends ImmutableUsernamePrefix.Builder {
        Builder() {}
    }
}
