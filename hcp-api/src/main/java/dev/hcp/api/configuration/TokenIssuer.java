package dev.hcp.api.configuration;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.RawSchema;
import dev.hcp.api.schema.Required;
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
public interface TokenIssuer extends Model {
    /** The audiences, one of which a token must name. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Required
    @Size(min = 1, max = 10)
    @ListType("set")
    @RawSchema("{\"items\":{\"minLength\":1,\"type\":\"string\"}}")
    List<String> getAudiences();

    /**
     * ConfigMap with the authority, under {@code ca-bundle.crt}, of the issuer's certificate; the system's
     * authorities by default.
     */
    @Nullable
    ConfigMapNameReference getIssuerCertificateAuthority();

    /** The URL of the issuer, as tokens claim it. */
    @Required
    @Pattern("^https:\\/\\/[^\\s]")
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
