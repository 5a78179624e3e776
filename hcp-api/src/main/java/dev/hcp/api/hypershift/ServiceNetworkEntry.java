package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A range of service addresses.
 *
 * <p>CRD field: HostedCluster {@code spec.networking.serviceNetwork[]}, HostedControlPlane {@code
 * spec.networking.serviceNetwork[]}.
 */
@Value.Immutable
@HcpModel
public interface ServiceNetworkEntry extends Model {
    /** The range. */
    @Required
    @Size(max = 43, since = Edition.LATEST)
    @Rule(
            value =
                    "self.matches('^((\\\\d{1,3}\\\\.){3}\\\\d{1,3}/\\\\d{1,2})$') || self.matches('^([0-9a-fA-F]{0,4}:){2,7}([0-9a-fA-F]{0,4})?/[0-9]{1,3}$')",
            message = "cidr must be a valid IPv4 or IPv6 CIDR notation (e.g., 192.168.1.0/24 or 2001:db8::/64)",
            since = Edition.LATEST)
    @Nullable
    String getCidr();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ServiceNetworkEntry}. Not thread-safe. */
    final class Builder extends ImmutableServiceNetworkEntry.Builder {
        Builder() {}
    }
}
