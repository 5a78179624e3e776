package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Required;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * KubevirtNodePoolPlatform.
 *
 * <p>CRD field: NodePool {@code spec.platform.kubevirt}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtNodePoolPlatform extends Model {
    /** {@code additionalNetworks}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<KubevirtNetwork> getAdditionalNetworks();

    /** {@code attachDefaultNetwork}. */
    @Default("true")
    @Nullable
    Boolean getAttachDefaultNetwork();

    /** {@code compute}. */
    @Default("{\"cores\": 2, \"memory\": \"8Gi\"}")
    @Nullable
    KubevirtCompute getCompute();

    /** {@code hostDevices}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<KubevirtHostDevice> getHostDevices();

    /** {@code networkInterfaceMultiqueue}. */
    @Default("\"Enable\"")
    @Nullable
    MultiQueueSetting getNetworkInterfaceMultiqueue();

    /** {@code nodeSelector}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, String> getNodeSelector();

    /** {@code rootVolume}. */
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
