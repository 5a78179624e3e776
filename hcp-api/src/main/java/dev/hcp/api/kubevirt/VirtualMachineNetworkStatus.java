package dev.hcp.api.kubevirt;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * VirtualMachineNetworkStatus.
 *
 * <p>CRD field: VirtualMachineInstance {@code status.interfaces[]}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineNetworkStatus extends Model {
    /** {@code infoSource}. */
    @Nullable
    String getInfoSource();

    /** {@code interfaceName}. */
    @Nullable
    String getInterfaceName();

    /** {@code ipAddress}. */
    @Nullable
    String getIpAddress();

    /** {@code ipAddresses}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<String> getIpAddresses();

    /** {@code mac}. */
    @Nullable
    String getMac();

    /** {@code name}. */
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
