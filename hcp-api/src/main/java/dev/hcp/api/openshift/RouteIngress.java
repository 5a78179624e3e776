package dev.hcp.api.openshift;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.PlainConditions;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * RouteIngress.
 *
 * <p>CRD field: Route {@code status.ingress[]}.
 */
@Value.Immutable
@HcpModel
public interface RouteIngress extends Model {
    /** {@code conditions}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @ListType(value = "map", keys = "type")
    @PlainConditions(
            required = {"status", "type"},
            times = {"lastTransitionTime"})
    List<Condition> getConditions();

    /** {@code host}. */
    @Nullable
    String getHost();

    /** {@code routerCanonicalHostname}. */
    @Nullable
    String getRouterCanonicalHostname();

    /** {@code routerName}. */
    @Nullable
    String getRouterName();

    /** {@code wildcardPolicy}. */
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
