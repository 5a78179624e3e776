package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.OneOf;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An image.
 *
 * <p>CRD field: AWSMachine {@code spec.ami}.
 */
@Value.Immutable
@HcpModel
public interface AwsAmiReference extends Model {
    /** The image of EKS to look up. */
    @OneOf({"AmazonLinux", "AmazonLinuxGPU"})
    @Nullable
    String getEksLookupType();

    /** The identifier. */
    @Nullable
    String getId();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsAmiReference}. Not thread-safe. */
    final class Builder extends ImmutableAwsAmiReference.Builder {
        Builder() {}
    }
}
