package dev.hcp.api.hypershift.powervs;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A resource, by identifier or by name.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.powervs.subnet}, HostedControlPlane {@code
 * spec.platform.powervs.subnet}, NodePool {@code spec.platform.powervs.image}.
 */
@Value.Immutable
@HcpModel
public interface PowerVsResourceReference extends Model {
    /** The identifier. */
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getId();

    /** The name. */
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link PowerVsResourceReference}. Not thread-safe. */
    final class Builder extends ImmutablePowerVsResourceReference.Builder {
        Builder() {}
    }
}
