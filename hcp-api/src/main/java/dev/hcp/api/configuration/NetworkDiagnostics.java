package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Checks of the connections between nodes.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.network.networkDiagnostics}.
 */
@Value.Immutable
@HcpModel
public interface NetworkDiagnostics extends Model {
    /** Whether there are checks; empty for the default, All. */
    @Nullable
    NetworkDiagnosticsMode getMode();

    /** Where the checks run. */
    @Nullable
    NetworkDiagnosticsPlacement getSourcePlacement();

    /** Where the pods run that they connect to. */
    @Nullable
    NetworkDiagnosticsPlacement getTargetPlacement();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link NetworkDiagnostics}. Not thread-safe. */
    final class Builder extends ImmutableNetworkDiagnostics.Builder {
        Builder() {}

        /** Sets {@code sourcePlacement} from a builder. */
        public Builder sourcePlacement(UnaryOperator<NetworkDiagnosticsPlacement.Builder> edit) {
            return sourcePlacement(
                    edit.apply(NetworkDiagnosticsPlacement.builder()).build());
        }

        /** Sets {@code targetPlacement} from a builder. */
        public Builder targetPlacement(UnaryOperator<NetworkDiagnosticsPlacement.Builder> edit) {
            return targetPlacement(
                    edit.apply(NetworkDiagnosticsPlacement.builder()).build());
        }
    }
}
