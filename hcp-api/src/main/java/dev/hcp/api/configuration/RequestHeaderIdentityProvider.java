package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that logs users in and says who they are in headers.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.oauth.identityProviders[].requestHeader}.
 */
@Value.Immutable
@HcpModel
public interface RequestHeaderIdentityProvider extends Model {
    /** ConfigMap with the authority, under {@code ca.crt}, of the proxy's client certificate; needed. */
    @Nullable
    ConfigMapNameReference getCa();

    /** Where clients that cannot show a page go; {@code ${url}} and {@code ${query}} are filled in. */
    @Nullable
    String getChallengeURL();

    /** The common names of which the proxy's certificate must have one; any when empty. */
    List<String> getClientCommonNames();

    /** Headers with the mail address. */
    List<String> getEmailHeaders();

    /** Headers with what the user is known by. */
    List<String> getHeaders();

    /** Where browsers go; {@code ${url}} and {@code ${query}} are filled in. */
    @Nullable
    String getLoginURL();

    /** Headers with the name for people. */
    List<String> getNameHeaders();

    /** Headers with the name of the user in the cluster. */
    List<String> getPreferredUsernameHeaders();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link RequestHeaderIdentityProvider}. Not thread-safe. */
    final class Builder extends ImmutableRequestHeaderIdentityProvider.Builder {
        Builder() {}

        /** Sets {@code ca} from a builder. */
        public Builder ca(UnaryOperator<ConfigMapNameReference.Builder> edit) {
            return ca(edit.apply(ConfigMapNameReference.builder()).build());
        }
    }
}
