package dev.hcp.api.openshift;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Column;
import dev.hcp.api.schema.CrdKind;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * A service published under a host name. The envelope is mutable, as fabric8's are, and not thread-safe; spec and
 * status are immutable.
 */
@Group("route.openshift.io")
@Version("v1")
@Kind("Route")
@Plural("routes")
@CrdKind(required = {"spec"})
@Column(name = "Host", path = ".status.ingress[0].host")
@Column(name = "Admitted", path = ".status.ingress[0].conditions[?(@.type==\"Admitted\")].status")
@Column(name = "Service", path = ".spec.to.name")
@Column(name = "TLS", path = ".spec.tls.type")
public final class Route extends CustomResource<RouteSpec, RouteStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<Route, RouteSpec, RouteStatus, RouteSpec.Builder> builder() {
        return new ResourceBuilder<>(Route::new, RouteSpec::builder, RouteSpec::toBuilder, RouteSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<Route, RouteSpec, RouteStatus, RouteSpec.Builder> toBuilder() {
        return builder().from(this);
    }
}
