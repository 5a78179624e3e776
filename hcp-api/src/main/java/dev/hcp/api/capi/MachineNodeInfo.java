package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the node of a machine says of itself.
 *
 * <p>CRD field: Machine {@code status.nodeInfo}.
 */
@Value.Immutable
@HcpModel
public interface MachineNodeInfo extends Model {
    /** Its processor architecture. */
    @Required
    @Nullable
    String getArchitecture();

    /** Changes with each start. */
    @Required
    @Nullable
    String getBootID();

    /** The container runtime and its version. */
    @Required
    @Nullable
    String getContainerRuntimeVersion();

    /** The version of the kernel. */
    @Required
    @Nullable
    String getKernelVersion();

    /** The version of kube-proxy. */
    @Required
    @Nullable
    String getKubeProxyVersion();

    /** The version of the kubelet. */
    @Required
    @Nullable
    String getKubeletVersion();

    /** Its machine identifier. */
    @Required
    @Nullable
    String getMachineID();

    /** Its operating system. */
    @Required
    @Nullable
    String getOperatingSystem();

    /** The name and version of the operating system. */
    @Required
    @Nullable
    String getOsImage();

    /** The identifier of its hardware. */
    @Required
    @Nullable
    String getSystemUUID();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MachineNodeInfo}. Not thread-safe. */
    final class Builder extends ImmutableMachineNodeInfo.Builder {
        Builder() {}
    }
}
