package dev.hcp.api.openshift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.PlainConditions;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A router that serves a route.
 *
 * <p>CRD field: Route {@code status.ingress[]}.
 */
@Value.Immutable
@HcpModel
public interface RouteIngress extends Model {
    /** Whether the router has admitted it. */
    @ListType(value = "map", keys = "type")
    @PlainConditions(
            required = {"status", "type"},
            times = {"lastTransitionTime"})
    List<Condition> getConditions();

    /** The host name under which it is served. */
    @Nullable
    String getHost();

    /** The host name of the router itself. */
    @Nullable
    String getRouterCanonicalHostname();

    /** The router. */
    @Nullable
    String getRouterName();

    /** The wildcard policy that the router applies. */
    @Nullable
    String getWildcardPolicy();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link RouteIngress}. Not thread-safe. */
    final class Builder extends ImmutableRouteIngress.Builder {
        Builder() {}
    }
}
