package dev.hcp.api.hypershift.openstack;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Nodes on OpenStack instances.
 *
 * <p>CRD field: NodePool {@code spec.platform.openstack}.
 */
@Value.Immutable
@HcpModel
public interface OpenStackNodePoolPlatform extends Model {
    /** The flavor. */
    @Required
    @Nullable
    String getFlavor();

    /** The Glance image; that of the release by default. */
    @Nullable
    String getImageName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OpenStackNodePoolPlatform}. Not thread-safe. */
    final class Builder extends ImmutableOpenStackNodePoolPlatform.Builder {
        Builder() {}
    }
}
