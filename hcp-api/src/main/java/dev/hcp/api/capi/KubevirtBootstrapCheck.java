package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How the start of a virtual machine is checked.
 *
 * <p>CRD field: KubevirtMachine {@code spec.virtualMachineBootstrapCheck}, KubevirtMachineTemplate {@code
 * spec.template.spec.virtualMachineBootstrapCheck}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtBootstrapCheck extends Model {
    /** {@code ssh} by default; hosted clusters use {@code none}. */
    @Default("\"ssh\"")
    @Nullable
    BootstrapCheckStrategy getCheckStrategy();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtBootstrapCheck}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtBootstrapCheck.Builder {
        Builder() {}
    }
}
