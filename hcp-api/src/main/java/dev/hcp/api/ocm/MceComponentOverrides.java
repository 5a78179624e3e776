package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import org.immutables.value.Value;

/**
 * What is not as usual in a component.
 *
 * <p>CRD field: MultiClusterEngine {@code spec.overrides.components[].configOverrides}.
 */
@Value.Immutable
@HcpModel
public interface MceComponentOverrides extends Model {
    /** Deployments of the component. */
    List<MceDeploymentOverride> getDeployments();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MceComponentOverrides}. Not thread-safe. */
    final class Builder extends ImmutableMceComponentOverrides.Builder {
        Builder() {}
    }
}
