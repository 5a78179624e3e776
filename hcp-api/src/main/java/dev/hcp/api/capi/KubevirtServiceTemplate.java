package dev.hcp.api.capi;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.NullAllowed;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A template of the service of a control plane on virtual machines.
 *
 * <p>CRD field: KubevirtCluster {@code spec.controlPlaneServiceTemplate}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtServiceTemplate extends Model {
    /** Its metadata; untyped. */
    @NullAllowed
    @FreeForm
    @Nullable
    JsonObject getMetadata();

    /** Its spec. */
    @Nullable
    KubevirtServiceSpec getSpec();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtServiceTemplate}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtServiceTemplate.Builder {
        Builder() {}

        /** Sets {@code spec} from a builder. */
        public Builder spec(UnaryOperator<KubevirtServiceSpec.Builder> edit) {
            return spec(edit.apply(KubevirtServiceSpec.builder()).build());
        }
    }
}
