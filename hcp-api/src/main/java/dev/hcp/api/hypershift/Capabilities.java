package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;

/**
 * Optional parts of OpenShift; those in neither list are as the release decides.
 *
 * <p>CRD field: HostedCluster {@code spec.capabilities}, HostedControlPlane {@code spec.capabilities}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "self == oldSelf",
        message = "Capabilities is immutable. Changes might result in unpredictable and disruptive behavior.")
@Rule(
        value = "has(self.enabled) && has(self.disabled) ? self.enabled.all(e, !(e in self.disabled)) : true",
        message = "Capabilities can not be both enabled and disabled at once.")
public interface Capabilities extends Model {
    /** Those to do without; immutable. */
    @Size(max = 25)
    @ListType("atomic")
    @Rule(
            value = "self == oldSelf",
            message = "Disabled is immutable. Changes might result in unpredictable and disruptive behavior.")
    @Rule(
            value = "!self.exists(cap, cap == 'Ingress') || self.exists(cap, cap == 'Console')",
            message = "Ingress capability can only be disabled if Console capability is also disabled")
    List<OptionalCapability> getDisabled();

    /** Those to have; immutable. */
    @Size(max = 25)
    @ListType("atomic")
    @Rule(
            value = "self == oldSelf",
            message = "Enabled is immutable. Changes might result in unpredictable and disruptive behavior.")
    List<OptionalCapability> getEnabled();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link Capabilities}. Not thread-safe. */
    final class Builder extends ImmutableCapabilities.Builder {
        Builder() {}
    }
}
