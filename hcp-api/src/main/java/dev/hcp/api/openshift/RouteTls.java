package dev.hcp.api.openshift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How connections to a route are encrypted.
 *
 * <p>CRD field: Route {@code spec.tls}.
 */
@Value.Immutable
@HcpModel
public interface RouteTls extends Model {
    /** The certificate authority shown to clients, PEM. */
    @Nullable
    String getCaCertificate();

    /** The certificate shown to clients, PEM. */
    @Nullable
    String getCertificate();

    /** The authority that the service's certificate must come from, PEM. */
    @Nullable
    String getDestinationCACertificate();

    /** What becomes of plain requests: None, Allow or Redirect. */
    @OneOf({"Allow", "None", "Redirect", ""})
    @Nullable
    String getInsecureEdgeTerminationPolicy();

    /** The private key of the certificate, PEM; a secret. */
    @Value.Redacted
    @Nullable
    String getKey();

    /** Where encryption ends: edge, passthrough or reencrypt. */
    @Required
    @OneOf({"edge", "reencrypt", "passthrough"})
    @Nullable
    String getTermination();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link RouteTls}. Not thread-safe. */
    final class Builder extends ImmutableRouteTls.Builder {
        Builder() {}
    }
}
