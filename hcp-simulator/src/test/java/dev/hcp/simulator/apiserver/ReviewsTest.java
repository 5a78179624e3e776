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

/** Questions about identity and permission. */
class ReviewsTest {
    private static final String AUTHORIZATION = "/apis/authorization.k8s.io/v1";

    private final TestServer admin = TestServer.roleBased();
    private final TestServer alice = admin.as(User.authenticated("alice", "", List.of("dev"), Map.of()));

    private static JsonObject about(String verb, String namespace, String resource) {
        return JsonObject.of("verb", verb, "namespace", namespace, "resource", resource);
    }

    @Test
    void an_access_review_says_what_the_asker_may_do_and_why() {
        bindAlice("view");
        JsonObject spec = JsonObject.of("resourceAttributes", about("list", "default", "pods"));
        Answer yes = alice.post(AUTHORIZATION + "/selfsubjectaccessreviews", JsonObject.of("spec", spec));
        assertThat(yes.status()).isEqualTo(201);
        assertThat(yes.body().object("spec")).isEqualTo(spec);
        assertThat(yes.body().object("status"))
                .isEqualTo(JsonObject.of(
                        "allowed",
                        true,
                        "reason",
                        "RBAC: allowed by RoleBinding \"alice/default\" of ClusterRole \"view\" to User \"alice\""));
        Answer no = alice.post(
                AUTHORIZATION + "/selfsubjectaccessreviews",
                JsonObject.of("spec", JsonObject.of("resourceAttributes", about("list", "default", "secrets"))));
        assertThat(no.body().object("status")).isEqualTo(JsonObject.of("allowed", false));
    }

    @Test
    void an_answer_repeats_the_question_with_its_owner() {
        JsonObject spec = JsonObject.of("nonResourceAttributes", JsonObject.of("path", "/healthz", "verb", "get"));
        Answer answer = admin.post(AUTHORIZATION + "/selfsubjectaccessreviews", JsonObject.of("spec", spec));
        JsonObject metadata = answer.body().object("metadata");
        assertThat(metadata.containsKey("creationTimestamp")).isTrue();
        assertThat(metadata.get("creationTimestamp")).isNull();
        JsonObject owner = metadata.array("managedFields").object(0);
        assertThat(owner.text("manager")).isEqualTo("test");
        assertThat(owner.object("fieldsV1"))
                .isEqualTo(JsonObject.of(
                        "f:spec",
                        JsonObject.of(
                                "f:nonResourceAttributes",
                                JsonObject.of(
                                        ".",
                                        JsonObject.EMPTY,
                                        "f:path",
                                        JsonObject.EMPTY,
                                        "f:verb",
                                        JsonObject.EMPTY))));
    }

    @Test
    void a_subject_access_review_is_about_somebody_else() {
        bindAlice("edit");
        JsonObject spec = JsonObject.of("user", "alice", "resourceAttributes", about("create", "default", "secrets"));
        assertThat(admin.post(AUTHORIZATION + "/subjectaccessreviews", JsonObject.of("spec", spec))
                        .body()
                        .isTrue("status", "allowed"))
                .isTrue();
        assertThat(alice.post(AUTHORIZATION + "/subjectaccessreviews", JsonObject.of("spec", spec))
                        .status())
                .isEqualTo(403);
        Answer local = admin.post(
                AUTHORIZATION + "/namespaces/default/localsubjectaccessreviews", JsonObject.of("spec", spec));
        assertThat(local.status()).as(local.text()).isEqualTo(201);
        assertThat(local.body().isTrue("status", "allowed")).isTrue();
        assertThat(local.body().text("metadata", "namespace")).isEqualTo("default");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            selfsubjectaccessreviews | {} | spec.resourceAttributes: Invalid value: "null": exactly one of nonResourceAttributes or resourceAttributes must be specified
            selfsubjectaccessreviews | {"resourceAttributes":{},"nonResourceAttributes":{"path":"/x","verb":"get"}} | spec.nonResourceAttributes: Invalid value: authorization.NonResourceAttributes{Path:"/x", Verb:"get"}: cannot be specified in combination with resourceAttributes
            subjectaccessreviews     | {"resourceAttributes":{}} | spec.user: Invalid value: "": at least one of user or group must be specified
            namespaces/default/localsubjectaccessreviews | {"user":"u","resourceAttributes":{"namespace":"other"}} | spec.resourceAttributes.namespace: Invalid value: "other": must match metadata.namespace
            """)
    void incomplete_questions_are_invalid(String resource, String spec, String error) {
        Answer answer = admin.post(AUTHORIZATION + "/" + resource, "{\"spec\":" + spec + "}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message()).isEqualTo(".authorization.k8s.io \"\" is invalid: " + error);
    }

    @Test
    void a_rules_review_lists_what_the_asker_may_do_in_a_namespace() {
        bindAlice("view");
        JsonObject status = alice.post(
                        AUTHORIZATION + "/selfsubjectrulesreviews",
                        JsonObject.of("spec", JsonObject.of("namespace", "default")))
                .body()
                .object("status");
        assertThat(status.array("resourceRules"))
                .contains(
                        JsonObject.of(
                                "apiGroups",
                                JsonArray.of(""),
                                "resources",
                                JsonArray.of("namespaces"),
                                "verbs",
                                JsonArray.of("get", "list", "watch")),
                        JsonObject.of(
                                "apiGroups",
                                JsonArray.of("authorization.k8s.io"),
                                "resources",
                                JsonArray.of("selfsubjectaccessreviews", "selfsubjectrulesreviews"),
                                "verbs",
                                JsonArray.of("create")));
        assertThat(status.array("nonResourceRules")).isNotEmpty();
        assertThat(status.get("incomplete")).isEqualTo(false);
        assertThat(alice.post(AUTHORIZATION + "/selfsubjectrulesreviews", JsonObject.EMPTY)
                        .message())
                .isEqualTo("no namespace on request");
    }

    @Test
    void without_roles_everybody_may_do_everything() {
        TestServer open = new TestServer().as(User.authenticated("alice", "", List.of(), Map.of()));
        JsonObject question = JsonObject.of(
                "spec", JsonObject.of("namespace", "default", "resourceAttributes", about("delete", "", "nodes")));
        assertThat(open.post(AUTHORIZATION + "/selfsubjectaccessreviews", question)
                        .body()
                        .object("status"))
                .isEqualTo(JsonObject.of("allowed", true));
        assertThat(open.post(AUTHORIZATION + "/selfsubjectrulesreviews", question)
                        .body()
                        .array("status", "resourceRules"))
                .containsExactly(JsonObject.of(
                        "apiGroups", JsonArray.of("*"), "resources", JsonArray.of("*"), "verbs", JsonArray.of("*")));
    }

    private void bindAlice(String role) {
        Answer bound = admin.post(
                "/apis/rbac.authorization.k8s.io/v1/namespaces/default/rolebindings",
                JsonObject.of(
                        "metadata",
                        JsonObject.of("name", "alice"),
                        "roleRef",
                        JsonObject.of("apiGroup", "rbac.authorization.k8s.io", "kind", "ClusterRole", "name", role),
                        "subjects",
                        JsonArray.of(JsonObject.of("kind", "User", "name", "alice"))));
        assertThat(bound.status()).isEqualTo(201);
    }
}
