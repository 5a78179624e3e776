package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that an add-on uses.
 *
 * <p>CRD field: ManagedClusterAddOn {@code status.configReferences[]}.
 */
@Value.Immutable
@HcpModel
public interface AddOnConfigStatus extends Model {
    /** What is to be used. */
    @Nullable
    AddOnConfigHash getDesiredConfig();

    /** The API group; empty for the core group. */
    @Default("\"\"")
    @Nullable
    String getGroup();

    /** What is used. */
    @Nullable
    AddOnConfigHash getLastAppliedConfig();

    /** The generation that was last seen. */
    @Nullable
    Long getLastObservedGeneration();

    /** The name. */
    @Required
    @Size(min = 1)
    @Nullable
    String getName();

    /** The namespace; none for kinds of the cluster. */
    @Nullable
    String getNamespace();

    /** The resource, plural. */
    @Required
    @Size(min = 1)
    @Nullable
    String getResource();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AddOnConfigStatus}. Not thread-safe. */
    final class Builder extends ImmutableAddOnConfigStatus.Builder {
        Builder() {}

        /** Sets {@code desiredConfig} from a builder. */
        public Builder desiredConfig(UnaryOperator<AddOnConfigHash.Builder> edit) {
            return desiredConfig(edit.apply(AddOnConfigHash.builder()).build());
        }

        /** Sets {@code lastAppliedConfig} from a builder. */
        public Builder lastAppliedConfig(UnaryOperator<AddOnConfigHash.Builder> edit) {
            return lastAppliedConfig(edit.apply(AddOnConfigHash.builder()).build());
        }
    }
}
