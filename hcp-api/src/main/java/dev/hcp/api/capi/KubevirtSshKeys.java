package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.ObjectReference;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Keys that may log in to virtual machines.
 *
 * <p>CRD field: KubevirtCluster {@code spec.sshKeys}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtSshKeys extends Model {
    /** Where the keys are configured. */
    @Nullable
    ObjectReference getConfigRef();

    /** The secret that holds them. */
    @Nullable
    String getDataSecretName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtSshKeys}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtSshKeys.Builder {
        Builder() {}
    }
}
