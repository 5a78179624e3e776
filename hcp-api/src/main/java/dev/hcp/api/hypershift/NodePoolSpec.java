package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import dev.hcp.api.value.GoDuration;
import dev.hcp.api.value.PausedUntil;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a node pool should be.
 *
 * <p>CRD field: NodePool {@code spec}.
 */
@Value.Immutable
@HcpModel
@Rule(value = "!has(oldSelf.arch) || has(self.arch)", message = "Arch is required once set")
@Rule(
        value =
                "self.arch != 'arm64' || has(self.platform.aws) || has(self.platform.azure) || has(self.platform.agent)",
        message = "Setting Arch to arm64 is only supported for AWS, Azure and Agent",
        until = Edition.V4_17)
@Rule(
        value =
                "self.arch != 'arm64' || has(self.platform.aws) || has(self.platform.azure) || has(self.platform.agent) || self.platform.type == 'GCP' || self.platform.type == 'None'",
        message = "Setting Arch to arm64 is only supported for AWS, Azure, Agent, GCP and None",
        since = Edition.LATEST)
@Rule(
        value = "!has(self.replicas) || !has(self.autoScaling)",
        message = "Both replicas or autoScaling should not be set")
@Rule(
        value = "self.arch != 's390x' || has(self.platform.kubevirt)",
        message = "s390x is only supported on KubeVirt platform",
        since = Edition.LATEST)
@Rule(
        value =
                "!has(self.platform.aws) || !has(self.platform.aws.imageType) || self.platform.aws.imageType != 'Windows' || self.arch == 'amd64'",
        message = "ImageType 'Windows' requires arch 'amd64' (AWS only)",
        since = Edition.LATEST)
@Rule(
        value =
                "!has(self.autoScaling) || self.autoScaling.min > 0 || self.platform.type == 'AWS' || self.platform.type == 'Azure'",
        message = "Scale-from-zero (autoScaling.min=0) is currently only supported for AWS and Azure platforms",
        since = Edition.LATEST)
public interface NodePoolSpec extends Model {
    /** The processor architecture of the nodes; {@code amd64} by default, immutable. */
    @Default("\"amd64\"")
    @Rule(value = "self == oldSelf", message = "Arch is immutable")
    @Nullable
    Architecture getArch();

    /** Bounds within which the pool scales by itself; excludes {@code replicas}. */
    @Nullable
    NodePoolAutoScaling getAutoScaling();

    /** The hosted cluster, in the namespace of the pool; immutable. */
    @Required
    @Size(min = 1, max = 253, since = Edition.LATEST)
    @Rule(value = "self == oldSelf", message = "ClusterName is immutable")
    @Rule(
            value = "self.matches('^[a-z0-9]([-a-z0-9]*[a-z0-9])?$')",
            message =
                    "clusterName must consist of lowercase alphanumeric characters or '-', start and end with an alphanumeric character, and be between 1 and 253 characters",
            since = Edition.LATEST)
    @Nullable
    String getClusterName();

    /** ConfigMaps with machine configuration, under {@code config}. */
    @Size(max = 10, since = Edition.LATEST)
    List<LocalObjectReference> getConfig();

    /** How nodes are replaced or updated. */
    @Required
    @Nullable
    NodePoolManagement getManagement();

    /** How long draining a node may take; without limit by default. */
    @Nullable
    GoDuration getNodeDrainTimeout();

    /** Labels of the nodes; new values reach existing nodes only with some platforms and versions. */
    Map<String, String> getNodeLabels();

    /** How long detaching volumes may take; without limit by default. */
    @Nullable
    GoDuration getNodeVolumeDetachTimeout();

    /** Stops reconciliation: {@code true}, or a time until which. */
    @Size(min = 1, max = 35, since = Edition.LATEST)
    @Rule(
            value =
                    "self.matches('^\\\\d{4}-\\\\d{2}-\\\\d{2}T\\\\d{2}:\\\\d{2}:\\\\d{2}.*$') || self in ['true', 'false', 'True', 'False']",
            message = "PausedUntil must be a date in RFC3339 format or 'True', 'true', 'False' or 'false'",
            since = Edition.LATEST)
    @Nullable
    PausedUntil getPausedUntil();

    /** What the nodes run on. */
    @Required
    @Nullable
    NodePoolPlatform getPlatform();

    /** The release that the nodes run. */
    @Required
    @Nullable
    Release getRelease();

    /** How many nodes there should be; excludes {@code autoScaling}. */
    @Nullable
    Integer getReplicas();

    /** Taints of the nodes. */
    @Size(max = 50, since = Edition.LATEST)
    List<NodePoolTaint> getTaints();

    /** ConfigMaps with tuning or a performance profile, under {@code tuning}. */
    @Size(max = 10, since = Edition.LATEST)
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
