package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.NullAllowed;
import java.util.List;
import org.immutables.value.Value;

/**
 * The resources whose status is restored.
 *
 * <p>CRD field: Restore {@code spec.restoreStatus}.
 */
@Value.Immutable
@HcpModel
public interface RestoreStatusSpec extends Model {
    /** Those that are left out. */
    @NullAllowed
    List<String> getExcludedResources();

    /** Those that are meant; all when empty. */
    @NullAllowed
    List<String> getIncludedResources();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link RestoreStatusSpec}. Not thread-safe. */
    final class Builder extends ImmutableRestoreStatusSpec.Builder {
        Builder() {}
    }
}
