package dev.hcp.api.capi;

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
 * When machines count as unhealthy, and what happens then.
 *
 * <p>CRD field: MachineHealthCheck {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface MachineHealthCheckSpec extends Model {
    /** The name of the cluster that this belongs to; immutable. */
    @Required
    @Size(min = 1)
    @Nullable
    String getClusterName();

    /** How many, or what share, may be unhealthy before none is replaced. */
    @Nullable
    IntOrString getMaxUnhealthy();

    /** How long a machine may take to become a node. */
    @Nullable
    GoDuration getNodeStartupTimeout();

    /** What replaces the deletion of machines; unused by hosted clusters. */
    @Nullable
    ObjectReference getRemediationTemplate();

    /** The labels of the machines. */
    @Required
    @Nullable
    LabelSelector getSelector();

    /** The node conditions that make a machine unhealthy; any of them does. */
    @Required
    @Size(min = 1)
    List<UnhealthyCondition> getUnhealthyConditions();

    /** For which numbers of unhealthy machines they are replaced, as {@code [3-5]}. */
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
