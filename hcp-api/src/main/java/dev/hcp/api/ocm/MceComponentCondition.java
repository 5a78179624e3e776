package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is observed of a component.
 *
 * <p>CRD field: MultiClusterEngine {@code status.components[]}.
 */
@Value.Immutable
@HcpModel
public interface MceComponentCondition extends Model {
    /** The kind of the object. */
    @Nullable
    String getKind();

    /** When the status last changed. */
    @Format("date-time")
    @Nullable
    String getLastTransitionTime();

    /** The reason for people. */
    @Required
    @Nullable
    String getMessage();

    /** The name of the object. */
    @Nullable
    String getName();

    /** The reason for programs. */
    @Required
    @Nullable
    String getReason();

    /** True, False or Unknown. */
    @Required
    @Nullable
    String getStatus();

    /** What is observed. */
    @Required
    @Nullable
    String getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MceComponentCondition}. Not thread-safe. */
    final class Builder extends ImmutableMceComponentCondition.Builder {
        Builder() {}
    }
}
