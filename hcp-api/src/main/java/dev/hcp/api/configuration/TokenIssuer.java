package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Since;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The issuer of tokens.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.authentication.oidcProviders[].issuer}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value =
                "self.?discoveryURL.orValue(\"\").size() > 0 ? (self.issuerURL.size() == 0 || self.discoveryURL.find('^.+[^/]') != self.issuerURL.find('^.+[^/]')) : true",
        message = "discoveryURL must be different from issuerURL",
        since = Edition.LATEST)
public interface TokenIssuer extends Model {
    /** The audiences, one of which a token must name. */
    @Required
    @Size(min = 1, max = 10)
    @Items(size = @Size(min = 1))
    @ListType("set")
    List<String> getAudiences();

    /** Where the provider describes itself, an {@code https} URL; below the issuer's own by default. */
    @Since(Edition.LATEST)
    @Size(min = 1, max = 2048)
    @Rule(value = "isURL(self)", message = "discoveryURL must be a valid URL")
    @Rule(value = "url(self).getScheme() == 'https'", message = "discoveryURL must be a valid https URL")
    @Rule(value = "url(self).getQuery().size() == 0", message = "discoveryURL must not contain query parameters")
    @Rule(value = "self.matches('^[^#]*$')", message = "discoveryURL must not contain fragments")
    @Rule(value = "!self.matches('^https://.+:.+@.+/.*$')", message = "discoveryURL must not contain user info")
    @Nullable
    String getDiscoveryURL();

    /**
     * ConfigMap with the authority, under {@code ca-bundle.crt}, of the issuer's certificate; the system's
     * authorities by default.
     */
    @Nullable
    ConfigMapNameReference getIssuerCertificateAuthority();

    /** The URL of the issuer, as tokens claim it. */
    @Required
    @Pattern(value = "^https:\\/\\/[^\\s]", until = Edition.V4_17)
    @Size(min = 1, max = 512, since = Edition.LATEST)
    @Rule(value = "isURL(self)", message = "must be a valid URL", since = Edition.LATEST)
    @Rule(
            value = "isURL(self) && url(self).getScheme() == 'https'",
            message = "must use the 'https' scheme",
            since = Edition.LATEST)
    @Rule(
            value = "isURL(self) && url(self).getQuery() == {}",
            message = "must not have a query",
            since = Edition.LATEST)
    @Rule(value = "self.find('#(.+)$') == ''", message = "must not have a fragment", since = Edition.LATEST)
    @Rule(value = "self.find('@') == ''", message = "must not have user info", since = Edition.LATEST)
    @Nullable
    String getIssuerURL();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link TokenIssuer}. Not thread-safe. */
    final class Builder extends ImmutableTokenIssuer.Builder {
        Builder() {}

        /** Sets {@code issuerCertificateAuthority} from a builder. */
        public Builder issuerCertificateAuthority(UnaryOperator<ConfigMapNameReference.Builder> edit) {
            return issuerCertificateAuthority(
                    edit.apply(ConfigMapNameReference.builder()).build());
        }
    }
}
