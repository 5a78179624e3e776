package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue source that comes with OpenShift.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.operatorhub.sources[]}.
 */
@Value.Immutable
@HcpModel
public interface HubSource extends Model {
    /** Whether it is off. */
    @Nullable
    Boolean getDisabled();

    /** The name of the source. */
    @Size(min = 1, max = 253)
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

    /** Builds {@link HubSource}. Not thread-safe. */
    final class Builder extends ImmutableHubSource.Builder {
        Builder() {}
    }
}
