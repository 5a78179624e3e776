package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.Arrays;
import java.util.List;

/** The priority levels and flow schemas that a server starts with. */
public final class FlowControlDefaults {
    private static final JsonArray ALL = JsonArray.of("*");
    private static final JsonObject UPDATED = JsonObject.of("apf.kubernetes.io/autoupdate-spec", "true");
    private static final long QUEUE_LENGTH = 50;

    private static final List<JsonObject> LEVELS = List.of(
            level(
                    "exempt",
                    JsonObject.of(
                            "type",
                            "Exempt",
                            "exempt",
                            JsonObject.of("nominalConcurrencyShares", 0L, "lendablePercent", 0L))),
            level("catch-all", limited(5, 0, JsonObject.of("type", "Reject"))),
            level("system", limited(30, 33, queues(64, 6))),
            level("node-high", limited(40, 25, queues(64, 6))),
            level("leader-election", limited(10, 0, queues(16, 4))),
            level("workload-high", limited(40, 50, queues(128, 6))),
            level("workload-low", limited(100, 90, queues(128, 6))),
            level("global-default", limited(20, 50, queues(128, 6))));

    private static final List<JsonObject> SCHEMAS = List.of(
            schema("exempt", "exempt", 1, "", everything(group("system:masters"))),
            schema(
                    "probes",
                    "exempt",
                    2,
                    "",
                    JsonObject.of(
                            "subjects",
                            JsonArray.of(group("system:unauthenticated"), group("system:authenticated")),
                            "nonResourceRules",
                            JsonArray.of(JsonObject.of(
                                    "verbs",
                                    JsonArray.of("get"),
                                    "nonResourceURLs",
                                    JsonArray.of("/healthz", "/readyz", "/livez"))))),
            schema(
                    "system-leader-election",
                    "leader-election",
                    100,
                    "ByUser",
                    leases(
                            user("system:kube-controller-manager"),
                            user("system:kube-scheduler"),
                            account("kube-system", "*"))),
            schema(
                    "endpoint-controller",
                    "workload-high",
                    150,
                    "ByUser",
                    JsonObject.of(
                            "subjects",
                            JsonArray.of(
                                    user("system:kube-controller-manager"),
                                    account("kube-system", "endpoint-controller"),
                                    account("kube-system", "endpointslicemirroring-controller")),
                            "resourceRules",
                            JsonArray.of(rule(
                                    JsonArray.of(""),
                                    JsonArray.of("endpoints"),
                                    JsonArray.of("get", "create", "update"),
                                    false)))),
            schema("workload-leader-election", "leader-election", 200, "ByUser", leases(account("kube-system", "*"))),
            schema(
                    "system-node-high",
                    "node-high",
                    400,
                    "ByUser",
                    JsonObject.of(
                            "subjects",
                            JsonArray.of(group("system:nodes")),
                            "resourceRules",
                            JsonArray.of(
                                    rule(JsonArray.of(""), JsonArray.of("nodes", "nodes/status"), ALL, true),
                                    rule(JsonArray.of("coordination.k8s.io"), JsonArray.of("leases"), ALL, false)))),
            schema("system-nodes", "system", 500, "ByUser", everything(group("system:nodes"))),
            schema(
                    "kube-controller-manager",
                    "workload-high",
                    800,
                    "ByNamespace",
                    everything(user("system:kube-controller-manager"))),
            schema("kube-scheduler", "workload-high", 800, "ByNamespace", everything(user("system:kube-scheduler"))),
            schema(
                    "kube-system-service-accounts",
                    "workload-high",
                    900,
                    "ByNamespace",
                    everything(account("kube-system", "*"))),
            schema("service-accounts", "workload-low", 9000, "ByUser", everything(group("system:serviceaccounts"))),
            schema("global-default", "global-default", 9900, "ByUser", everything(everybody())),
            schema("catch-all", "catch-all", 10000, "ByUser", everything(everybody())));

    private FlowControlDefaults() {}

    /** The levels, as they are created. */
    public static List<JsonObject> priorityLevels() {
        return LEVELS;
    }

    /** The schemas, as they are created; each is of one of the levels. */
    public static List<JsonObject> flowSchemas() {
        return SCHEMAS;
    }

    private static JsonObject meta(String name) {
        return JsonObject.of("name", name, "annotations", UPDATED);
    }

    private static JsonObject level(String name, JsonObject spec) {
        return JsonObject.of("metadata", meta(name), "spec", spec);
    }

    private static JsonObject limited(long shares, long lendable, JsonObject response) {
        return JsonObject.of(
                "type",
                "Limited",
                "limited",
                JsonObject.of(
                        "nominalConcurrencyShares", shares, "lendablePercent", lendable, "limitResponse", response));
    }

    private static JsonObject queues(long queues, long handSize) {
        return JsonObject.of(
                "type",
                "Queue",
                "queuing",
                JsonObject.of("queues", queues, "handSize", handSize, "queueLengthLimit", QUEUE_LENGTH));
    }

    private static JsonObject schema(
            String name, String level, long precedence, String distinguisher, JsonObject rule) {
        JsonObject spec = JsonObject.of(
                "priorityLevelConfiguration",
                JsonObject.of("name", level),
                "matchingPrecedence",
                precedence,
                "rules",
                JsonArray.of(rule));
        return JsonObject.of(
                "metadata",
                meta(name),
                "spec",
                distinguisher.isEmpty()
                        ? spec
                        : spec.with("distinguisherMethod", JsonObject.of("type", distinguisher)));
    }

    private static JsonObject rule(JsonArray groups, JsonArray resources, JsonArray verbs, boolean clusterScope) {
        JsonObject rule = JsonObject.of("verbs", verbs, "apiGroups", groups, "resources", resources);
        rule = clusterScope ? rule.with("clusterScope", true) : rule;
        return rule.with("namespaces", ALL);
    }

    private static JsonObject everything(JsonObject... subjects) {
        return JsonObject.of(
                "subjects",
                JsonArray.copyOf(Arrays.asList(subjects)),
                "resourceRules",
                JsonArray.of(rule(ALL, ALL, ALL, true)),
                "nonResourceRules",
                JsonArray.of(JsonObject.of("verbs", ALL, "nonResourceURLs", ALL)));
    }

    private static JsonObject leases(JsonObject... subjects) {
        return JsonObject.of(
                "subjects",
                JsonArray.copyOf(Arrays.asList(subjects)),
                "resourceRules",
                JsonArray.of(rule(
                        JsonArray.of("coordination.k8s.io"),
                        JsonArray.of("leases"),
                        JsonArray.of("get", "create", "update"),
                        false)));
    }

    private static JsonObject[] everybody() {
        return new JsonObject[] {group("system:unauthenticated"), group("system:authenticated")};
    }

    private static JsonObject group(String name) {
        return JsonObject.of("kind", "Group", "group", JsonObject.of("name", name));
    }

    private static JsonObject user(String name) {
        return JsonObject.of("kind", "User", "user", JsonObject.of("name", name));
    }

    private static JsonObject account(String namespace, String name) {
        return JsonObject.of(
                "kind", "ServiceAccount", "serviceAccount", JsonObject.of("namespace", namespace, "name", name));
    }
}
