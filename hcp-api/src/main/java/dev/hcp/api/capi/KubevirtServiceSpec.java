package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * KubevirtServiceSpec.
 *
 * <p>CRD field: KubevirtCluster {@code spec.controlPlaneServiceTemplate.spec}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtServiceSpec extends Model {
    /** {@code type}. */
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

    /** Builds {@link KubevirtServiceSpec}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtServiceSpec.Builder {
        Builder() {}
    }
}
