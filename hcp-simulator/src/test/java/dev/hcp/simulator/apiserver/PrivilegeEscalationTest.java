package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.TestServer.Answer;
import dev.hcp.simulator.apiserver.access.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody gives what they do not have. */
class PrivilegeEscalationTest {
    private static final String RBAC = "/apis/rbac.authorization.k8s.io/v1";
    private static final String ROLES = RBAC + "/namespaces/default/roles";
    private static final String BINDINGS = RBAC + "/namespaces/default/rolebindings";

    private final TestServer admin = TestServer.roleBased();
    private final TestServer alice = admin.as(User.authenticated("alice", "", List.of("dev"), Map.of()));

    @BeforeEach
    void alice_administers_the_namespace_default() {
        bind("admins", "admin");
    }

    @Test
    void rights_that_are_held_may_be_granted() {
        assertThat(alice.post(ROLES, role("r", rule("", "pods", "get", "list"))).status())
                .isEqualTo(201);
        assertThat(alice.post(BINDINGS, binding("b", "ClusterRole", "view", "bob"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void rights_that_are_not_held_are_named_in_the_refusal() {
        JsonObject role = role("r", rule("", "pods", "get"), rule("", "nodes", "get", "list"), rule("x", "*", "get"));
        Answer answer = alice.post(ROLES, role);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message())
                .isEqualTo("roles.rbac.authorization.k8s.io \"r\" is forbidden: user \"alice\" (groups=[\"dev\""
                        + " \"system:authenticated\"]) is attempting to grant RBAC permissions not currently held:\n"
                        + "{APIGroups:[\"\"], Resources:[\"nodes\"], Verbs:[\"get\" \"list\"]}\n"
                        + "{APIGroups:[\"x\"], Resources:[\"*\"], Verbs:[\"get\"]}");
    }

    @Test
    void an_update_grants_too() {
        alice.post(ROLES, role("r", rule("", "pods", "get")));
        JsonObject more = JsonObject.of("rules", JsonArray.of(rule("", "nodes", "get")));
        assertThat(alice.merge(ROLES + "/r", more).status()).isEqualTo(403);
        assertThat(admin.merge(ROLES + "/r", more).status()).isEqualTo(200);
        JsonObject finalizer = JsonObject.of("metadata", JsonObject.of("finalizers", JsonArray.of("example.com/hold")));
        assertThat(alice.merge(ROLES + "/r", finalizer).status())
                .as("what the garbage collector may change")
                .isEqualTo(200);
    }

    @Test
    void a_binding_gives_what_its_role_allows() {
        Answer answer = alice.post(BINDINGS, binding("b", "ClusterRole", "cluster-admin", "alice"));
        assertThat(answer.message())
                .isEqualTo("rolebindings.rbac.authorization.k8s.io \"b\" is forbidden: user \"alice\" (groups=[\"dev\""
                        + " \"system:authenticated\"]) is attempting to grant RBAC permissions not currently held:\n"
                        + "{APIGroups:[\"*\"], Resources:[\"*\"], Verbs:[\"*\"]}\n"
                        + "{NonResourceURLs:[\"*\"], Verbs:[\"*\"]}");
        Answer missing = alice.post(BINDINGS, binding("b", "Role", "ghost", "alice"));
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.message()).isEqualTo("roles.rbac.authorization.k8s.io \"ghost\" not found");
    }

    @Test
    void the_verbs_escalate_and_bind_lift_the_limit() {
        grant("escalate", "roles");
        grant("bind", "clusterroles");
        assertThat(alice.post(ROLES, role("r", rule("", "nodes", "get"))).status())
                .isEqualTo(201);
        assertThat(alice.post(BINDINGS, binding("b", "ClusterRole", "cluster-admin", "alice"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void only_who_may_do_everything_may_let_a_role_gather_rules() {
        admin.post(
                RBAC + "/clusterroles",
                role("role-makers", rule("rbac.authorization.k8s.io", "clusterroles", "create")));
        admin.post(RBAC + "/clusterrolebindings", binding("role-makers", "ClusterRole", "role-makers", "alice"));
        JsonObject gathering = JsonObject.of(
                "metadata",
                JsonObject.of("name", "all"),
                "aggregationRule",
                JsonObject.of("clusterRoleSelectors", JsonArray.of(JsonObject.EMPTY)));
        assertThat(alice.post(RBAC + "/clusterroles", gathering).message())
                .isEqualTo("clusterroles.rbac.authorization.k8s.io \"all\" is forbidden: must have cluster-admin"
                        + " privileges to use an aggregationRule");
    }

    private void grant(String verb, String resource) {
        admin.post(RBAC + "/clusterroles", role(verb, rule("rbac.authorization.k8s.io", resource, verb)));
        bind(verb, verb);
    }

    private void bind(String name, String role) {
        Answer bound = admin.post(BINDINGS, binding(name, "ClusterRole", role, "alice"));
        assertThat(bound.status()).as(bound.text()).isEqualTo(201);
    }

    private static JsonObject role(String name, JsonObject... rules) {
        return JsonObject.of("metadata", JsonObject.of("name", name), "rules", JsonArray.of((Object[]) rules));
    }

    private static JsonObject rule(String group, String resource, String... verbs) {
        return JsonObject.of(
                "apiGroups", JsonArray.of(group), "resources", JsonArray.of(resource), "verbs", JsonArray.of((Object[])
                        verbs));
    }

    private static JsonObject binding(String name, String kind, String role, String user) {
        return JsonObject.of(
                "metadata",
                JsonObject.of("name", name),
                "roleRef",
                JsonObject.of("apiGroup", "rbac.authorization.k8s.io", "kind", kind, "name", role),
                "subjects",
                JsonArray.of(JsonObject.of("kind", "User", "name", user)));
    }
}
