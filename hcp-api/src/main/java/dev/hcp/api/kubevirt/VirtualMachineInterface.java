package dev.hcp.api.kubevirt;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A network interface.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.domain.devices.interfaces[]}, VirtualMachine {@code
 * spec.template.spec.domain.devices.interfaces[]}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineInterface extends Model {
    /** Attached by a bridge; an empty object. */
    @Nullable
    JsonObject getBridge();

    /** Its MAC address. */
    @Nullable
    String getMacAddress();

    /** Attached by address translation; an empty object. */
    @Nullable
    JsonObject getMasquerade();

    /** The device, such as {@code virtio}. */
    @Nullable
    String getModel();

    /** The network that it is attached to. */
    @Required
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

    /** Builds {@link VirtualMachineInterface}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineInterface.Builder {
        Builder() {}
    }
}
