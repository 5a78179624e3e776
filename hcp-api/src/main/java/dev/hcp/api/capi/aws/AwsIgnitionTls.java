package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.RawSchema;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;

/**
 * How Ignition trusts servers.
 *
 * <p>CRD field: AWSMachine {@code spec.ignition.tls}.
 */
@Value.Immutable
@HcpModel
public interface AwsIgnitionTls extends Model {
    /** URLs of authorities; {@code data:} URLs too. */
    @Size(max = 64)
    @RawSchema("{\"items\":{\"maxLength\":65536,\"type\":\"string\"}}")
    List<String> getCertificateAuthorities();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsIgnitionTls}. Not thread-safe. */
    final class Builder extends ImmutableAwsIgnitionTls.Builder {
        Builder() {}
    }
}
