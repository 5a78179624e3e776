package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that hosts use while they are discovered.
 *
 * <p>CRD field: InfraEnv {@code spec.proxy}.
 */
@Value.Immutable
@HcpModel
public interface InfraEnvProxy extends Model {
    /** The URL of the proxy for HTTP requests; it may carry a password. */
    @Value.Redacted
    @Nullable
    String getHttpProxy();

    /** The URL of the proxy for HTTPS requests; it may carry a password. */
    @Value.Redacted
    @Nullable
    String getHttpsProxy();

    /** Hosts, domains and ranges that are reached without the proxy, separated by commas; {@code *} for all. */
    @Nullable
    String getNoProxy();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link InfraEnvProxy}. Not thread-safe. */
    final class Builder extends ImmutableInfraEnvProxy.Builder {
        Builder() {}
    }
}
