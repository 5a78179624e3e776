package dev.hcp.api.openshift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import java.util.List;
import org.immutables.value.Value;

/**
 * Who serves a route.
 *
 * <p>CRD field: Route {@code status}.
 */
@Value.Immutable
@HcpModel
public interface RouteStatus extends Model {
    /** The routers. */
    @ListType("atomic")
    List<RouteIngress> getIngress();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link RouteStatus}. Not thread-safe. */
    final class Builder extends ImmutableRouteStatus.Builder {
        Builder() {}
    }
}
