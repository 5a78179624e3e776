package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.OneOf;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How an instance reaches its metadata.
 *
 * <p>CRD field: AWSMachine {@code spec.instanceMetadataOptions}.
 */
@Value.Immutable
@HcpModel
public interface AwsInstanceMetadataOptions extends Model {
    /** Whether it does; enabled by default. */
    @Default("\"enabled\"")
    @OneOf({"enabled", "disabled"})
    @Nullable
    String getHttpEndpoint();

    /** How many hops a token may travel; 1 by default, 2 where pods need it. */
    @Default("1")
    @Minimum(1)
    @Maximum(64)
    @Nullable
    Long getHttpPutResponseHopLimit();

    /** Whether requests need a token; optional by default. */
    @Default("\"optional\"")
    @Nullable
    AwsHttpTokens getHttpTokens();

    /** Whether tags are among the metadata; disabled by default. */
    @Default("\"disabled\"")
    @OneOf({"enabled", "disabled"})
    @Nullable
    String getInstanceMetadataTags();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsInstanceMetadataOptions}. Not thread-safe. */
    final class Builder extends ImmutableAwsInstanceMetadataOptions.Builder {
        Builder() {}
    }
}
