package dev.hcp.reconcilers;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.Arrays;
import java.util.List;

/** Trees of role-based access control. */
public final class Rbac {
    private static final String GROUP = "rbac.authorization.k8s.io";

    private Rbac() {}

    /** A rule: what may be done to resources of an API group; lists are separated by commas. */
    public static JsonObject rule(String apiGroup, String resources, String verbs) {
        return JsonObject.of("apiGroups", list(apiGroup), "resources", list(resources), "verbs", list(verbs));
    }

    private static JsonArray list(String separatedByCommas) {
        return JsonArray.copyOf(Arrays.asList(separatedByCommas.split(",", -1)));
    }

    /** A service account that may pull with the cluster's pull secret. */
    public static JsonObject serviceAccount(JsonObject metadata) {
        return JsonObject.of(
                "apiVersion",
                "v1",
                "imagePullSecrets",
                JsonArray.of(JsonObject.of("name", "pull-secret")),
                "kind",
                "ServiceAccount",
                "metadata",
                metadata);
    }

    /** A Role, or with the kind ClusterRole one of those. */
    public static JsonObject role(String kind, JsonObject metadata, List<JsonObject> rules) {
        return JsonObject.of(
                "apiVersion", GROUP + "/v1", "kind", kind, "metadata", metadata, "rules", JsonArray.copyOf(rules));
    }

    /** A RoleBinding or ClusterRoleBinding of one service account. */
    public static JsonObject binding(
            String kind, JsonObject metadata, String roleKind, String role, String namespace, String serviceAccount) {
        return JsonObject.of(
                "apiVersion",
                GROUP + "/v1",
                "kind",
                kind,
                "metadata",
                metadata,
                "roleRef",
                JsonObject.of("apiGroup", GROUP, "kind", roleKind, "name", role),
                "subjects",
                JsonArray.of(JsonObject.of("kind", "ServiceAccount", "name", serviceAccount, "namespace", namespace)));
    }
}
