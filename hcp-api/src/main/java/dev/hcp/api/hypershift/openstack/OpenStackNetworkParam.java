package dev.hcp.api.hypershift.openstack;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Size;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A network, by identifier or by filter.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.openstack.externalNetwork}, HostedControlPlane {@code
 * spec.platform.openstack.externalNetwork}, HostedCluster {@code spec.platform.openstack.network}, HostedControlPlane
 * {@code spec.platform.openstack.network}.
 */
@Value.Immutable
@HcpModel
@Size(min = 1, max = 1)
public interface OpenStackNetworkParam extends Model {
    /** What the one network looks like. */
    @Nullable
    OpenStackFilter getFilter();

    /** The identifier, a UUID. */
    @Format("uuid")
    @Nullable
    String getId();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OpenStackNetworkParam}. Not thread-safe. */
    final class Builder extends ImmutableOpenStackNetworkParam.Builder {
        Builder() {}

        /** Sets {@code filter} from a builder. */
        public Builder filter(UnaryOperator<OpenStackFilter.Builder> edit) {
            return filter(edit.apply(OpenStackFilter.builder()).build());
        }
    }
}
