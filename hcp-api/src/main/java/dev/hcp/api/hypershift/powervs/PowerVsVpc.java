package dev.hcp.api.hypershift.powervs;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A virtual private cloud, in which load balancers are made. All of it is immutable.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.powervs.vpc}, HostedControlPlane {@code spec.platform.powervs.vpc}.
 */
@Value.Immutable
@HcpModel
public interface PowerVsVpc extends Model {
    /** The name. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getName();

    /** The region. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getRegion();

    /** The subnet. */
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getSubnet();

    /** The zone. */
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getZone();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link PowerVsVpc}. Not thread-safe. */
    final class Builder extends ImmutablePowerVsVpc.Builder {
        Builder() {}
    }
}
