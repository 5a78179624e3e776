package dev.hcp.api.openshift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * RouteTls.
 *
 * <p>CRD field: Route {@code spec.tls}.
 */
@Value.Immutable
@HcpModel
public interface RouteTls extends Model {
    /** {@code caCertificate}. */
    @Nullable
    String getCaCertificate();

    /** {@code certificate}. */
    @Nullable
    String getCertificate();

    /** {@code destinationCACertificate}. */
    @Nullable
    String getDestinationCACertificate();

    /** {@code insecureEdgeTerminationPolicy}. */
    @OneOf({"Allow", "None", "Redirect", ""})
    @Nullable
    String getInsecureEdgeTerminationPolicy();

    /** {@code key}. */
    @Nullable
    String getKey();

    /** {@code termination}. */
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
