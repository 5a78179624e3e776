package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that an agent uses.
 *
 * <p>CRD field: AddOnDeploymentConfig {@code spec.proxyConfig}.
 */
@Value.Immutable
@HcpModel
public interface AddOnProxyConfig extends Model {
    /** The authority, PEM in base64, of the proxy's certificate. */
    @Format("byte")
    @Nullable
    String getCaBundle();

    /** The URL of the proxy for HTTP requests; it may carry a password. */
    @Value.Redacted
    @Nullable
    String getHttpProxy();

    /** The URL of the proxy for HTTPS requests; it may carry a password. */
    @Value.Redacted
    @Nullable
    String getHttpsProxy();

    /** Hosts, domains and ranges that are reached without the proxy, separated by commas. */
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

    /** Builds {@link AddOnProxyConfig}. Not thread-safe. */
    final class Builder extends ImmutableAddOnProxyConfig.Builder {
        Builder() {}
    }
}
