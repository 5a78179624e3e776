package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;

/**
 * Versions and health of the nodes of a pool.
 *
 * <p>CRD field: NodePool {@code status.nodesInfo}.
 */
@Value.Immutable
@HcpModel
public interface NodesInfo extends Model {
    /** A row for each version that nodes run. */
    @Required
    @Size(min = 1, max = 100)
    @ListType("atomic")
    List<NodeVersion> getNodeVersions();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link NodesInfo}. Not thread-safe. */
    final class Builder extends ImmutableNodesInfo.Builder {
        Builder() {}
    }
}
