package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An address of a machine.
 *
 * <p>CRD field: Machine {@code status.addresses[]}, KubevirtMachine {@code status.addresses[]}, AgentMachine {@code
 * status.addresses[]}.
 */
@Value.Immutable
@HcpModel
public interface MachineAddress extends Model {
    /** The address. */
    @Required
    @Nullable
    String getAddress();

    /** Hostname, ExternalIP, InternalIP, ExternalDNS or InternalDNS. */
    @Required
    @Nullable
    String getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MachineAddress}. Not thread-safe. */
    final class Builder extends ImmutableMachineAddress.Builder {
        Builder() {}
    }
}
