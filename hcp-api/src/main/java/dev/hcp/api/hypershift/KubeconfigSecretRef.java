package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A key of a secret that holds a kubeconfig.
 *
 * <p>CRD field: HostedControlPlane {@code spec.kubeconfig}, HostedControlPlane {@code status.kubeConfig}.
 */
@Value.Immutable
@HcpModel
public interface KubeconfigSecretRef extends Model {
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

    /** Builds {@link KubeconfigSecretRef}. Not thread-safe. */
    final class Builder extends ImmutableKubeconfigSecretRef.Builder {
        Builder() {}
    }
}
