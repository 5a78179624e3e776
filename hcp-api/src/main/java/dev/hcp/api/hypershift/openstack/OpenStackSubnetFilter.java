package dev.hcp.api.hypershift.openstack;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a subnet looks like; all members that are present must match.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.openstack.subnets[].filter}, HostedControlPlane {@code
 * spec.platform.openstack.subnets[].filter}.
 */
@Value.Immutable
@HcpModel
@Size(min = 1)
public interface OpenStackSubnetFilter extends Model {
    /** Its addresses. */
    @Nullable
    String getCidr();

    /** Its description. */
    @Nullable
    String getDescription();

    /** Its gateway. */
    @Nullable
    String getGatewayIP();

    /** 4 or 6. */
    @Format("")
    @Nullable
    Long getIpVersion();

    /** How hosts come to IPv6 addresses. */
    @Nullable
    String getIpv6AddressMode();

    /** Who announces IPv6 routers. */
    @Nullable
    String getIpv6RAMode();

    /** Its name. */
    @Nullable
    String getName();

    /** Tags that it does not have all together. */
    @Items(pattern = "^[^,]+$", size = @Size(min = 1))
    @ListType("set")
    List<String> getNotTags();

    /** Tags of which it has none. */
    @Items(pattern = "^[^,]+$", size = @Size(min = 1))
    @ListType("set")
    List<String> getNotTagsAny();

    /** Its project. */
    @Nullable
    String getProjectID();

    /** Tags that it has all. */
    @Items(pattern = "^[^,]+$", size = @Size(min = 1))
    @ListType("set")
    List<String> getTags();

    /** Tags of which it has at least one. */
    @Items(pattern = "^[^,]+$", size = @Size(min = 1))
    @ListType("set")
    List<String> getTagsAny();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OpenStackSubnetFilter}. Not thread-safe. */
    final class Builder extends ImmutableOpenStackSubnetFilter.Builder {
        Builder() {}
    }
}
