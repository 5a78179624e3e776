package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Details of spot instances.
 *
 * <p>CRD field: NodePool {@code spec.platform.aws.placement.spot}.
 */
@Value.Immutable
@HcpModel
public interface AwsSpotOptions extends Model {
    /** The highest price for an hour in US dollars, such as {@code 0.50}; that of instances on demand by default. */
    @Pattern("^[0-9]+(\\.[0-9]+)?$")
    @Size(min = 1, max = 20)
    @Nullable
    String getMaxPrice();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsSpotOptions}. Not thread-safe. */
    final class Builder extends ImmutableAwsSpotOptions.Builder {
        Builder() {}
    }
}
