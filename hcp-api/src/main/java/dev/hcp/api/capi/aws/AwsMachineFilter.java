package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A filter of a search in AWS.
 *
 * <p>CRD field: AWSMachine {@code spec.additionalSecurityGroups[].filters[]}.
 */
@Value.Immutable
@HcpModel
public interface AwsMachineFilter extends Model {
    /** What is compared. */
    @Required
    @Nullable
    String getName();

    /** Values, of which one must match. */
    @Required
    List<String> getValues();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsMachineFilter}. Not thread-safe. */
    final class Builder extends ImmutableAwsMachineFilter.Builder {
        Builder() {}
    }
}
