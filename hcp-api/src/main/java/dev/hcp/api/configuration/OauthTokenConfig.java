package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.value.GoDuration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How long tokens last.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.oauth.tokenConfig}.
 */
@Value.Immutable
@HcpModel
public interface OauthTokenConfig extends Model {
    /** How long an unused token lasts, 300 seconds at least; for ever when absent. */
    @Nullable
    GoDuration getAccessTokenInactivityTimeout();

    /** Has no effect. */
    @Nullable
    Integer getAccessTokenInactivityTimeoutSeconds();

    /** How many seconds a token lasts; a day by default. */
    @Nullable
    Integer getAccessTokenMaxAgeSeconds();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OauthTokenConfig}. Not thread-safe. */
    final class Builder extends ImmutableOauthTokenConfig.Builder {
        Builder() {}
    }
}
