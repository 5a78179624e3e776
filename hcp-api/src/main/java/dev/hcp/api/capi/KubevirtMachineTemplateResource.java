package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What KubeVirt machines of a template look like.
 *
 * <p>CRD field: KubevirtMachineTemplate {@code spec.template}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtMachineTemplateResource extends Model {
    /** Their spec. */
    @Required
    @Nullable
    KubevirtMachineSpec getSpec();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtMachineTemplateResource}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtMachineTemplateResource.Builder {
        Builder() {}

        /** Sets {@code spec} from a builder. */
        public Builder spec(UnaryOperator<KubevirtMachineSpec.Builder> edit) {
            return spec(edit.apply(KubevirtMachineSpec.builder()).build());
        }
    }
}
