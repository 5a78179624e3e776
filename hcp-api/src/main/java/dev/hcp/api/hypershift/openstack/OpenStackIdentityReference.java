package dev.hcp.api.hypershift.openstack;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Credentials for the OpenStack API.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.openstack.identityRef}, HostedControlPlane {@code
 * spec.platform.openstack.identityRef}.
 */
@Value.Immutable
@HcpModel
public interface OpenStackIdentityReference extends Model {
    /** The entry in {@code clouds.yaml}. */
    @Required
    @Nullable
    String getCloudName();

    /** Secret with {@code clouds.yaml} and, where needed, {@code cacert}. */
    @Required
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

    /** Builds {@link OpenStackIdentityReference}. Not thread-safe. */
    final class Builder extends ImmutableOpenStackIdentityReference.Builder {
        Builder() {}
    }
}
