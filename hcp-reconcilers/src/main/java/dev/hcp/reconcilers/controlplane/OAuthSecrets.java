package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.Base64;
import java.util.Map;

/** Pages and session keys of the OAuth server. */
final class OAuthSecrets {
    private OAuthSecrets() {}

    static void reconcile(ControlPlaneObjects objects) {
        page(objects, "oauth-openshift-default-login-template", "login.html", "Log in");
        page(objects, "oauth-openshift-default-provider-selection-template", "providers.html", "Log in with");
        page(objects, "oauth-openshift-default-error-template", "errors.html", "Error");
        objects.secretOnce("oauth-openshift-session", Map.of(), () -> {
            String purpose = objects.controlPlane().namespace() + "/oauth-openshift-session";
            String authentication = random(objects, purpose + "/authentication", 32);
            String encryption = random(objects, purpose + "/encryption", 16);
            return Map.of(
                    "v4-0-config-system-session",
                    Json.write(JsonObject.of(
                            "apiVersion",
                            "v1",
                            "kind",
                            "SessionSecrets",
                            "secrets",
                            JsonArray.of(JsonObject.of("authentication", authentication, "encryption", encryption)))));
        });
    }

    private static String random(ControlPlaneObjects objects, String purpose, int length) {
        return Base64.getEncoder().encodeToString(objects.pass().keyMaterial().bytes(purpose, length));
    }

    private static void page(ControlPlaneObjects objects, String secret, String file, String title) {
        objects.secretOnce(
                secret,
                Map.of(),
                () -> Map.of(
                        file,
                        "<!DOCTYPE html>\n<html>\n<head><title>" + title + "</title></head>\n<body><h1>" + title
                                + "</h1>{{ . }}</body>\n</html>\n"));
    }
}
