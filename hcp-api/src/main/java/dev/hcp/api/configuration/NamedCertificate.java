package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A certificate shown to clients that ask for certain host names.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.apiServer.servingCerts.namedCertificates[]}.
 */
@Value.Immutable
@HcpModel
public interface NamedCertificate extends Model {
    /** Host names, exact or with a leading {@code *.}; when empty, those of the certificate. */
    @Size(max = 64, since = Edition.LATEST)
    @ListType(value = "atomic", since = Edition.LATEST)
    List<String> getNames();

    /** Secret of type {@code kubernetes.io/tls} with the certificate. */
    @Nullable
    SecretNameReference getServingCertificate();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link NamedCertificate}. Not thread-safe. */
    final class Builder extends ImmutableNamedCertificate.Builder {
        Builder() {}

        /** Sets {@code servingCertificate} from a builder. */
        public Builder servingCertificate(UnaryOperator<SecretNameReference.Builder> edit) {
            return servingCertificate(edit.apply(SecretNameReference.builder()).build());
        }
    }
}
