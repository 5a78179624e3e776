package dev.hcp.api.kubevirt;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * VirtualMachineInstanceSpec.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec}, VirtualMachine {@code spec.template.spec}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineInstanceSpec extends Model {
    /** {@code affinity}. */
    @Nullable
    Affinity getAffinity();

    /** {@code domain}. */
    @Required
    @Nullable
    VirtualMachineDomain getDomain();

    /** {@code evictionStrategy}. */
    @Nullable
    String getEvictionStrategy();

    /** {@code hostname}. */
    @Nullable
    String getHostname();

    /** {@code networks}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Size(max = 256)
    List<VirtualMachineNetwork> getNetworks();

    /** {@code nodeSelector}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, String> getNodeSelector();

    /** {@code priorityClassName}. */
    @Nullable
    String getPriorityClassName();

    /** {@code terminationGracePeriodSeconds}. */
    @Nullable
    Long getTerminationGracePeriodSeconds();

    /** {@code tolerations}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Toleration> getTolerations();

    /** {@code topologySpreadConstraints}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @ListType(
            value = "map",
            keys = {"topologyKey", "whenUnsatisfiable"})
    List<TopologySpreadConstraint> getTopologySpreadConstraints();

    /** {@code volumes}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Size(max = 256)
    List<VirtualMachineVolume> getVolumes();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineInstanceSpec}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineInstanceSpec.Builder {
        Builder() {}

        /** Sets {@code domain} from a builder. */
        public Builder domain(UnaryOperator<VirtualMachineDomain.Builder> edit) {
            return domain(edit.apply(VirtualMachineDomain.builder()).build());
        }
    }
}
