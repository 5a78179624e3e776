package dev.hcp.api.hypershift.autonode;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A provisioner of nodes; the member of the chosen one holds the details.
 *
 * <p>CRD field: HostedCluster {@code spec.autoNode.provisionerConfig}, HostedControlPlane {@code
 * spec.autoNode.provisionerConfig}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "self.name == 'Karpenter' ? has(self.karpenter) : !has(self.karpenter)",
        message = "karpenter is required when name is Karpenter, and forbidden otherwise")
public interface ProvisionerConfig extends Model {
    /** Details of Karpenter. */
    @Nullable
    KarpenterConfig getKarpenter();

    /** The provisioner. */
    @Required
    @Nullable
    Provisioner getName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ProvisionerConfig}. Not thread-safe. */
    final class Builder extends ImmutableProvisionerConfig.Builder {
        Builder() {}

        /** Sets {@code karpenter} from a builder. */
        public Builder karpenter(UnaryOperator<KarpenterConfig.Builder> edit) {
            return karpenter(edit.apply(KarpenterConfig.builder()).build());
        }
    }
}
