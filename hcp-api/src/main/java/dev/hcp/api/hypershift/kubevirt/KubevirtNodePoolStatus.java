package dev.hcp.api.hypershift.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Size;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What KubeVirt adds to the status of a node pool.
 *
 * <p>CRD field: NodePool {@code status.platform.kubeVirt}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtNodePoolStatus extends Model {
    /** The volume that caches the boot image. */
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getCacheName();

    /** The credentials with which the cache was made. */
    @Nullable
    KubevirtPlatformCredentials getCredentials();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtNodePoolStatus}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtNodePoolStatus.Builder {
        Builder() {}

        /** Sets {@code credentials} from a builder. */
        public Builder credentials(UnaryOperator<KubevirtPlatformCredentials.Builder> edit) {
            return credentials(edit.apply(KubevirtPlatformCredentials.builder()).build());
        }
    }
}
