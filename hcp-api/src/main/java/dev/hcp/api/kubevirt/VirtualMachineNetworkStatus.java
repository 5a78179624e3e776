package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A network interface as observed.
 *
 * <p>CRD field: VirtualMachineInstance {@code status.interfaces[]}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineNetworkStatus extends Model {
    /** Who says so: domain, guest agent, multus status. */
    @Nullable
    String getInfoSource();

    /** Its name in the guest. */
    @Nullable
    String getInterfaceName();

    /** Its first address. */
    @Nullable
    String getIpAddress();

    /** All its addresses. */
    List<String> getIpAddresses();

    /** Its MAC address. */
    @Nullable
    String getMac();

    /** The network that it is attached to. */
    @Nullable
    String getName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineNetworkStatus}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineNetworkStatus.Builder {
        Builder() {}
    }
}
