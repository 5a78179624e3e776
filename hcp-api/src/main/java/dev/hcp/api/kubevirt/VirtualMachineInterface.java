package dev.hcp.api.kubevirt;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * VirtualMachineInterface.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.domain.devices.interfaces[]}, VirtualMachine {@code
 * spec.template.spec.domain.devices.interfaces[]}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineInterface extends Model {
    /** {@code bridge}. */
    @Nullable
    JsonObject getBridge();

    /** {@code macAddress}. */
    @Nullable
    String getMacAddress();

    /** {@code masquerade}. */
    @Nullable
    JsonObject getMasquerade();

    /** {@code model}. */
    @Nullable
    String getModel();

    /** {@code name}. */
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
