package dev.hcp.api.hypershift.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Whether the boot image is cached.
 *
 * <p>CRD field: NodePool {@code spec.platform.kubevirt.rootVolume.cacheStrategy}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtCachingStrategy extends Model {
    /** None by default; PVC keeps a copy in the cluster. */
    @Required
    @Default("\"None\"")
    @Nullable
    KubevirtCachingStrategyType getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtCachingStrategy}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtCachingStrategy.Builder {
        Builder() {}
    }
}
