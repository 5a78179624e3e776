package dev.hcp.api.capi;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Required;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * KubevirtMachineStatus.
 *
 * <p>CRD field: KubevirtMachine {@code status}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtMachineStatus extends Model {
    /** {@code addresses}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<MachineAddress> getAddresses();

    /** {@code conditions}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<CapiCondition> getConditions();

    /** {@code failureMessage}. */
    @Nullable
    String getFailureMessage();

    /** {@code failureReason}. */
    @Nullable
    String getFailureReason();

    /** {@code loadBalancerConfigured}. */
    @Nullable
    Boolean getLoadBalancerConfigured();

    /** {@code nodeupdated}. */
    @Nullable
    Boolean getNodeupdated();

    /** {@code ready}. */
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
