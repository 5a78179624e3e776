package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Rule;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How nodes are replaced.
 *
 * <p>CRD field: NodePool {@code spec.management.replace}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "!has(self.rollingUpdate) || self.strategy == 'RollingUpdate'",
        message = "The 'rollingUpdate' field can only be set when 'strategy' is 'RollingUpdate'",
        since = Edition.LATEST)
public interface ReplaceUpgrade extends Model {
    /** Details of rolling updates. */
    @Nullable
    RollingUpdate getRollingUpdate();

    /** When replaced nodes go. */
    @Nullable
    UpgradeStrategy getStrategy();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ReplaceUpgrade}. Not thread-safe. */
    final class Builder extends ImmutableReplaceUpgrade.Builder {
        Builder() {}

        /** Sets {@code rollingUpdate} from a builder. */
        public Builder rollingUpdate(UnaryOperator<RollingUpdate.Builder> edit) {
            return rollingUpdate(edit.apply(RollingUpdate.builder()).build());
        }
    }
}
