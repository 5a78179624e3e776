package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Rule;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The integrated OAuth server.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.oauth}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value =
                "!has(self.tokenConfig) || !has(self.tokenConfig.accessTokenInactivityTimeout) || duration(self.tokenConfig.accessTokenInactivityTimeout).getSeconds() >= 300",
        message =
                "spec.configuration.oauth.tokenConfig.accessTokenInactivityTimeout minimum acceptable token timeout value is 300 seconds")
public interface OauthConfig extends Model {
    /** The ways to log in, in order. */
    @ListType("atomic")
    List<IdentityProvider> getIdentityProviders();

    /** Pages of one's own. */
    @Nullable
    OauthTemplates getTemplates();

    /** How long tokens last. */
    @Nullable
    OauthTokenConfig getTokenConfig();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OauthConfig}. Not thread-safe. */
    final class Builder extends ImmutableOauthConfig.Builder {
        Builder() {}

        /** Sets {@code templates} from a builder. */
        public Builder templates(UnaryOperator<OauthTemplates.Builder> edit) {
            return templates(edit.apply(OauthTemplates.builder()).build());
        }

        /** Sets {@code tokenConfig} from a builder. */
        public Builder tokenConfig(UnaryOperator<OauthTokenConfig.Builder> edit) {
            return tokenConfig(edit.apply(OauthTokenConfig.builder()).build());
        }
    }
}
