package dev.hcp.reconcilers;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.Access;
import dev.hcp.platforms.Permission;
import dev.hcp.platforms.Permissions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Trees of role-based access control. */
public final class Rbac {
    private static final String GROUP = "rbac.authorization.k8s.io";

    private Rbac() {}

    /** A rule: what may be done to resources of an API group; lists are separated by commas. */
    public static JsonObject rule(String apiGroup, String resources, String verbs) {
        return JsonObject.of("apiGroups", list(apiGroup), "resources", list(resources), "verbs", list(verbs));
    }

    /** The rules that allow what is declared, by API group and resource. */
    public static List<JsonObject> rules(Permissions permissions, boolean hosted) {
        // Resources of a group for which the same verbs are needed share a rule.
        Map<List<String>, Set<String>> resources = new LinkedHashMap<>();
        for (Map.Entry<List<String>, Set<String>> needed :
                verbs(permissions, hosted).entrySet()) {
            String group = needed.getKey().get(0);
            String verbs = String.join(",", needed.getValue());
            resources
                    .computeIfAbsent(List.of(group, verbs), unknown -> new TreeSet<>())
                    .add(needed.getKey().get(1));
        }
        List<JsonObject> rules = new ArrayList<>();
        resources.forEach((groupAndVerbs, names) ->
                rules.add(rule(groupAndVerbs.get(0), String.join(",", names), groupAndVerbs.get(1))));
        return rules;
    }

    /** The verbs needed by API group and resource. */
    private static Map<List<String>, Set<String>> verbs(Permissions permissions, boolean hosted) {
        Map<List<String>, Set<String>> verbs = new TreeMap<>(
                Comparator.comparing((List<String> key) -> key.get(0)).thenComparing(key -> key.get(1)));
        for (Permission permission : permissions.all()) {
            if (permission.hosted() != hosted) {
                continue;
            }
            for (Access access : permission.access()) {
                String plural = HasMetadata.getPlural(permission.type());
                String resource = access.subresource().isEmpty() ? plural : plural + "/" + access.subresource();
                verbs.computeIfAbsent(
                                List.of(HasMetadata.getGroup(permission.type()), resource), unknown -> new TreeSet<>())
                        .addAll(access.verbs());
            }
        }
        return verbs;
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
