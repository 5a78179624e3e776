package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * When the last operations on a host were.
 *
 * <p>CRD field: BareMetalHost {@code status.operationHistory}.
 */
@Value.Immutable
@HcpModel
public interface OperationHistory extends Model {
    /** The last deprovisioning. */
    @Nullable
    OperationTimes getDeprovision();

    /** The last inspection. */
    @Nullable
    OperationTimes getInspect();

    /** The last provisioning. */
    @Nullable
    OperationTimes getProvision();

    /** The last registration. */
    @Nullable
    OperationTimes getRegister();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OperationHistory}. Not thread-safe. */
    final class Builder extends ImmutableOperationHistory.Builder {
        Builder() {}

        /** Sets {@code deprovision} from a builder. */
        public Builder deprovision(UnaryOperator<OperationTimes.Builder> edit) {
            return deprovision(edit.apply(OperationTimes.builder()).build());
        }

        /** Sets {@code inspect} from a builder. */
        public Builder inspect(UnaryOperator<OperationTimes.Builder> edit) {
            return inspect(edit.apply(OperationTimes.builder()).build());
        }

        /** Sets {@code provision} from a builder. */
        public Builder provision(UnaryOperator<OperationTimes.Builder> edit) {
            return provision(edit.apply(OperationTimes.builder()).build());
        }

        /** Sets {@code register} from a builder. */
        public Builder register(UnaryOperator<OperationTimes.Builder> edit) {
            return register(edit.apply(OperationTimes.builder()).build());
        }
    }
}
