package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an image, for booting over the network. The URLs carry tokens.
 *
 * <p>CRD field: InfraEnv {@code status.bootArtifacts}.
 */
@Value.Immutable
@HcpModel
public interface BootArtifacts extends Model {
    /** The URL of the initial RAM disk. */
    @Value.Redacted
    @Nullable
    String getInitrd();

    /** The URL of the iPXE script. */
    @Value.Redacted
    @Nullable
    String getIpxeScript();

    /** The URL of the kernel. */
    @Value.Redacted
    @Nullable
    String getKernel();

    /** The URL of the root file system. */
    @Value.Redacted
    @Nullable
    String getRootfs();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link BootArtifacts}. Not thread-safe. */
    final class Builder extends ImmutableBootArtifacts.Builder {
        Builder() {}
    }
}
