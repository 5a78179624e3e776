package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.RawSchema;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that Ignition uses.
 *
 * <p>CRD field: AWSMachine {@code spec.ignition.proxy}.
 */
@Value.Immutable
@HcpModel
public interface AwsIgnitionProxy extends Model {
    /** The URL of the proxy for HTTP requests; it may carry a password. */
    @Value.Redacted
    @Nullable
    String getHttpProxy();

    /** The URL of the proxy for HTTPS requests; it may carry a password. */
    @Value.Redacted
    @Nullable
    String getHttpsProxy();

    /** Hosts, domains and ranges that are reached without the proxy. */
    @Size(max = 64)
    @RawSchema("{\"items\":{\"maxLength\":2048,\"type\":\"string\"}}")
    List<String> getNoProxy();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsIgnitionProxy}. Not thread-safe. */
    final class Builder extends ImmutableAwsIgnitionProxy.Builder {
        Builder() {}
    }
}
