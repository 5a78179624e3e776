package dev.hcp.api.hypershift;

import dev.hcp.api.hypershift.kubevirt.KubevirtNodePoolStatus;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the platform adds to the status of a node pool.
 *
 * <p>CRD field: NodePool {@code status.platform}.
 */
@Value.Immutable
@HcpModel
public interface NodePoolPlatformStatus extends Model {
    /** What KubeVirt adds. */
    @Nullable
    KubevirtNodePoolStatus getKubeVirt();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link NodePoolPlatformStatus}. Not thread-safe. */
    final class Builder extends ImmutableNodePoolPlatformStatus.Builder {
        Builder() {}

        /** Sets {@code kubeVirt} from a builder. */
        public Builder kubeVirt(UnaryOperator<KubevirtNodePoolStatus.Builder> edit) {
            return kubeVirt(edit.apply(KubevirtNodePoolStatus.builder()).build());
        }
    }
}
