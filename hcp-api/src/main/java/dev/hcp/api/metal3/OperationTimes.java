package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.NullAllowed;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * When an operation was.
 *
 * <p>CRD field: BareMetalHost {@code status.operationHistory.deprovision}, BareMetalHost {@code
 * status.operationHistory.inspect}, BareMetalHost {@code status.operationHistory.provision} and others.
 */
@Value.Immutable
@HcpModel
public interface OperationTimes extends Model {
    /** When it ended. */
    @Format("date-time")
    @NullAllowed
    @Nullable
    String getEnd();

    /** When it began. */
    @Format("date-time")
    @NullAllowed
    @Nullable
    String getStart();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OperationTimes}. Not thread-safe. */
    final class Builder extends ImmutableOperationTimes.Builder {
        Builder() {}
    }
}
