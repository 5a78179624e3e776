package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * MachineNodeInfo.
 *
 * <p>CRD field: Machine {@code status.nodeInfo}.
 */
@Value.Immutable
@HcpModel
public interface MachineNodeInfo extends Model {
    /** {@code architecture}. */
    @Required
    @Nullable
    String getArchitecture();

    /** {@code bootID}. */
    @Required
    @Nullable
    String getBootID();

    /** {@code containerRuntimeVersion}. */
    @Required
    @Nullable
    String getContainerRuntimeVersion();

    /** {@code kernelVersion}. */
    @Required
    @Nullable
    String getKernelVersion();

    /** {@code kubeProxyVersion}. */
    @Required
    @Nullable
    String getKubeProxyVersion();

    /** {@code kubeletVersion}. */
    @Required
    @Nullable
    String getKubeletVersion();

    /** {@code machineID}. */
    @Required
    @Nullable
    String getMachineID();

    /** {@code operatingSystem}. */
    @Required
    @Nullable
    String getOperatingSystem();

    /** {@code osImage}. */
    @Required
    @Nullable
    String getOsImage();

    /** {@code systemUUID}. */
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
