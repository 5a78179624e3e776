package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A resource of AWS, by identifier or by filters.
 *
 * <p>CRD field: AWSMachine {@code spec.additionalSecurityGroups[]}, AWSMachine {@code spec.subnet}.
 */
@Value.Immutable
@HcpModel
public interface AwsMachineResourceReference extends Model {
    /** Filters that it must pass. */
    List<AwsMachineFilter> getFilters();

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

    /** Builds {@link AwsMachineResourceReference}. Not thread-safe. */
    final class Builder extends ImmutableAwsMachineResourceReference.Builder {
        Builder() {}
    }
}
