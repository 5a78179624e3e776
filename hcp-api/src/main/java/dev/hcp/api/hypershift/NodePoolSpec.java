package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.value.GoDuration;
import dev.hcp.api.value.PausedUntil;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * NodePoolSpec.
 *
 * <p>CRD field: NodePool {@code spec}.
 */
@Value.Immutable
@HcpModel
@Rule(value = "!has(oldSelf.arch) || has(self.arch)", message = "Arch is required once set")
@Rule(
        value =
                "self.arch != 'arm64' || has(self.platform.aws) || has(self.platform.azure) || has(self.platform.agent)",
        message = "Setting Arch to arm64 is only supported for AWS, Azure and Agent")
@Rule(
        value = "!has(self.replicas) || !has(self.autoScaling)",
        message = "Both replicas or autoScaling should not be set")
public interface NodePoolSpec extends Model {
    /** {@code arch}. */
    @Default("\"amd64\"")
    @Rule(value = "self == oldSelf", message = "Arch is immutable")
    @Nullable
    Architecture getArch();

    /** {@code autoScaling}. */
    @Rule(value = "self.max >= self.min", message = "max must be equal or greater than min")
    @Nullable
    NodePoolAutoScaling getAutoScaling();

    /** {@code clusterName}. */
    @Required
    @Rule(value = "self == oldSelf", message = "ClusterName is immutable")
    @Nullable
    String getClusterName();

    /** {@code config}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<LocalObjectReference> getConfig();

    /** {@code management}. */
    @Required
    @Nullable
    NodePoolManagement getManagement();

    /** {@code nodeDrainTimeout}. */
    @Nullable
    GoDuration getNodeDrainTimeout();

    /** {@code nodeLabels}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, String> getNodeLabels();

    /** {@code nodeVolumeDetachTimeout}. */
    @Nullable
    GoDuration getNodeVolumeDetachTimeout();

    /** {@code pausedUntil}. */
    @Nullable
    PausedUntil getPausedUntil();

    /** {@code platform}. */
    @Required
    @Nullable
    NodePoolPlatform getPlatform();

    /** {@code release}. */
    @Required
    @Nullable
    Release getRelease();

    /** {@code replicas}. */
    @Nullable
    Integer getReplicas();

    /** {@code taints}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<NodePoolTaint> getTaints();

    /** {@code tuningConfig}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<LocalObjectReference> getTuningConfig();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link NodePoolSpec}. Not thread-safe. */
    final class Builder extends ImmutableNodePoolSpec.Builder {
        Builder() {}

        /** Sets {@code autoScaling} from a builder. */
        public Builder autoScaling(UnaryOperator<NodePoolAutoScaling.Builder> edit) {
            return autoScaling(edit.apply(NodePoolAutoScaling.builder()).build());
        }

        /** Sets {@code management} from a builder. */
        public Builder management(UnaryOperator<NodePoolManagement.Builder> edit) {
            return management(edit.apply(NodePoolManagement.builder()).build());
        }

        /** Sets {@code platform} from a builder. */
        public Builder platform(UnaryOperator<NodePoolPlatform.Builder> edit) {
            return platform(edit.apply(NodePoolPlatform.builder()).build());
        }

        /** Sets {@code release} from a builder. */
        public Builder release(UnaryOperator<Release.Builder> edit) {
            return release(edit.apply(Release.builder()).build());
        }
    }
}
