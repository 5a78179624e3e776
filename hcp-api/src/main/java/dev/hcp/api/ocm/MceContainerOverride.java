package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is not as usual in a container.
 *
 * <p>CRD field: MultiClusterEngine {@code spec.overrides.components[].configOverrides.deployments[].containers[]}.
 */
@Value.Immutable
@HcpModel
public interface MceContainerOverride extends Model {
    /** Environment variables. */
    @Required
    List<MceEnvironmentVariable> getEnv();

    /** The name of the container. */
    @Required
    @Nullable
    String getName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MceContainerOverride}. Not thread-safe. */
    final class Builder extends ImmutableMceContainerOverride.Builder {
        Builder() {}
    }
}
