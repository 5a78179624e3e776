package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import java.util.List;
import org.immutables.value.Value;

/**
 * The external addresses that services may ask for.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.network.externalIP.policy}.
 */
@Value.Immutable
@HcpModel
public interface ExternalIpPolicy extends Model {
    /** The ranges that are allowed. */
    @ListType("atomic")
    List<String> getAllowedCIDRs();

    /** The ranges that are not, even where they are allowed. */
    @ListType("atomic")
    List<String> getRejectedCIDRs();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ExternalIpPolicy}. Not thread-safe. */
    final class Builder extends ImmutableExternalIpPolicy.Builder {
        Builder() {}
    }
}
