package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The identity providers that users log in with, as far as they can be wrong. */
final class IdentityProviders {
    private static final String OPEN_ID = "OpenID";

    /** The types there are, each with the field that holds its configuration. */
    private static final Map<String, String> CONFIGURATION = Map.of(
            "BasicAuth",
            "basicAuth",
            "GitHub",
            "github",
            "GitLab",
            "gitlab",
            "Google",
            "google",
            "HTPasswd",
            "htpasswd",
            "Keystone",
            "keystone",
            "LDAP",
            "ldap",
            OPEN_ID,
            "openID",
            "RequestHeader",
            "requestHeader");

    private final ControlPlane controlPlane;
    private final World world;

    IdentityProviders(ControlPlane controlPlane, World world) {
        this.controlPlane = controlPlane;
        this.world = world;
    }

    /** What is wrong with them; empty when nothing is. */
    Optional<String> problem() {
        List<String> problems = new ArrayList<>();
        for (Object item : controlPlane.configuration().array("oauth", "identityProviders")) {
            if (item instanceof JsonObject provider) {
                problem(provider)
                        .ifPresent(problem -> problems.add(
                                "failed to apply IDP " + ControlPlane.text(provider, "name") + " config: " + problem));
            }
        }
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        String all = problems.size() == 1 ? problems.get(0) : "[" + String.join(", ", problems) + "]";
        return Optional.of("failed to initialize identity providers: " + all);
    }

    private Optional<String> problem(JsonObject provider) {
        String type = ControlPlane.text(provider, "type");
        String field = CONFIGURATION.get(type);
        if (field == null) {
            return Optional.of("the identity provider type '" + type + "' is not supported");
        }
        if (provider.get(field) == null) {
            return Optional.of("type " + type + " was specified, but its configuration is missing");
        }
        return type.equals(OPEN_ID) ? openId(provider.object(field), override(provider)) : Optional.empty();
    }

    /** What an annotation puts in place of what the provider says of itself. */
    private JsonObject override(JsonObject provider) {
        return controlPlane
                .annotation(Annotations.IDP_OVERRIDES_PREFIX + provider.text("name"))
                .map(text -> Json.parse(text) instanceof JsonObject override ? override : JsonObject.EMPTY)
                .orElse(JsonObject.EMPTY);
    }

    /** Its end points are asked for, through its authority; then it is tried with the client's secret. */
    private Optional<String> openId(JsonObject openId, JsonObject override) {
        String issuer = ControlPlane.text(openId, "issuer");
        if (override.object("urls").isEmpty()) {
            Optional<String> undiscovered = undiscovered(issuer, ControlPlane.text(openId, "ca", "name"));
            if (undiscovered.isPresent()) {
                return undiscovered;
            }
        }
        String secret = ControlPlane.text(openId, "clientSecret", "name");
        return exists(Secret.class, secret)
                ? Optional.empty()
                : Optional.of("error attempting password grant flow: couldn't get the referenced secret: secrets \""
                        + secret + "\" not found");
    }

    private Optional<String> undiscovered(String issuer, String authority) {
        if (!authority.isEmpty() && !exists(ConfigMap.class, authority)) {
            return Optional.of("configmaps \"" + authority + "\" not found");
        }
        Optional<URI> address = address(issuer);
        if (address.isEmpty()) {
            return Optional.of("issuer \"" + issuer + "\" is not an https URL");
        }
        String host = address.get().getHost();
        return world.reachability()
                .resolutionProblem(host)
                .map(problem -> "Get \"" + issuer.replaceAll("/+$", "")
                        + "/.well-known/openid-configuration\": dial tcp: " + problem);
    }

    private static Optional<URI> address(String issuer) {
        try {
            URI address = URI.create(issuer);
            return "https".equals(address.getScheme()) && address.getHost() != null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean exists(Class<? extends HasMetadata> type, String name) {
        return !name.isEmpty()
                && world.tree(type, controlPlane.namespace(), name).isPresent();
    }
}
