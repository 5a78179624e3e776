package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the service knows of an environment, for finding faults.
 *
 * <p>CRD field: InfraEnv {@code status.debugInfo}.
 */
@Value.Immutable
@HcpModel
public interface InfraEnvDebugInfo extends Model {
    /** Where its events can be had; the URL carries a token. */
    @Value.Redacted
    @Nullable
    String getEventsURL();

    /** Where the network configuration of its hosts can be had; the URL carries a token. */
    @Value.Redacted
    @Nullable
    String getStaticNetworkDownloadURL();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link InfraEnvDebugInfo}. Not thread-safe. */
    final class Builder extends ImmutableInfraEnvDebugInfo.Builder {
        Builder() {}
    }
}
