package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;

/**
 * Certificates shown to clients of the API server.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.apiServer.servingCerts}.
 */
@Value.Immutable
@HcpModel
public interface ApiServerServingCerts extends Model {
    /** Certificates by host name; the first that matches counts. */
    @Size(max = 32, since = Edition.LATEST)
    @ListType(value = "atomic", since = Edition.LATEST)
    List<NamedCertificate> getNamedCertificates();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ApiServerServingCerts}. Not thread-safe. */
    final class Builder extends ImmutableApiServerServingCerts.Builder {
        Builder() {}
    }
}
