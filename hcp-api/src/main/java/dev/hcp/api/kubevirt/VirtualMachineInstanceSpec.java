package dev.hcp.api.kubevirt;

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
 * What a virtual machine runs as.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec}, VirtualMachine {@code spec.template.spec}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineInstanceSpec extends Model {
    /** Near or far from which pods it runs. */
    @Nullable
    Affinity getAffinity();

    /** Its virtual hardware. */
    @Required
    @Nullable
    VirtualMachineDomain getDomain();

    /** What happens when its node is drained, such as {@code External} or {@code LiveMigrate}. */
    @Nullable
    String getEvictionStrategy();

    /** Its host name; its name when absent. */
    @Nullable
    String getHostname();

    /** The networks behind its interfaces. */
    @Size(max = 256)
    List<VirtualMachineNetwork> getNetworks();

    /** Labels of the nodes on which it runs. */
    Map<String, String> getNodeSelector();

    /** The priority class of its pod. */
    @Nullable
    String getPriorityClassName();

    /** Seconds it gets to shut down; 30 by default. */
    @Nullable
    Long getTerminationGracePeriodSeconds();

    /** Tolerations of its pod. */
    List<Toleration> getTolerations();

    /** How machines are spread over nodes. */
    @ListType(
            value = "map",
            keys = {"topologyKey", "whenUnsatisfiable"})
    List<TopologySpreadConstraint> getTopologySpreadConstraints();

    /** The volumes behind its disks. */
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
