package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A secret with the token for fetching an Ignition configuration.
 *
 * <p>CRD field: Agent {@code spec.ignitionEndpointTokenReference}.
 */
@Value.Immutable
@HcpModel
public interface IgnitionTokenReference extends Model {
    /** Its name. */
    @Required
    @Nullable
    String getName();

    /** Its namespace. */
    @Required
    @Nullable
    String getNamespace();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link IgnitionTokenReference}. Not thread-safe. */
    final class Builder extends ImmutableIgnitionTokenReference.Builder {
        Builder() {}
    }
}
