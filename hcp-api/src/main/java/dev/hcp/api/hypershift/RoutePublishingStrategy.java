package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A service behind a route.
 *
 * <p>CRD field: HostedCluster {@code spec.services[].servicePublishingStrategy.route}, HostedControlPlane {@code
 * spec.services[].servicePublishingStrategy.route}.
 */
@Value.Immutable
@HcpModel
public interface RoutePublishingStrategy extends Model {
    /** The host name of the route; derived when absent. */
    @Size(min = 1, max = 253, since = Edition.LATEST)
    @Rule(
            value = "self.matches('^(?:[a-zA-Z0-9-]+\\\\.)+[a-zA-Z]{2,}$')",
            message = "hostname must be a valid domain name (e.g., example.com)",
            since = Edition.LATEST)
    @Nullable
    String getHostname();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link RoutePublishingStrategy}. Not thread-safe. */
    final class Builder extends ImmutableRoutePublishingStrategy.Builder {
        Builder() {}
    }
}
