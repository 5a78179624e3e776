package dev.hcp.api.hypershift.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What virtual machines become nodes of a pool.
 *
 * <p>CRD field: NodePool {@code spec.platform.kubevirt}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtNodePoolPlatform extends Model {
    /** More networks of the virtual machines. */
    @Size(max = 20, since = Edition.LATEST)
    List<KubevirtNetwork> getAdditionalNetworks();

    /** Whether the pod network is attached; true by default. */
    @Default("true")
    @Nullable
    Boolean getAttachDefaultNetwork();

    /** Cores and memory; 2 and 8Gi by default. */
    @Default("{\"cores\": 2, \"memory\": \"8Gi\"}")
    @Nullable
    KubevirtCompute getCompute();

    /** Devices of the host that are passed through. */
    @Size(max = 10, since = Edition.LATEST)
    List<KubevirtHostDevice> getHostDevices();

    /** Whether network interfaces get several queues; Enable by default. */
    @Default("\"Enable\"")
    @Nullable
    MultiQueueSetting getNetworkInterfaceMultiqueue();

    /** Labels of the nodes on which virtual machines run. */
    Map<String, String> getNodeSelector();

    /** The root disk; a persistent one of 32Gi by default. */
    @Required
    @Default("{\"persistent\": {\"size\": \"32Gi\"}, \"type\": \"Persistent\"}")
    @Nullable
    KubevirtRootVolume getRootVolume();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtNodePoolPlatform}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtNodePoolPlatform.Builder {
        Builder() {}

        /** Sets {@code compute} from a builder. */
        public Builder compute(UnaryOperator<KubevirtCompute.Builder> edit) {
            return compute(edit.apply(KubevirtCompute.builder()).build());
        }

        /** Sets {@code rootVolume} from a builder. */
        public Builder rootVolume(UnaryOperator<KubevirtRootVolume.Builder> edit) {
            return rootVolume(edit.apply(KubevirtRootVolume.builder()).build());
        }
    }
}
