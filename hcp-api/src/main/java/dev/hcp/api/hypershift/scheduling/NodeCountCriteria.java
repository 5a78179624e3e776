package dev.hcp.api.hypershift.scheduling;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.NamedInJson;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A range of node counts.
 *
 * <p>CRD field: ClusterSizingConfiguration {@code spec.sizes[].criteria}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "!has(self.to) || self.from <= self.to",
        message = "lower limit must be less than or equal to the upper limit")
public interface NodeCountCriteria extends NamedInJson {
    /** The least count, included. */
    @JsonProperty("from")
    @Required
    @Minimum(0)
    @Nullable
    Integer getMinimum();

    /** The greatest count, included; no bound when absent. */
    @JsonProperty("to")
    @Minimum(0)
    @Nullable
    Integer getMaximum();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link NodeCountCriteria}. Not thread-safe. */
    final class Builder extends ImmutableNodeCountCriteria.Builder {
        Builder() {}
    }
}
