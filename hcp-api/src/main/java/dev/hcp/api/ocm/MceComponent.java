package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A component that is switched on or off.
 *
 * <p>CRD field: MultiClusterEngine {@code spec.overrides.components[]}.
 */
@Value.Immutable
@HcpModel
public interface MceComponent extends Model {
    /** What is not as usual in the component. */
    @Nullable
    MceComponentOverrides getConfigOverrides();

    /** Whether it is on. */
    @Required
    @Nullable
    Boolean getEnabled();

    /** Its name, such as {@code hypershift}. */
    @Required
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

    /** Builds {@link MceComponent}. Not thread-safe. */
    final class Builder extends ImmutableMceComponent.Builder {
        Builder() {}

        /** Sets {@code configOverrides} from a builder. */
        public Builder configOverrides(UnaryOperator<MceComponentOverrides.Builder> edit) {
            return configOverrides(edit.apply(MceComponentOverrides.builder()).build());
        }
    }
}
