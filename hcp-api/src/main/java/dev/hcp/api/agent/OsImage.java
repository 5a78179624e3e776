package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An image of the operating system that hosts boot from.
 *
 * <p>CRD field: AgentServiceConfig {@code spec.osImages[]}.
 */
@Value.Immutable
@HcpModel
public interface OsImage extends Model {
    /** The architecture; {@code x86_64} when empty. */
    @Nullable
    String getCpuArchitecture();

    /** The version of OpenShift that it is for, as {@code 4.17}. */
    @Required
    @Nullable
    String getOpenshiftVersion();

    /** The URL of the root file system. */
    @Nullable
    String getRootFSUrl();

    /** The URL of the live ISO. */
    @Required
    @Nullable
    String getUrl();

    /** The version of the operating system. */
    @Required
    @Nullable
    String getVersion();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OsImage}. Not thread-safe. */
    final class Builder extends ImmutableOsImage.Builder {
        Builder() {}
    }
}
