package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How the API server is reached.
 *
 * <p>CRD field: HostedCluster {@code spec.networking.apiServer}, HostedControlPlane {@code
 * spec.networking.apiServer}.
 */
@Value.Immutable
@HcpModel
public interface ApiServerNetworking extends Model {
    /** The address that nodes use; 172.20.0.1 by default. */
    @Size(max = 255, since = Edition.LATEST)
    @Rule(value = "self == oldSelf", message = "advertiseAddress is immutable", since = Edition.LATEST)
    @Nullable
    String getAdvertiseAddress();

    /** The ranges from which the API server may be reached; all when absent. */
    @Size(max = 500, since = Edition.LATEST)
    @Items(
            pattern =
                    "^(([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])\\.){3}([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])(\\/(3[0-2]|[1-2][0-9]|[0-9]))$",
            until = Edition.V4_17)
    @Items(
            size = @Size(max = 43),
            rules =
                    @Rule(
                            value =
                                    "self.matches('^((\\\\d{1,3}\\\\.){3}\\\\d{1,3}/\\\\d{1,2})$') || self.matches('^([0-9a-fA-F]{0,4}:){2,7}([0-9a-fA-F]{0,4})?/[0-9]{1,3}$')",
                            message =
                                    "cidr must be a valid IPv4 or IPv6 CIDR notation (e.g., 192.168.1.0/24 or 2001:db8::/64)"),
            since = Edition.LATEST)
    @ListType(value = "set", since = Edition.LATEST)
    List<String> getAllowedCIDRBlocks();

    /** The port that nodes use; 6443 by default. */
    @Rule(value = "self == oldSelf", message = "port is immutable", since = Edition.LATEST)
    @Nullable
    Integer getPort();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ApiServerNetworking}. Not thread-safe. */
    final class Builder extends ImmutableApiServerNetworking.Builder {
        Builder() {}
    }
}
