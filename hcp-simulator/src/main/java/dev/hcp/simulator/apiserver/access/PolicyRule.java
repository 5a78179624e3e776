package dev.hcp.simulator.apiserver.access;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.GoSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule of a role: these verbs on these resources, or on these paths.
 *
 * @param verbs verbs, or {@code *}
 * @param groups API groups, or {@code *}
 * @param resources resources and sub-resources, {@code *}, or a sub-resource of any resource such as {@code *}{@code /scale}
 * @param names names of objects; all when empty
 * @param paths paths that are no resources; may end in {@code *}
 */
public record PolicyRule(
        List<String> verbs, List<String> groups, List<String> resources, List<String> names, List<String> paths) {
    static final String ALL = "*";
    /** Everything that can be done to resources. */
    public static final PolicyRule EVERY_RESOURCE =
            new PolicyRule(List.of(ALL), List.of(ALL), List.of(ALL), List.of(), List.of());
    /** Everything that can be done to paths that are no resources. */
    public static final PolicyRule EVERY_PATH =
            new PolicyRule(List.of(ALL), List.of(), List.of(), List.of(), List.of(ALL));

    /** The rules of a role object. */
    public static List<PolicyRule> of(JsonObject role) {
        JsonArray rules = role.array("rules");
        List<PolicyRule> result = new ArrayList<>(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            JsonObject rule = rules.object(i);
            result.add(new PolicyRule(
                    texts(rule, "verbs"),
                    texts(rule, "apiGroups"),
                    texts(rule, "resources"),
                    texts(rule, "resourceNames"),
                    texts(rule, "nonResourceURLs")));
        }
        return List.copyOf(result);
    }

    private static List<String> texts(JsonObject rule, String member) {
        return rule.array(member).stream().map(String::valueOf).toList();
    }

    boolean allows(AccessRequest request) {
        if (!has(verbs, request.verb())) {
            return false;
        }
        return request.resourceRequest()
                ? has(groups, request.group()) && matchesResource(request) && matchesName(request.name())
                : coversPath(paths, request.path());
    }

    private static boolean has(List<String> allowed, String asked) {
        return allowed.contains(ALL) || allowed.contains(asked);
    }

    private boolean matchesResource(AccessRequest request) {
        if (has(resources, request.qualifiedResource())) {
            return true;
        }
        return !request.subresource().isEmpty() && resources.contains("*/" + request.subresource());
    }

    private boolean matchesName(String name) {
        return names.isEmpty() || names.contains(name);
    }

    static boolean coversPath(List<String> paths, String asked) {
        for (String path : paths) {
            boolean open = path.endsWith(ALL);
            if (path.equals(asked) || (open && asked.startsWith(path.substring(0, path.length() - 1)))) {
                return true;
            }
        }
        return false;
    }

    /** The rule as reviews show it, without paths. */
    public JsonObject resourceRule() {
        JsonObject.Builder rule = JsonObject.builder(4)
                .put("verbs", JsonArray.copyOf(verbs))
                .put("apiGroups", JsonArray.copyOf(groups))
                .put("resources", JsonArray.copyOf(resources));
        if (!names.isEmpty()) {
            rule.put("resourceNames", JsonArray.copyOf(names));
        }
        return rule.build();
    }

    /** The rule as reviews show it, without resources. */
    public JsonObject pathRule() {
        return JsonObject.of("verbs", JsonArray.copyOf(verbs), "nonResourceURLs", JsonArray.copyOf(paths));
    }

    /** As the reference writes it in messages. */
    String text() {
        List<String> parts = new ArrayList<>();
        describe(parts, "APIGroups", groups);
        describe(parts, "Resources", resources);
        describe(parts, "NonResourceURLs", paths);
        describe(parts, "ResourceNames", names);
        describe(parts, "Verbs", verbs);
        return "{" + String.join(", ", parts) + "}";
    }

    private static void describe(List<String> parts, String what, List<String> values) {
        if (!values.isEmpty()) {
            parts.add(what + ":" + quoted(values));
        }
    }

    /** A list of texts as Go prints it quoted. */
    static String quoted(List<String> values) {
        return values.stream().map(GoSyntax::quote).collect(Collectors.joining(" ", "[", "]"));
    }
}
