package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.value.Cidr;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Networks of the cluster.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.network}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value =
                "!has(self.networkDiagnostics) || !has(self.networkDiagnostics.mode) || self.networkDiagnostics.mode!='Disabled' || !has(self.networkDiagnostics.sourcePlacement) && !has(self.networkDiagnostics.targetPlacement)",
        message =
                "cannot set networkDiagnostics.sourcePlacement and networkDiagnostics.targetPlacement when networkDiagnostics.mode is Disabled",
        since = Edition.LATEST)
public interface NetworkConfig extends Model {
    /** The networks of pods. */
    @ListType("atomic")
    List<PodNetwork> getClusterNetwork();

    /** External addresses of services; none may be asked for by default. */
    @Nullable
    ExternalIpConfig getExternalIP();

    /** Checks of the connections between nodes; on by default. */
    @Nullable
    NetworkDiagnostics getNetworkDiagnostics();

    /** The network plug-in. */
    @Nullable
    String getNetworkType();

    /** The network of services. */
    @ListType("atomic")
    List<Cidr> getServiceNetwork();

    /** The ports, as {@code FIRST-LAST}, that node port services get; 30000-32767 by default. */
    @Pattern(
            "^([0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])-([0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])$")
    @Nullable
    String getServiceNodePortRange();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link NetworkConfig}. Not thread-safe. */
    final class Builder extends ImmutableNetworkConfig.Builder {
        Builder() {}

        /** Sets {@code externalIP} from a builder. */
        public Builder externalIP(UnaryOperator<ExternalIpConfig.Builder> edit) {
            return externalIP(edit.apply(ExternalIpConfig.builder()).build());
        }

        /** Sets {@code networkDiagnostics} from a builder. */
        public Builder networkDiagnostics(UnaryOperator<NetworkDiagnostics.Builder> edit) {
            return networkDiagnostics(edit.apply(NetworkDiagnostics.builder()).build());
        }
    }
}
