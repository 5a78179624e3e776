package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster is.
 *
 * <p>CRD field: ManagedCluster {@code status}.
 */
@Value.Immutable
@HcpModel
public interface ManagedClusterStatus extends Model {
    /** What it can still give, by resource. */
    Map<String, Quantity> getAllocatable();

    /** What it has, by resource. */
    Map<String, Quantity> getCapacity();

    /** What it says of itself. */
    List<ManagedClusterClaim> getClusterClaims();

    /** What is observed, by condition type. */
    List<Condition> getConditions();

    /** The versions it runs. */
    @Nullable
    ManagedClusterVersion getVersion();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ManagedClusterStatus}. Not thread-safe. */
    final class Builder extends ImmutableManagedClusterStatus.Builder {
        Builder() {}

        /** Sets {@code version} from a builder. */
        public Builder version(UnaryOperator<ManagedClusterVersion.Builder> edit) {
            return version(edit.apply(ManagedClusterVersion.builder()).build());
        }
    }
}
