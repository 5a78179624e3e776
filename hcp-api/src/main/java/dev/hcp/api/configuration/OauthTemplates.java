package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Pages of the OAuth server, as secrets with HTML templates.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.oauth.templates}.
 */
@Value.Immutable
@HcpModel
public interface OauthTemplates extends Model {
    /** Secret with the page, under {@code errors.html}, that shows errors. */
    @Nullable
    SecretNameReference getError();

    /** Secret with the page, under {@code login.html}, that asks for a password. */
    @Nullable
    SecretNameReference getLogin();

    /** Secret with the page, under {@code providers.html}, that asks for the way to log in. */
    @Nullable
    SecretNameReference getProviderSelection();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OauthTemplates}. Not thread-safe. */
    final class Builder extends ImmutableOauthTemplates.Builder {
        Builder() {}

        /** Sets {@code error} from a builder. */
        public Builder error(UnaryOperator<SecretNameReference.Builder> edit) {
            return error(edit.apply(SecretNameReference.builder()).build());
        }

        /** Sets {@code login} from a builder. */
        public Builder login(UnaryOperator<SecretNameReference.Builder> edit) {
            return login(edit.apply(SecretNameReference.builder()).build());
        }

        /** Sets {@code providerSelection} from a builder. */
        public Builder providerSelection(UnaryOperator<SecretNameReference.Builder> edit) {
            return providerSelection(edit.apply(SecretNameReference.builder()).build());
        }
    }
}
