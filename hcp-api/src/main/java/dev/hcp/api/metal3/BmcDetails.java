package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a baseboard management controller is reached.
 *
 * <p>CRD field: BareMetalHost {@code spec.bmc}.
 */
@Value.Immutable
@HcpModel
public interface BmcDetails extends Model {
    /** Its URL; the scheme says the protocol, such as {@code redfish-virtualmedia}. */
    @Required
    @Nullable
    String getAddress();

    /** The secret with {@code username} and {@code password}. */
    @Required
    @Nullable
    String getCredentialsName();

    /** Whether any certificate is accepted. */
    @Nullable
    Boolean getDisableCertificateVerification();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link BmcDetails}. Not thread-safe. */
    final class Builder extends ImmutableBmcDetails.Builder {
        Builder() {}
    }
}
