package dev.hcp.api.openshift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A service behind a route.
 *
 * <p>CRD field: Route {@code spec.alternateBackends[]}, Route {@code spec.to}.
 */
@Value.Immutable
@HcpModel
public interface RouteTargetReference extends Model {
    /** Service is the only kind. */
    @Required
    @Default("\"Service\"")
    @OneOf({"Service", ""})
    @Nullable
    String getKind();

    /** The service. */
    @Required
    @Size(min = 1)
    @Nullable
    String getName();

    /** Its share of the requests, from 0 to 256; 100 by default. */
    @Default("100")
    @Minimum(0)
    @Maximum(256)
    @Nullable
    Integer getWeight();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link RouteTargetReference}. Not thread-safe. */
    final class Builder extends ImmutableRouteTargetReference.Builder {
        Builder() {}
    }
}
