package dev.hcp.api.openshift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.RawSchema;
import dev.hcp.api.schema.Required;
import io.fabric8.kubernetes.api.model.IntOrString;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A port of the service behind a route.
 *
 * <p>CRD field: Route {@code spec.port}.
 */
@Value.Immutable
@HcpModel
public interface RoutePort extends Model {
    /** Its number or name. */
    @RawSchema("{\"allOf\":[{\"not\":{\"enum\":[0]}},{\"not\":{\"enum\":[\"\"]}}],\"anyOf\":null}")
    @Required
    @Nullable
    IntOrString getTargetPort();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link RoutePort}. Not thread-safe. */
    final class Builder extends ImmutableRoutePort.Builder {
        Builder() {}
    }
}
