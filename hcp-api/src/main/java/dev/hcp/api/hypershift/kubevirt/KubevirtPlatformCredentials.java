package dev.hcp.api.hypershift.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How to reach an infrastructure cluster.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.kubevirt.credentials}, HostedControlPlane {@code
 * spec.platform.kubevirt.credentials}, NodePool {@code status.platform.kubeVirt.credentials}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtPlatformCredentials extends Model {
    /** The kubeconfig; immutable. */
    @Rule(value = "self == oldSelf", message = "infraKubeConfigSecret is immutable")
    @Nullable
    KubevirtKubeconfigSecretRef getInfraKubeConfigSecret();

    /** The namespace for virtual machines; immutable. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Rule(value = "self == oldSelf", message = "infraNamespace is immutable")
    @Nullable
    String getInfraNamespace();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtPlatformCredentials}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtPlatformCredentials.Builder {
        Builder() {}

        /** Sets {@code infraKubeConfigSecret} from a builder. */
        public Builder infraKubeConfigSecret(UnaryOperator<KubevirtKubeconfigSecretRef.Builder> edit) {
            return infraKubeConfigSecret(
                    edit.apply(KubevirtKubeconfigSecretRef.builder()).build());
        }
    }
}
