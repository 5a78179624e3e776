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
 * The domains of a cluster.
 *
 * <p>CRD field: HostedCluster {@code spec.dns}, HostedControlPlane {@code spec.dns}.
 */
@Value.Immutable
@HcpModel
public interface DnsSpec extends Model {
    /** The domain below which the cluster's names are. */
    @Required
    @Size(max = 253, since = Edition.LATEST)
    @Rule(
            value = "self == \"\" || self.matches('^(?:(?:[a-zA-Z0-9-]+\\\\.)+[a-zA-Z]{2,}|[a-zA-Z0-9-]+)$')",
            message = "baseDomain must be a valid domain name (e.g., example, example.com, sub.example.com)",
            since = Edition.LATEST)
    @Rule(value = "oldSelf == \"\" || self == oldSelf", message = "baseDomain is immutable", since = Edition.LATEST)
    @Nullable
    String getBaseDomain();

    /** What stands before the base domain; the cluster's name when absent, nothing when empty. */
    @Size(max = 253, since = Edition.LATEST)
    @Rule(
            value = "self == \"\" || self.matches('^(?:(?:[a-zA-Z0-9-]+\\\\.)+[a-zA-Z]{2,}|[a-zA-Z0-9-]+)$')",
            message = "baseDomainPrefix must be a valid domain name (e.g., example, example.com, sub.example.com)",
            since = Edition.LATEST)
    @Rule(value = "self == oldSelf", message = "baseDomainPrefix is immutable", since = Edition.LATEST)
    @Nullable
    String getBaseDomainPrefix();

    /** The hosted zone for names inside. */
    @Size(min = 1, max = 265, since = Edition.LATEST)
    @Rule(value = "oldSelf == \"\" || self == oldSelf", message = "privateZoneID is immutable", since = Edition.LATEST)
    @Nullable
    String getPrivateZoneID();

    /** The hosted zone for names outside. */
    @Size(min = 1, max = 258, since = Edition.LATEST)
    @Rule(value = "oldSelf == \"\" || self == oldSelf", message = "publicZoneID is immutable", since = Edition.LATEST)
    @Nullable
    String getPublicZoneID();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link DnsSpec}. Not thread-safe. */
    final class Builder extends ImmutableDnsSpec.Builder {
        Builder() {}
    }
}
