package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is not as usual in a deployment.
 *
 * <p>CRD field: MultiClusterEngine {@code spec.overrides.components[].configOverrides.deployments[]}.
 */
@Value.Immutable
@HcpModel
public interface MceDeploymentOverride extends Model {
    /** Containers of the deployment. */
    @Required
    List<MceContainerOverride> getContainers();

    /** The name of the deployment. */
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

    /** Builds {@link MceDeploymentOverride}. Not thread-safe. */
    final class Builder extends ImmutableMceDeploymentOverride.Builder {
        Builder() {}
    }
}
