package dev.hcp.api.openshift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.RawSchema;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is published and how.
 *
 * <p>CRD field: Route {@code spec}.
 */
@Value.Immutable
@HcpModel
@FreeForm
@RawSchema(
        "{\"allOf\":[{\"anyOf\":[{\"properties\":{\"path\":{\"maxLength\":0}}},{\"properties\":{\"tls\":{\"enum\":[null]}}},{\"not\":{\"properties\":{\"tls\":{\"properties\":{\"termination\":{\"enum\":[\"passthrough\"]}}}}}}]},{\"anyOf\":[{\"not\":{\"properties\":{\"host\":{\"maxLength\":0}}}},{\"not\":{\"properties\":{\"wildcardPolicy\":{\"enum\":[\"Subdomain\"]}}}}]}]}")
public interface RouteSpec extends Model {
    /** Up to three more services, by weight. */
    @Size(max = 3)
    @ListType(
            value = "map",
            keys = {"name", "kind"})
    List<RouteTargetReference> getAlternateBackends();

    /** The host name; made from name, namespace and router when absent. */
    @Pattern(
            "^([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])(\\.([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9]))*$")
    @Size(max = 253)
    @Nullable
    String getHost();

    /** The path below which requests match. */
    @Pattern("^/")
    @Nullable
    String getPath();

    /** The port of the service. */
    @Nullable
    RoutePort getPort();

    /** The first part of the host name where the router is to add the rest. */
    @Pattern(
            "^([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])(\\.([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9]))*$")
    @Size(max = 253)
    @Nullable
    String getSubdomain();

    /** How connections are encrypted; not at all when absent. */
    @RawSchema(
            "{\"allOf\":[{\"anyOf\":[{\"properties\":{\"caCertificate\":{\"maxLength\":0},\"certificate\":{\"maxLength\":0},\"destinationCACertificate\":{\"maxLength\":0},\"key\":{\"maxLength\":0}}},{\"not\":{\"properties\":{\"termination\":{\"enum\":[\"passthrough\"]}}}}]},{\"anyOf\":[{\"properties\":{\"destinationCACertificate\":{\"maxLength\":0}}},{\"not\":{\"properties\":{\"termination\":{\"enum\":[\"edge\"]}}}}]}]}")
    @Rule(
            value =
                    "has(self.termination) && has(self.insecureEdgeTerminationPolicy) ? !((self.termination=='passthrough') && (self.insecureEdgeTerminationPolicy=='Allow')) : true",
            message =
                    "cannot have both spec.tls.termination: passthrough and spec.tls.insecureEdgeTerminationPolicy: Allow")
    @Nullable
    RouteTls getTls();

    /** The service. */
    @Required
    @Nullable
    RouteTargetReference getTo();

    /** Whether subdomains match too; None by default. */
    @Default("\"None\"")
    @OneOf({"None", "Subdomain", ""})
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

    /** Builds {@link RouteSpec}. Not thread-safe. */
    final class Builder extends ImmutableRouteSpec.Builder {
        Builder() {}

        /** Sets {@code port} from a builder. */
        public Builder port(UnaryOperator<RoutePort.Builder> edit) {
            return port(edit.apply(RoutePort.builder()).build());
        }

        /** Sets {@code tls} from a builder. */
        public Builder tls(UnaryOperator<RouteTls.Builder> edit) {
            return tls(edit.apply(RouteTls.builder()).build());
        }

        /** Sets {@code to} from a builder. */
        public Builder to(UnaryOperator<RouteTargetReference.Builder> edit) {
            return to(edit.apply(RouteTargetReference.builder()).build());
        }
    }
}
