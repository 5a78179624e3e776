package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * The nodes on which pods of the checks run.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.network.networkDiagnostics.sourcePlacement}, HostedCluster
 * {@code spec.configuration.network.networkDiagnostics.targetPlacement}.
 */
@Value.Immutable
@HcpModel
public interface NetworkDiagnosticsPlacement extends Model {
    /** The labels of the nodes. */
    Map<String, String> getNodeSelector();

    /** The taints that are tolerated. */
    @ListType("atomic")
    List<Toleration> getTolerations();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link NetworkDiagnosticsPlacement}. Not thread-safe. */
    final class Builder extends ImmutableNetworkDiagnosticsPlacement.Builder {
        Builder() {}
    }
}
