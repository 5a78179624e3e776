package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A template of KubeVirt machines.
 *
 * <p>CRD field: KubevirtMachineTemplate {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtMachineTemplateSpec extends Model {
    /** What they look like. */
    @Required
    @Nullable
    KubevirtMachineTemplateResource getTemplate();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtMachineTemplateSpec}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtMachineTemplateSpec.Builder {
        Builder() {}

        /** Sets {@code template} from a builder. */
        public Builder template(UnaryOperator<KubevirtMachineTemplateResource.Builder> edit) {
            return template(
                    edit.apply(KubevirtMachineTemplateResource.builder()).build());
        }
    }
}
