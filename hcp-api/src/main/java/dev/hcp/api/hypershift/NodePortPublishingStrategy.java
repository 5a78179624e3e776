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
 * A service at a port of every management node.
 *
 * <p>CRD field: HostedCluster {@code spec.services[].servicePublishingStrategy.nodePort}, HostedControlPlane {@code
 * spec.services[].servicePublishingStrategy.nodePort}.
 */
@Value.Immutable
@HcpModel
public interface NodePortPublishingStrategy extends Model {
    /** The host name or address of the nodes. */
    @Required
    @Size(min = 1, max = 253, since = Edition.LATEST)
    @Rule(
            value =
                    "self.matches('^(([a-zA-Z0-9][-a-zA-Z0-9]*\\\\.)+[a-zA-Z]{2,}|localhost)$') || self.matches('^((\\\\d{1,3}\\\\.){3}\\\\d{1,3})$') || self.matches('^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$')",
            message = "address must be a valid hostname, IPv4, or IPv6 address",
            since = Edition.LATEST)
    @Nullable
    String getAddress();

    /** The port; chosen when absent. */
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

    /** Builds {@link NodePortPublishingStrategy}. Not thread-safe. */
    final class Builder extends ImmutableNodePortPublishingStrategy.Builder {
        Builder() {}
    }
}
