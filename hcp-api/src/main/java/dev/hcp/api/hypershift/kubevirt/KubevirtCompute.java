package dev.hcp.api.hypershift.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Minimum;
import io.fabric8.kubernetes.api.model.Quantity;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Cores and memory of virtual machines.
 *
 * <p>CRD field: NodePool {@code spec.platform.kubevirt.compute}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtCompute extends Model {
    /** Virtual processors; 2 by default. */
    @Default(value = "2", until = Edition.V4_17)
    @Minimum(value = 1, since = Edition.LATEST)
    @Nullable
    Integer getCores();

    /** Memory; 8Gi by default. */
    @Default("\"8Gi\"")
    @Nullable
    Quantity getMemory();

    /** Whether resources are guaranteed; Burstable by default. */
    @Default("\"Burstable\"")
    @Nullable
    QosClass getQosClass();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtCompute}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtCompute.Builder {
        Builder() {}
    }
}
