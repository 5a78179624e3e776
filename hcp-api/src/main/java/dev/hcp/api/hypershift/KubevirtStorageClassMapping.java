package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * KubevirtStorageClassMapping.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.kubevirt.storageDriver.manual.storageClassMapping[]},
 * HostedControlPlane {@code spec.platform.kubevirt.storageDriver.manual.storageClassMapping[]}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtStorageClassMapping extends Model {
    /** {@code group}. */
    @Nullable
    String getGroup();

    /** {@code guestStorageClassName}. */
    @Required
    @Nullable
    String getGuestStorageClassName();

    /** {@code infraStorageClassName}. */
    @Required
    @Nullable
    String getInfraStorageClassName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtStorageClassMapping}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtStorageClassMapping.Builder {
        Builder() {}
    }
}
