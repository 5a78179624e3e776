package dev.hcp.samples.operator;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.Rbac;
import dev.hcp.reconcilers.Reconcilers;
import dev.hcp.reconcilers.operator.OperatorRole;
import java.util.List;

/**
 * The objects that run the operator on a management cluster.
 *
 * @param namespace where it runs
 * @param image what it runs
 * @param replicas how many: one works, the others wait for its lease
 */
record Manifests(String namespace, String image, int replicas) {
    static final String NAME = "hcp-operator";

    /** In an order in which each finds what it refers to. */
    List<JsonObject> all() {
        return List.of(
                parse("{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': '" + namespace + "'}}"),
                parse("{'apiVersion': 'v1', 'kind': 'ServiceAccount', 'metadata': " + Json.write(named()) + "}"),
                Rbac.role("ClusterRole", JsonObject.of("name", NAME), OperatorRole.clusterRules(Reconcilers.all())),
                Rbac.binding("ClusterRoleBinding", JsonObject.of("name", NAME), "ClusterRole", NAME, namespace, NAME),
                Rbac.role("Role", named(), OperatorRole.leaseRules()),
                Rbac.binding("RoleBinding", named(), "Role", NAME, namespace, NAME),
                deployment(),
                disruptionBudget(),
                service());
    }

    private static JsonObject parse(String json) {
        return Json.parseObject(json.replace('\'', '"'));
    }

    private JsonObject named() {
        return JsonObject.of("labels", labels(), "name", NAME, "namespace", namespace);
    }

    private static JsonObject labels() {
        return JsonObject.of("app.kubernetes.io/name", NAME);
    }

    private static JsonObject selector() {
        return JsonObject.of("matchLabels", labels());
    }

    private JsonObject deployment() {
        return JsonObject.of(
                "apiVersion",
                "apps/v1",
                "kind",
                "Deployment",
                "metadata",
                named(),
                "spec",
                JsonObject.of(
                        "replicas",
                        replicas,
                        "selector",
                        selector(),
                        "template",
                        JsonObject.of("metadata", JsonObject.of("labels", labels()), "spec", pod())));
    }

    private JsonObject pod() {
        return JsonObject.of(
                "serviceAccountName",
                NAME,
                // Longer than passes under way may take.
                "terminationGracePeriodSeconds",
                30,
                "securityContext",
                parse("{'runAsNonRoot': true, 'seccompProfile': {'type': 'RuntimeDefault'}}"),
                "topologySpreadConstraints",
                JsonArray.of(parse("{'maxSkew': 1, 'topologyKey': 'kubernetes.io/hostname', 'whenUnsatisfiable':"
                                + " 'ScheduleAnyway'}")
                        .with("labelSelector", selector())),
                "containers",
                JsonArray.of(container()));
    }

    private JsonObject container() {
        return JsonObject.of(
                "name",
                "operator",
                "image",
                image,
                "args",
                JsonArray.of("run"),
                "env",
                JsonArray.of(field("POD_NAME", "metadata.name"), field("POD_NAMESPACE", "metadata.namespace")),
                "ports",
                JsonArray.of(parse("{'name': 'http', 'containerPort': 8080}")),
                "startupProbe",
                // Informers of a large cluster take a while to know all objects.
                probe("/readyz").with("failureThreshold", 60),
                "livenessProbe",
                probe("/livez"),
                "readinessProbe",
                probe("/readyz"),
                "resources",
                parse("{'requests': {'cpu': '200m', 'memory': '512Mi'}, 'limits': {'memory': '2Gi'}}"),
                "securityContext",
                parse("{'allowPrivilegeEscalation': false, 'readOnlyRootFilesystem': true, 'capabilities': {'drop':"
                        + " ['ALL']}}"));
    }

    private static JsonObject field(String variable, String path) {
        return JsonObject.of(
                "name", variable, "valueFrom", JsonObject.of("fieldRef", JsonObject.of("fieldPath", path)));
    }

    private static JsonObject probe(String path) {
        return JsonObject.of(
                "httpGet", JsonObject.of("path", path, "port", "http"), "periodSeconds", 10, "timeoutSeconds", 5);
    }

    /** One at least is there while nodes are drained, to hold the lease or to take it. */
    private JsonObject disruptionBudget() {
        return JsonObject.of(
                "apiVersion",
                "policy/v1",
                "kind",
                "PodDisruptionBudget",
                "metadata",
                named(),
                "spec",
                JsonObject.of("maxUnavailable", 1, "selector", selector()));
    }

    /** Of the metrics. */
    private JsonObject service() {
        return JsonObject.of(
                "apiVersion",
                "v1",
                "kind",
                "Service",
                "metadata",
                named(),
                "spec",
                JsonObject.of(
                        "selector",
                        labels(),
                        "ports",
                        JsonArray.of(parse("{'name': 'http', 'port': 8080, 'targetPort': 'http'}"))));
    }
}
