package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A ConfigMap by name; the namespace follows from where it is used.
 *
 * <p>CRD field: HostedCluster {@code status.configuration.authentication.integratedOAuthMetadata}, HostedControlPlane
 * {@code status.configuration.authentication.integratedOAuthMetadata}.
 */
@Value.Immutable
@HcpModel
public interface ConfigMapReference extends Model {
    /** The name. */
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

    /** Builds {@link ConfigMapReference}. Not thread-safe. */
    final class Builder extends ImmutableConfigMapReference.Builder {
        Builder() {}
    }
}
