package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What API servers write to their audit logs, by the profile the user chose for all or for some groups of users. */
final class AuditPolicy {
    private static final JsonArray WRITES = JsonArray.of("create", "update", "patch", "delete", "deletecollection");

    /** Nobody needs to know of these. */
    private static final List<JsonObject> UNINTERESTING = List.of(
            rule("None", "resources", resources("", "events")),
            rule("None", "resources", resources("oauth.openshift.io", "oauthclients")),
            JsonObject.of(
                    "level",
                    "None",
                    "nonResourceURLs",
                    JsonArray.of("/api*", "/version", "/healthz", "/readyz"),
                    "userGroups",
                    JsonArray.of("system:authenticated", "system:unauthenticated")));

    /** Bodies of these hold what nobody may read in a log. */
    private static final JsonObject SECRETIVE = rule(
            "Metadata",
            "resources",
            JsonArray.of(
                    resource("", "secrets"),
                    resource("route.openshift.io", "routes"),
                    resource("oauth.openshift.io", "oauthclients"),
                    resource("authentication.k8s.io", "tokenreviews", "tokenrequests")));

    private AuditPolicy() {}

    /** The files of a ConfigMap with the policy. */
    static Map<String, String> files(ControlPlane controlPlane) {
        return Map.of("policy.yaml", Json.write(policy(controlPlane)), "profile", controlPlane.auditProfile());
    }

    private static JsonObject policy(ControlPlane controlPlane) {
        List<JsonObject> rules = new ArrayList<>(UNINTERESTING);
        for (Object item : controlPlane.configuration().array("apiServer", "audit", "customRules")) {
            if (item instanceof JsonObject custom) {
                JsonArray group = JsonArray.of(ControlPlane.text(custom, "group"));
                rulesOf(ControlPlane.text(custom, "profile"))
                        .forEach(rule -> rules.add(rule.with("userGroups", group)));
            }
        }
        rules.addAll(rulesOf(controlPlane.auditProfile()));
        return JsonObject.of(
                "apiVersion",
                "audit.k8s.io/v1",
                "kind",
                "Policy",
                "metadata",
                JsonObject.of("name", "policy"),
                "omitStages",
                JsonArray.of("RequestReceived"),
                "rules",
                JsonArray.copyOf(rules));
    }

    private static List<JsonObject> rulesOf(String profile) {
        JsonObject metadata = JsonObject.of("level", "Metadata");
        return switch (profile) {
            case "None" -> List.of(JsonObject.of("level", "None"));
            case "WriteRequestBodies" -> List.of(SECRETIVE, rule("RequestResponse", "verbs", WRITES), metadata);
            case "AllRequestBodies" -> List.of(SECRETIVE, JsonObject.of("level", "RequestResponse"));
            default -> List.of(metadata);
        };
    }

    private static JsonObject rule(String level, String field, JsonArray values) {
        return JsonObject.of("level", level, field, values);
    }

    private static JsonArray resources(String group, String... names) {
        return JsonArray.of(resource(group, names));
    }

    private static JsonObject resource(String group, String... names) {
        return JsonObject.of("group", group, "resources", JsonArray.of((Object[]) names));
    }
}
