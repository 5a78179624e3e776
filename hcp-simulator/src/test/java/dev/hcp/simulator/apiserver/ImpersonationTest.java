package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.TestServer.Answer;
import dev.hcp.simulator.apiserver.access.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A request as somebody else. */
class ImpersonationTest {
    private static final String REVIEWS = "/apis/authentication.k8s.io/v1/selfsubjectreviews";

    private final TestServer admin = TestServer.roleBased();
    private final TestServer alice = admin.as(User.authenticated("alice", "", List.of(), Map.of()));

    private JsonObject whoAmI(TestServer server, String... headers) {
        Answer answer = server.post(REVIEWS, JsonObject.EMPTY, headers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body().object("status", "userInfo");
    }

    @Test
    void administrators_may_be_anybody() {
        assertThat(whoAmI(
                        admin,
                        "Impersonate-User",
                        "bob",
                        "Impersonate-Group",
                        "ops",
                        "Impersonate-Uid",
                        "7",
                        "Impersonate-Extra-acme.com%2Fproject",
                        "blue"))
                .isEqualTo(JsonObject.of(
                        "username",
                        "bob",
                        "groups",
                        JsonArray.of("ops", "system:authenticated"),
                        "uid",
                        "7",
                        "extra",
                        JsonObject.of("acme.com/project", JsonArray.of("blue"))));
        assertThat(whoAmI(admin, "Impersonate-User", "system:serviceaccount:one:builder")
                        .array("groups"))
                .containsExactly("system:serviceaccounts", "system:serviceaccounts:one", "system:authenticated");
    }

    @Test
    void the_other_has_the_rights_of_the_other() {
        assertThat(admin.get("/api/v1/nodes", "Impersonate-User", "bob").message())
                .isEqualTo("nodes is forbidden: User \"bob\" cannot list resource \"nodes\" in API group \"\" at the"
                        + " cluster scope");
        assertThat(admin.get("/api/v1/nodes", "Impersonate-User", "system:anonymous")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void who_may_not_impersonate_is_refused() {
        assertThat(alice.get("/api/v1/nodes", "Impersonate-User", "bob").message())
                .isEqualTo("users \"bob\" is forbidden: User \"alice\" cannot impersonate resource \"users\" in API"
                        + " group \"\" at the cluster scope");
        assertThat(alice.get("/api/v1/nodes", "Impersonate-User", "system:serviceaccount:one:builder")
                        .message())
                .isEqualTo("serviceaccounts \"builder\" is forbidden: User \"alice\" cannot impersonate resource"
                        + " \"serviceaccounts\" in API group \"\" in the namespace \"one\"");
    }

    @Test
    void each_part_of_the_other_needs_its_permission() {
        admin.post(
                "/apis/rbac.authorization.k8s.io/v1/clusterroles",
                JsonObject.of(
                        "metadata",
                        JsonObject.of("name", "impersonators"),
                        "rules",
                        JsonArray.of(JsonObject.of(
                                "apiGroups",
                                JsonArray.of(""),
                                "resources",
                                JsonArray.of("users"),
                                "verbs",
                                JsonArray.of("impersonate")))));
        admin.post(
                "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
                JsonObject.of(
                        "metadata",
                        JsonObject.of("name", "impersonators"),
                        "roleRef",
                        JsonObject.of(
                                "apiGroup",
                                "rbac.authorization.k8s.io",
                                "kind",
                                "ClusterRole",
                                "name",
                                "impersonators"),
                        "subjects",
                        JsonArray.of(JsonObject.of("kind", "User", "name", "alice"))));
        assertThat(whoAmI(alice, "Impersonate-User", "bob").text("username")).isEqualTo("bob");
        assertThat(alice.post(
                                REVIEWS,
                                JsonObject.EMPTY,
                                "Impersonate-User",
                                "bob",
                                "Impersonate-Group",
                                "system:masters")
                        .message())
                .isEqualTo("groups \"system:masters\" is forbidden: User \"alice\" cannot impersonate resource"
                        + " \"groups\" in API group \"\" at the cluster scope");
        assertThat(alice.post(REVIEWS, JsonObject.EMPTY, "Impersonate-User", "bob", "Impersonate-Extra-scopes", "all")
                        .message())
                .isEqualTo(
                        "userextras.authentication.k8s.io \"all\" is forbidden: User \"alice\" cannot impersonate"
                                + " resource \"userextras/scopes\" in API group \"authentication.k8s.io\" at the cluster scope");
    }

    @Test
    void groups_without_a_user_are_an_error() {
        Answer answer = admin.get("/api/v1/nodes", "Impersonate-Group", "ops");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text())
                .isEqualTo("Internal Server Error: \"/api/v1/nodes\": requested [{Group  ops    }] without"
                        + " impersonating a user\n");
    }
}
