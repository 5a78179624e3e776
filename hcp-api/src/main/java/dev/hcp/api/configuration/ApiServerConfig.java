package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.ListType;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Configuration of the API server.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.apiServer}.
 */
@Value.Immutable
@HcpModel
public interface ApiServerConfig extends Model {
    /** Regular expressions of the origins, besides the cluster's own, that browsers may call the API from. */
    @ListType(value = "atomic", since = Edition.LATEST)
    List<String> getAdditionalCORSAllowedOrigins();

    /** What is written to the audit log. */
    @Default("{\"profile\": \"Default\"}")
    @Nullable
    ApiServerAudit getAudit();

    /**
     * ConfigMap with more certificate authorities, under {@code ca-bundle.crt}, whose client certificates are
     * accepted.
     */
    @Nullable
    ConfigMapNameReference getClientCA();

    /** How resources are encrypted at rest. Hosted clusters use {@code spec.secretEncryption} instead. */
    @Nullable
    ApiServerEncryption getEncryption();

    /** Certificates shown to clients besides the generated ones. */
    @Nullable
    ApiServerServingCerts getServingCerts();

    /** Protocol versions and ciphers; the intermediate profile by default. */
    @Nullable
    TlsSecurityProfile getTlsSecurityProfile();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ApiServerConfig}. Not thread-safe. */
    final class Builder extends ImmutableApiServerConfig.Builder {
        Builder() {}

        /** Sets {@code audit} from a builder. */
        public Builder audit(UnaryOperator<ApiServerAudit.Builder> edit) {
            return audit(edit.apply(ApiServerAudit.builder()).build());
        }

        /** Sets {@code clientCA} from a builder. */
        public Builder clientCA(UnaryOperator<ConfigMapNameReference.Builder> edit) {
            return clientCA(edit.apply(ConfigMapNameReference.builder()).build());
        }

        /** Sets {@code encryption} from a builder. */
        public Builder encryption(UnaryOperator<ApiServerEncryption.Builder> edit) {
            return encryption(edit.apply(ApiServerEncryption.builder()).build());
        }

        /** Sets {@code servingCerts} from a builder. */
        public Builder servingCerts(UnaryOperator<ApiServerServingCerts.Builder> edit) {
            return servingCerts(edit.apply(ApiServerServingCerts.builder()).build());
        }

        /** Sets {@code tlsSecurityProfile} from a builder. */
        public Builder tlsSecurityProfile(UnaryOperator<TlsSecurityProfile.Builder> edit) {
            return tlsSecurityProfile(edit.apply(TlsSecurityProfile.builder()).build());
        }
    }
}
