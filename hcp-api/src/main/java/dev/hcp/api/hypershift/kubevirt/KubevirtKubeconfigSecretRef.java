package dev.hcp.api.hypershift.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A key of a secret that holds the kubeconfig of an infrastructure cluster.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.kubevirt.credentials.infraKubeConfigSecret}, HostedControlPlane
 * {@code spec.platform.kubevirt.credentials.infraKubeConfigSecret}, NodePool {@code
 * status.platform.kubeVirt.credentials.infraKubeConfigSecret}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtKubeconfigSecretRef extends Model {
    /** The key. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getKey();

    /** The secret. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
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

    /** Builds {@link KubevirtKubeconfigSecretRef}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtKubeconfigSecretRef.Builder {
        Builder() {}
    }
}
