package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * DnsSpec.
 *
 * <p>CRD field: HostedCluster {@code spec.dns}, HostedControlPlane {@code spec.dns}.
 */
@Value.Immutable
@HcpModel
public interface DnsSpec extends Model {
    /** {@code baseDomain}. */
    @Required
    @Nullable
    String getBaseDomain();

    /** {@code baseDomainPrefix}. */
    @Nullable
    String getBaseDomainPrefix();

    /** {@code privateZoneID}. */
    @Nullable
    String getPrivateZoneID();

    /** {@code publicZoneID}. */
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
