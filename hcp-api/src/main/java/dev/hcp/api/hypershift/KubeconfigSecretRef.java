package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * KubeconfigSecretRef.
 *
 * <p>CRD field: HostedControlPlane {@code spec.kubeconfig}, HostedControlPlane {@code status.kubeConfig}.
 */
@Value.Immutable
@HcpModel
public interface KubeconfigSecretRef extends Model {
    /** {@code key}. */
    @Required
    @Nullable
    String getKey();

    /** {@code name}. */
    @Required
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
