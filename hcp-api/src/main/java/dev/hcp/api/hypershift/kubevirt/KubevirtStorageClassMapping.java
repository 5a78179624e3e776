package dev.hcp.api.hypershift.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A storage class of the guest and the one behind it.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.kubevirt.storageDriver.manual.storageClassMapping[]},
 * HostedControlPlane {@code spec.platform.kubevirt.storageDriver.manual.storageClassMapping[]}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtStorageClassMapping extends Model {
    /** Snapshot classes of the same group can snapshot its volumes. */
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getGroup();

    /** The name in the guest cluster. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getGuestStorageClassName();

    /** The name in the infrastructure cluster. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
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
