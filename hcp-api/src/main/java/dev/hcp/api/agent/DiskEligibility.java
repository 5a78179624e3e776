package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Whether a disk can be installed on.
 *
 * <p>CRD field: Agent {@code status.inventory.disks[].installationEligibility}.
 */
@Value.Immutable
@HcpModel
public interface DiskEligibility extends Model {
    /** Whether it can. */
    @Nullable
    Boolean getEligible();

    /** Why not. */
    @Required
    List<String> getNotEligibleReasons();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link DiskEligibility}. Not thread-safe. */
    final class Builder extends ImmutableDiskEligibility.Builder {
        Builder() {}
    }
}
