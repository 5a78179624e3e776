package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.TestServer.Answer;
import dev.hcp.simulator.apiserver.access.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users may do is what roles allow. */
class RoleBasedAccessTest {
    private static final String RBAC = "/apis/rbac.authorization.k8s.io/v1";

    private final TestServer admin = TestServer.roleBased();
    private final TestServer alice = admin.as(User.authenticated("alice", "", List.of("dev"), Map.of()));

    @Test
    void without_a_role_nothing_is_allowed() {
        Answer answer = alice.get("/api/v1/namespaces/default/pods");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body())
                .isEqualTo(JsonObject.of(
                        "kind",
                        "Status",
                        "apiVersion",
                        "v1",
                        "metadata",
                        JsonObject.EMPTY,
                        "status",
                        "Failure",
                        "message",
                        "pods is forbidden: User \"alice\" cannot list resource \"pods\" in API group \"\" in the"
                                + " namespace \"default\"",
                        "reason",
                        "Forbidden",
                        "details",
                        JsonObject.of("kind", "pods"),
                        "code",
                        403L));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /api/v1/namespaces/default/pods/p       | pods "p" is forbidden: User "alice" cannot get resource "pods" in API group "" in the namespace "default"
            GET    | /api/v1/nodes                           | nodes is forbidden: User "alice" cannot list resource "nodes" in API group "" at the cluster scope
            GET    | /api/v1/nodes?watch=1                   | nodes is forbidden: User "alice" cannot watch resource "nodes" in API group "" at the cluster scope
            GET    | /api/v1/namespaces/default              | namespaces "default" is forbidden: User "alice" cannot get resource "namespaces" in API group "" in the namespace "default"
            GET    | /apis/apps/v1/deployments               | deployments.apps is forbidden: User "alice" cannot list resource "deployments" in API group "apps" at the cluster scope
            GET    | /apis/apps/v1/namespaces/a/deployments/d/scale | deployments.apps "d" is forbidden: User "alice" cannot get resource "deployments/scale" in API group "apps" in the namespace "a"
            DELETE | /api/v1/namespaces/a/pods               | pods is forbidden: User "alice" cannot deletecollection resource "pods" in API group "" in the namespace "a"
            GET    | /api/v1/namespaces/a/pods?fieldSelector=metadata.name%3Dp | pods "p" is forbidden: User "alice" cannot list resource "pods" in API group "" in the namespace "a"
            GET    | /apis/no.such.group/v1/things           | things.no.such.group is forbidden: User "alice" cannot list resource "things" in API group "no.such.group" at the cluster scope
            GET    | /metrics                                | forbidden: User "alice" cannot get path "/metrics"
            """)
    void a_refusal_says_what_was_asked(String method, String path, String message) {
        Answer answer = alice.send(method, path, null);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message()).isEqualTo(message);
    }

    @Test
    void everybody_may_discover_and_administrators_may_do_everything() {
        assertThat(alice.get("/apis").status()).isEqualTo(200);
        assertThat(alice.get("/openapi/v3").status()).isEqualTo(200);
        assertThat(admin.get("/api/v1/nodes").status()).isEqualTo(200);
        TestServer nobody = admin.as(User.ANONYMOUS);
        assertThat(nobody.get("/version").status()).isEqualTo(200);
        assertThat(nobody.get("/healthz").status()).isEqualTo(200);
        assertThat(nobody.get("/apis").message())
                .isEqualTo("forbidden: User \"system:anonymous\" cannot get path \"/apis\"");
    }

    @Test
    void a_binding_gives_a_role_in_its_namespace_alone() {
        admin.namespace("one");
        admin.namespace("two");
        bind("one", "ClusterRole", "view", user("alice"));
        assertThat(alice.get("/api/v1/namespaces/one/configmaps").status()).isEqualTo(200);
        assertThat(alice.get("/api/v1/namespaces/one/secrets").status()).isEqualTo(403);
        assertThat(alice.get("/api/v1/namespaces/two/configmaps").status()).isEqualTo(403);
        admin.delete(RBAC + "/namespaces/one/rolebindings/view");
        assertThat(alice.get("/api/v1/namespaces/one/configmaps").status()).isEqualTo(403);
    }

    @Test
    void groups_and_service_accounts_are_bound_like_users() {
        bindEverywhere("view", JsonObject.of("kind", "Group", "name", "dev"));
        assertThat(alice.get("/api/v1/configmaps").status()).isEqualTo(200);
        bind(
                "default",
                "ClusterRole",
                "edit",
                JsonObject.of("kind", "ServiceAccount", "name", "builder", "namespace", "default"));
        TestServer builder =
                admin.as(User.authenticated("system:serviceaccount:default:builder", "", List.of(), Map.of()));
        assertThat(builder.post("/api/v1/namespaces/default/configmaps", TestServer.configMap("c"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void rules_may_name_objects_sub_resources_and_paths() {
        clusterRole(
                "some",
                JsonObject.of(
                        "apiGroups", JsonArray.of(""),
                        "resources", JsonArray.of("configmaps"),
                        "resourceNames", JsonArray.of("mine"),
                        "verbs", JsonArray.of("get", "list", "watch", "delete")),
                JsonObject.of(
                        "apiGroups", JsonArray.of("*"),
                        "resources", JsonArray.of("*/scale"),
                        "verbs", JsonArray.of("*")),
                JsonObject.of("nonResourceURLs", JsonArray.of("/metrics*"), "verbs", JsonArray.of("get")));
        bindEverywhere("some", user("alice"));
        admin.post("/api/v1/namespaces/default/configmaps", TestServer.configMap("mine"));
        assertThat(alice.get("/api/v1/namespaces/default/configmaps/mine").status())
                .isEqualTo(200);
        assertThat(alice.get("/api/v1/namespaces/default/configmaps/other").status())
                .isEqualTo(403);
        assertThat(alice.get("/api/v1/namespaces/default/configmaps").status()).isEqualTo(403);
        assertThat(alice.get("/api/v1/namespaces/default/configmaps?fieldSelector=metadata.name%3Dmine")
                        .status())
                .isEqualTo(200);
        assertThat(alice.get("/apis/apps/v1/namespaces/default/deployments/d/scale")
                        .status())
                .isEqualTo(404);
        assertThat(alice.get("/apis/apps/v1/namespaces/default/deployments/d").status())
                .isEqualTo(403);
        assertThat(alice.get("/metrics/slis").status()).isNotEqualTo(403);
    }

    @Test
    void a_binding_to_a_missing_role_is_told_of() {
        bindEverywhere("view", user("bob"));
        bindEverywhere("ghost", user("alice"));
        assertThat(alice.get("/api/v1/nodes").message())
                .isEqualTo("nodes is forbidden: User \"alice\" cannot list resource \"nodes\" in API group \"\" at the"
                        + " cluster scope: RBAC: clusterrole.rbac.authorization.k8s.io \"ghost\" not found");
    }

    @Test
    void who_may_update_needs_another_permission_to_create_thereby() {
        clusterRole(
                "updater",
                JsonObject.of(
                        "apiGroups", JsonArray.of("coordination.k8s.io", ""),
                        "resources", JsonArray.of("leases", "configmaps"),
                        "verbs", JsonArray.of("update", "patch")));
        bindEverywhere("updater", user("alice"));
        JsonObject lease = JsonObject.of("metadata", JsonObject.of("name", "l"), "spec", JsonObject.EMPTY);
        String refusal =
                "leases.coordination.k8s.io \"l\" is forbidden: User \"alice\" cannot create resource \"leases\""
                        + " in API group \"coordination.k8s.io\" in the namespace \"default\"";
        assertThat(alice.put("/apis/coordination.k8s.io/v1/namespaces/default/leases/l", lease)
                        .message())
                .isEqualTo(refusal);
        Answer applied = alice.apply(
                "/apis/coordination.k8s.io/v1/namespaces/default/leases/l?fieldManager=a",
                lease.with("apiVersion", "coordination.k8s.io/v1").with("kind", "Lease"));
        assertThat(applied.message()).isEqualTo(refusal);
        assertThat(applied.status()).isEqualTo(403);
    }

    @Test
    void aggregated_roles_hold_the_rules_of_those_they_select() {
        JsonObject labels = JsonObject.of("rbac.authorization.k8s.io/aggregate-to-view", "true");
        JsonObject rule = JsonObject.of(
                "apiGroups", JsonArray.of("example.com"),
                "resources", JsonArray.of("widgets"),
                "verbs", JsonArray.of("get"));
        admin.post(
                RBAC + "/clusterroles",
                JsonObject.of(
                        "metadata", JsonObject.of("name", "widgets", "labels", labels), "rules", JsonArray.of(rule)));
        for (String role : List.of("view", "edit", "admin")) {
            assertThat(admin.get(RBAC + "/clusterroles/" + role).body().array("rules"))
                    .as(role)
                    .contains(rule);
        }
        admin.delete(RBAC + "/clusterroles/widgets");
        assertThat(admin.get(RBAC + "/clusterroles/admin").body().array("rules"))
                .isNotEmpty()
                .doesNotContain(rule);
    }

    private void clusterRole(String name, JsonObject... rules) {
        Answer created = admin.post(
                RBAC + "/clusterroles",
                JsonObject.of("metadata", JsonObject.of("name", name), "rules", JsonArray.of((Object[]) rules)));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
    }

    private static JsonObject user(String name) {
        return JsonObject.of("kind", "User", "name", name);
    }

    private void bind(String namespace, String kind, String role, JsonObject subject) {
        Answer created = admin.post(RBAC + "/namespaces/" + namespace + "/rolebindings", binding(role, kind, subject));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
    }

    private void bindEverywhere(String role, JsonObject subject) {
        Answer created = admin.post(
                RBAC + "/clusterrolebindings",
                binding(role, "ClusterRole", subject).withAt(role + "-" + subject.text("name"), "metadata", "name"));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
    }

    private static JsonObject binding(String role, String kind, JsonObject subject) {
        return JsonObject.of(
                "metadata",
                JsonObject.of("name", role),
                "roleRef",
                JsonObject.of("apiGroup", "rbac.authorization.k8s.io", "kind", kind, "name", role),
                "subjects",
                JsonArray.of(subject));
    }
}
