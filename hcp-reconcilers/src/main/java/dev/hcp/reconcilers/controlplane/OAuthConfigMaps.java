package dev.hcp.reconcilers.controlplane;

import static dev.hcp.reconcilers.controlplane.ControlPlaneConfigMaps.file;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.reconcilers.controlplane.ControlPlaneConfigMaps.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the OAuth server and its API server read. */
final class OAuthConfigMaps {
    static final Entry API_SERVER_AUDIT = new Entry("openshift-oauth-apiserver-audit", Map.of(), AuditPolicy::files);
    static final Entry SERVER_AUDIT = new Entry("oauth-openshift-audit", Map.of(), AuditPolicy::files);
    static final Entry SERVER = file("oauth-openshift", "config.yaml", OAuthConfigMaps::server);

    private static final int TOKEN_AGE = 86400;
    private static final int AUTHORIZE_TOKEN_AGE = 300;
    private static final String TEMPLATES = "/etc/kubernetes/secrets/templates/";

    /** Kinds of identity providers that a browser is sent to, and that ask for a password themselves. */
    private static final Set<String> LOGIN_ONLY = Set.of("GitHub", "Google", "OpenID");

    private OAuthConfigMaps() {}

    private static JsonObject server(ControlPlane controlPlane) {
        JsonObject apiServer = controlPlane.configuration().object("apiServer");
        return JsonObject.of(
                "apiVersion",
                "osin.config.openshift.io/v1",
                "kind",
                "OsinServerConfig",
                "oauthConfig",
                oauth(controlPlane),
                "servingInfo",
                ServingInfo.of(controlPlane, 6443, apiServer));
    }

    private static JsonObject oauth(ControlPlane controlPlane) {
        JsonObject endpoint = controlPlane.object().object("status", "controlPlaneEndpoint");
        String master = "https://" + ControlPlane.text(endpoint, "host") + ":" + endpoint.integer(6443, "port");
        String external = ControlPlane.text(controlPlane.object(), "status", "oauthCallbackURLTemplate")
                .replace("/oauth2callback/[identity-provider-name]", "");
        return JsonObject.builder(12)
                .put("alwaysShowProviderSelection", false)
                .put("assetPublicURL", "")
                .put("grantConfig", JsonObject.of("method", "deny", "serviceAccountMethod", "prompt"))
                .put("identityProviders", identityProviders(controlPlane))
                .put(
                        "loginURL",
                        controlPlane.annotation(Annotations.LOGIN_URL_OVERRIDE).orElse(master))
                .put("masterPublicURL", external)
                .put("masterURL", external)
                .put("sessionConfig", JsonObject.of("sessionMaxAgeSeconds", AUTHORIZE_TOKEN_AGE, "sessionName", "ssn"))
                .put(
                        "templates",
                        JsonObject.of(
                                "error",
                                TEMPLATES + "error/errors.html",
                                "login",
                                TEMPLATES + "login/login.html",
                                "providerSelection",
                                TEMPLATES + "provider-selection/providers.html"))
                .put("tokenConfig", tokens(controlPlane))
                .build();
    }

    private static JsonObject tokens(ControlPlane controlPlane) {
        JsonObject config = controlPlane.configuration().object("oauth", "tokenConfig");
        long age = config.integer(0, "accessTokenMaxAgeSeconds");
        JsonObject tokens = JsonObject.of(
                "accessTokenMaxAgeSeconds",
                age == 0 ? TOKEN_AGE : age,
                "authorizeTokenMaxAgeSeconds",
                AUTHORIZE_TOKEN_AGE);
        Object timeout = config.get("accessTokenInactivityTimeout");
        return timeout == null ? tokens : tokens.with("accessTokenInactivityTimeout", timeout);
    }

    private static JsonArray identityProviders(ControlPlane controlPlane) {
        List<JsonObject> providers = new ArrayList<>();
        for (Object item : controlPlane.configuration().array("oauth", "identityProviders")) {
            if (item instanceof JsonObject provider) {
                providers.add(identityProvider(provider));
            }
        }
        return JsonArray.copyOf(providers);
    }

    private static JsonObject identityProvider(JsonObject provider) {
        String type = ControlPlane.text(provider, "type");
        boolean header = type.equals("RequestHeader");
        boolean challenge = header
                ? !ControlPlane.text(provider, "requestHeader", "challengeURL").isEmpty()
                : !LOGIN_ONLY.contains(type);
        boolean login = !header
                || !ControlPlane.text(provider, "requestHeader", "loginURL").isEmpty();
        String mapping = ControlPlane.text(provider, "mappingMethod");
        return JsonObject.of(
                "challenge",
                challenge,
                "login",
                login,
                "mappingMethod",
                mapping.isEmpty() ? "claim" : mapping,
                "name",
                ControlPlane.text(provider, "name"),
                "provider",
                settings(provider, type).with("kind", type + "IdentityProvider"));
    }

    /** The settings of a provider's kind are under a field named after it. */
    private static JsonObject settings(JsonObject provider, String type) {
        for (int i = 0; i < provider.size(); i++) {
            if (provider.keyAt(i).equalsIgnoreCase(type) && provider.valueAt(i) instanceof JsonObject settings) {
                return settings;
            }
        }
        return JsonObject.EMPTY;
    }

    /** The API server for tokens takes its settings from the command line. */
    static List<String> apiServerArguments(ControlPlane controlPlane) {
        List<String> arguments = new ArrayList<>(List.of(
                "start",
                "--audit-policy-file=/etc/kubernetes/audit-config/policy.yaml",
                "--secure-port=8443",
                "--v=2"));
        Object timeout = controlPlane.configuration().at("oauth", "tokenConfig", "accessTokenInactivityTimeout");
        if (timeout != null) {
            arguments.add("--accesstoken-inactivity-timeout=" + timeout);
        }
        return arguments;
    }
}
