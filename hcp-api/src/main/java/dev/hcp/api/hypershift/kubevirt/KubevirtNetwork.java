package dev.hcp.api.hypershift.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A network of virtual machines.
 *
 * <p>CRD field: NodePool {@code spec.platform.kubevirt.additionalNetworks[]}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtNetwork extends Model {
    /** A network attachment definition, as {@code namespace/name}. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtNetwork}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtNetwork.Builder {
        Builder() {}
    }
}
