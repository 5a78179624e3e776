package dev.hcp.api.capi;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import dev.hcp.api.value.GoDuration;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * MachineHealthCheckSpec.
 *
 * <p>CRD field: MachineHealthCheck {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface MachineHealthCheckSpec extends Model {
    /** {@code clusterName}. */
    @Required
    @Size(min = 1)
    @Nullable
    String getClusterName();

    /** {@code maxUnhealthy}. */
    @Nullable
    IntOrString getMaxUnhealthy();

    /** {@code nodeStartupTimeout}. */
    @Nullable
    GoDuration getNodeStartupTimeout();

    /** {@code remediationTemplate}. */
    @Nullable
    ObjectReference getRemediationTemplate();

    /** {@code selector}. */
    @Required
    @Nullable
    LabelSelector getSelector();

    /** {@code unhealthyConditions}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Required
    @Size(min = 1)
    List<UnhealthyCondition> getUnhealthyConditions();

    /** {@code unhealthyRange}. */
    @Pattern("^\\[[0-9]+-[0-9]+\\]$")
    @Nullable
    String getUnhealthyRange();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MachineHealthCheckSpec}. Not thread-safe. */
    final class Builder extends ImmutableMachineHealthCheckSpec.Builder {
        Builder() {}
    }
}
