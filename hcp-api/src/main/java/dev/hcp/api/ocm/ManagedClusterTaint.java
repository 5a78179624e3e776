package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.NullAllowed;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A taint that keeps work away from a cluster.
 *
 * <p>CRD field: ManagedCluster {@code spec.taints[]}.
 */
@Value.Immutable
@HcpModel
public interface ManagedClusterTaint extends Model {
    /** What becomes of work that does not tolerate it. */
    @Required
    @Nullable
    ManagedClusterTaintEffect getEffect();

    /** The key. */
    @Required
    @Pattern(
            "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$")
    @Size(max = 316)
    @Nullable
    String getKey();

    /** When it was added. */
    @Format("date-time")
    @NullAllowed
    @Nullable
    String getTimeAdded();

    /** The value. */
    @Size(max = 1024)
    @Nullable
    String getValue();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ManagedClusterTaint}. Not thread-safe. */
    final class Builder extends ImmutableManagedClusterTaint.Builder {
        Builder() {}
    }
}
