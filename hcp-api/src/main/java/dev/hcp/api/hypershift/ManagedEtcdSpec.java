package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An etcd that the operator runs.
 *
 * <p>CRD field: HostedCluster {@code spec.etcd.managed}, HostedControlPlane {@code spec.etcd.managed}.
 */
@Value.Immutable
@HcpModel
public interface ManagedEtcdSpec extends Model {
    /** What its members store their data on. */
    @Required
    @Nullable
    ManagedEtcdStorageSpec getStorage();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ManagedEtcdSpec}. Not thread-safe. */
    final class Builder extends ImmutableManagedEtcdSpec.Builder {
        Builder() {}

        /** Sets {@code storage} from a builder. */
        public Builder storage(UnaryOperator<ManagedEtcdStorageSpec.Builder> edit) {
            return storage(edit.apply(ManagedEtcdStorageSpec.builder()).build());
        }
    }
}
