package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How the API of a cluster is reached.
 *
 * <p>CRD field: ManagedCluster {@code spec.managedClusterClientConfigs[]}.
 */
@Value.Immutable
@HcpModel
public interface ManagedClusterClientConfig extends Model {
    /** The authority, PEM in base64, of its certificate. */
    @Format("byte")
    @Nullable
    String getCaBundle();

    /** The URL. */
    @Nullable
    String getUrl();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ManagedClusterClientConfig}. Not thread-safe. */
    final class Builder extends ImmutableManagedClusterClientConfig.Builder {
        Builder() {}
    }
}
