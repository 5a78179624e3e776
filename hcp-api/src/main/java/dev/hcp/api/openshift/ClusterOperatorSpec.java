package dev.hcp.api.openshift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;

/**
 * Nothing: cluster operators have no settings.
 *
 * <p>CRD field: ClusterOperator {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface ClusterOperatorSpec extends Model {

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ClusterOperatorSpec}. Not thread-safe. */
    final class Builder extends ImmutableClusterOperatorSpec.Builder {
        Builder() {}
    }
}
