package dev.hcp.api.openshift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A version of something that a cluster operator runs.
 *
 * <p>CRD field: ClusterOperator {@code status.versions[]}.
 */
@Value.Immutable
@HcpModel
public interface OperandVersion extends Model {
    /** What; {@code operator} is the operator itself. */
    @Required
    @Nullable
    String getName();

    /** The version. */
    @Required
    @Nullable
    String getVersion();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OperandVersion}. Not thread-safe. */
    final class Builder extends ImmutableOperandVersion.Builder {
        Builder() {}
    }
}
