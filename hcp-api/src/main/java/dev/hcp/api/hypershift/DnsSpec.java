package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
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
    @Nullable
    String getBaseDomain();

    /** What stands before the base domain; the cluster's name when absent, nothing when empty. */
    @Nullable
    String getBaseDomainPrefix();

    /** The hosted zone for names inside. */
    @Nullable
    String getPrivateZoneID();

    /** The hosted zone for names outside. */
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
