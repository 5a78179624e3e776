package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How many nodes of a pool run one version.
 *
 * <p>CRD field: NodePool {@code status.nodesInfo.nodeVersions[]}.
 */
@Value.Immutable
@HcpModel
public interface NodeVersion extends Model {
    /** The version of the kubelet, such as {@code v1.30.4}. */
    @Required
    @Size(min = 1, max = 64)
    @Rule(
            value = "self.matches('^v?\\\\d+\\\\.\\\\d+\\\\.\\\\d+.*$')",
            message = "kubeletVersion must start with semantic version prefix x.y.z (optional leading 'v')")
    @Nullable
    String getKubeletVersion();

    /** The version of OpenShift. */
    @Required
    @Size(min = 1, max = 64)
    @Rule(
            value = "self.matches('^\\\\d+\\\\.\\\\d+\\\\.\\\\d+.*$')",
            message = "ocpVersion must start with semantic version prefix x.y.z")
    @Nullable
    String getOcpVersion();

    /** Nodes of that version that are healthy. */
    @Required
    @Minimum(0)
    @Nullable
    Integer getReadyNodeCount();

    /** Nodes of that version that are not. */
    @Required
    @Minimum(0)
    @Nullable
    Integer getUnreadyNodeCount();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link NodeVersion}. Not thread-safe. */
    final class Builder extends ImmutableNodeVersion.Builder {
        Builder() {}
    }
}
