package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Required;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the KubeVirt side of a machine is.
 *
 * <p>CRD field: KubevirtMachine {@code status}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtMachineStatus extends Model {
    /** The addresses of the machine. */
    List<MachineAddress> getAddresses();

    /** What is observed, by condition type. */
    List<CapiCondition> getConditions();

    /** Why the object failed for good, for people. */
    @Nullable
    String getFailureMessage();

    /** Why the object failed for good, for programs. */
    @Nullable
    String getFailureReason();

    /** Whether a load balancer knows the machine. */
    @Nullable
    Boolean getLoadBalancerConfigured();

    /** Whether the node has its provider identifier. */
    @Nullable
    Boolean getNodeupdated();

    /** Whether the virtual machine runs. */
    @Required
    @Default("false")
    @Nullable
    Boolean getReady();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtMachineStatus}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtMachineStatus.Builder {
        Builder() {}
    }
}
