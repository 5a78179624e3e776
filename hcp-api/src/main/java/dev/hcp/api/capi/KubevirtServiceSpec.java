package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The service of a control plane on virtual machines.
 *
 * <p>CRD field: KubevirtCluster {@code spec.controlPlaneServiceTemplate.spec}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtServiceSpec extends Model {
    /** The service type. */
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
