package dev.hcp.api.hypershift.openstack;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a network or router looks like; all members that are present must match.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.openstack.externalNetwork.filter}, HostedControlPlane {@code
 * spec.platform.openstack.externalNetwork.filter}, HostedCluster {@code spec.platform.openstack.network.filter},
 * HostedControlPlane {@code spec.platform.openstack.network.filter}, HostedCluster {@code
 * spec.platform.openstack.router.filter}, HostedControlPlane {@code spec.platform.openstack.router.filter}.
 */
@Value.Immutable
@HcpModel
@Size(min = 1)
public interface OpenStackFilter extends Model {
    /** Its description. */
    @Nullable
    String getDescription();

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

    /** Builds {@link OpenStackFilter}. Not thread-safe. */
    final class Builder extends ImmutableOpenStackFilter.Builder {
        Builder() {}
    }
}
