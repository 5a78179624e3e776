package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a host was booted.
 *
 * <p>CRD field: Agent {@code status.inventory.boot}.
 */
@Value.Immutable
@HcpModel
public interface HostBoot extends Model {
    /** The firmware: {@code bios} or {@code uefi}. */
    @Nullable
    String getCurrentBootMode();

    /** The network interface it was booted over. */
    @Nullable
    String getPxeInterface();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HostBoot}. Not thread-safe. */
    final class Builder extends ImmutableHostBoot.Builder {
        Builder() {}
    }
}
