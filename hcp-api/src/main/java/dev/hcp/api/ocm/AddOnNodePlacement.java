package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * The nodes that an agent runs on.
 *
 * <p>CRD field: AddOnDeploymentConfig {@code spec.nodePlacement}.
 */
@Value.Immutable
@HcpModel
public interface AddOnNodePlacement extends Model {
    /** The labels of the nodes. */
    Map<String, String> getNodeSelector();

    /** The taints that are tolerated. */
    List<Toleration> getTolerations();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AddOnNodePlacement}. Not thread-safe. */
    final class Builder extends ImmutableAddOnNodePlacement.Builder {
        Builder() {}
    }
}
