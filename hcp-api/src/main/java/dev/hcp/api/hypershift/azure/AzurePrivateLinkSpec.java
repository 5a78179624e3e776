package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A private link service in front of an API server.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.azure.private.privateLink}, HostedControlPlane {@code
 * spec.platform.azure.private.privateLink}.
 */
@Value.Immutable
@HcpModel
@Size(min = 1)
public interface AzurePrivateLinkSpec extends Model {
    /** Subscriptions beside that of the cluster that may connect, at most 50. */
    @Size(min = 1, max = 50)
    @Items(
            size = @Size(min = 36, max = 36),
            rules =
                    @Rule(
                            value =
                                    "self.matches('^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$')",
                            message = "must be a valid UUID (e.g., 550e8400-e29b-41d4-a716-446655440000)"))
    @ListType("set")
    List<String> getAdditionalAllowedSubscriptions();

    /** The subnet for address translation, by its resource ID; made when absent, immutable. */
    @Size(min = 1, max = 355)
    @Rule(value = "self == oldSelf", message = "natSubnetID is immutable once set")
    @Rule(
            value =
                    "self.matches('^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\\\.Network/virtualNetworks/[^/]+/subnets/[^/]+$')",
            message =
                    "must be a valid Azure subnet resource ID (e.g., /subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.Network/virtualNetworks/{vnet}/subnets/{subnet})")
    @Nullable
    String getNatSubnetID();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzurePrivateLinkSpec}. Not thread-safe. */
    final class Builder extends ImmutableAzurePrivateLinkSpec.Builder {
        Builder() {}
    }
}
