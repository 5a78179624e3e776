package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The proxy through which control plane and nodes reach the outside.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.proxy}.
 */
@Value.Immutable
@HcpModel
public interface ProxyConfig extends Model {
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

    /** URLs with which the proxy is checked. */
    List<String> getReadinessEndpoints();

    /** ConfigMap with certificate authorities, under {@code ca-bundle.crt}, that are trusted besides the system's. */
    @Nullable
    ConfigMapNameReference getTrustedCA();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ProxyConfig}. Not thread-safe. */
    final class Builder extends ImmutableProxyConfig.Builder {
        Builder() {}

        /** Sets {@code trustedCA} from a builder. */
        public Builder trustedCA(UnaryOperator<ConfigMapNameReference.Builder> edit) {
            return trustedCA(edit.apply(ConfigMapNameReference.builder()).build());
        }
    }
}
