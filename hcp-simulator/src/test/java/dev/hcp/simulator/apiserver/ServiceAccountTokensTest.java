package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.TestServer.Answer;
import dev.hcp.simulator.apiserver.access.User;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of service accounts, and reviews of tokens. */
class ServiceAccountTokensTest {
    private static final String ACCOUNTS = "/api/v1/namespaces/default/serviceaccounts";
    private static final String ISSUER = "https://kubernetes.default.svc";

    private final TestServer server = new TestServer();
    private String uid = "";

    @BeforeEach
    void there_is_a_service_account() {
        uid = server.post(ACCOUNTS, JsonObject.of("metadata", JsonObject.of("name", "builder")))
                .body()
                .text("metadata", "uid");
    }

    private Answer request(JsonObject spec) {
        return server.post(ACCOUNTS + "/builder/token", JsonObject.of("spec", spec));
    }

    private String token(JsonObject spec) {
        Answer answer = request(spec);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body().text("status", "token");
    }

    private JsonObject review(String token, String... audiences) {
        return server.post(
                        "/apis/authentication.k8s.io/v1/tokenreviews",
                        JsonObject.of(
                                "spec", JsonObject.of("token", token, "audiences", JsonArray.of((Object[]) audiences))))
                .body()
                .object("status");
    }

    @Test
    void a_token_says_whose_it_is_and_how_long() {
        Answer answer = request(JsonObject.EMPTY);
        assertThat(answer.body().object("spec"))
                .isEqualTo(JsonObject.of(
                        "audiences", JsonArray.of(ISSUER), "boundObjectRef", null, "expirationSeconds", 3600L));
        assertThat(answer.body().text("status", "expirationTimestamp")).isEqualTo("2023-11-14T23:13:20Z");
        assertThat(answer.body().text("metadata", "name")).isEqualTo("builder");
        JsonObject claims = claims(answer.body().text("status", "token"));
        assertThat(claims.without("jti"))
                .isEqualTo(JsonObject.of(
                        "aud",
                        JsonArray.of(ISSUER),
                        "exp",
                        1_700_003_600L,
                        "iat",
                        1_700_000_000L,
                        "iss",
                        ISSUER,
                        "kubernetes.io",
                        JsonObject.of(
                                "namespace", "default", "serviceaccount", JsonObject.of("name", "builder", "uid", uid)),
                        "nbf",
                        1_700_000_000L,
                        "sub",
                        "system:serviceaccount:default:builder"));
    }

    private static JsonObject claims(String token) {
        byte[] content = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return Json.parseObject(new String(content, StandardCharsets.UTF_8));
    }

    @Test
    void a_review_knows_whose_token_it_is() {
        String token = token(JsonObject.EMPTY);
        JsonObject status = review(token);
        assertThat(status)
                .isEqualTo(JsonObject.of(
                        "authenticated",
                        true,
                        "audiences",
                        JsonArray.of(ISSUER),
                        "user",
                        JsonObject.of(
                                "username",
                                "system:serviceaccount:default:builder",
                                "uid",
                                uid,
                                "groups",
                                JsonArray.of(
                                        "system:serviceaccounts",
                                        "system:serviceaccounts:default",
                                        "system:authenticated"),
                                "extra",
                                JsonObject.of(
                                        User.CREDENTIAL,
                                        JsonArray.of("JTI=" + claims(token).text("jti"))))));
        assertThat(server.server.authenticate(token))
                .hasValueSatisfying(user -> assertThat(user.name()).isEqualTo("system:serviceaccount:default:builder"));
    }

    @Test
    void what_is_no_token_is_nobodys() {
        assertThat(review("nonsense"))
                .isEqualTo(JsonObject.of("user", JsonObject.EMPTY, "error", "invalid bearer token"));
        assertThat(server.server.authenticate("a.b.c")).isEmpty();
        String token = token(JsonObject.EMPTY);
        String forged = token.substring(0, token.length() - 8) + "AAAAAAAA";
        assertThat(review(forged).text("error")).startsWith("[invalid bearer token, ");
        assertThat(server.post("/apis/authentication.k8s.io/v1/tokenreviews", JsonObject.EMPTY)
                        .message())
                .isEqualTo("token is required for TokenReview in authentication");
    }

    @Test
    void a_token_ends_with_its_time() {
        String token = token(JsonObject.of("expirationSeconds", 600L));
        server.seconds.addAndGet(660);
        assertThat(review(token).isTrue("authenticated")).isTrue();
        server.seconds.addAndGet(1);
        assertThat(review(token).text("error")).isEqualTo("[invalid bearer token, service account token has expired]");
    }

    @Test
    void a_token_ends_with_its_account() {
        String token = token(JsonObject.EMPTY);
        server.delete(ACCOUNTS + "/builder");
        assertThat(review(token).text("error"))
                .isEqualTo("[invalid bearer token, serviceaccounts \"builder\" not found]");
        String other = server.post(ACCOUNTS, JsonObject.of("metadata", JsonObject.of("name", "builder")))
                .body()
                .text("metadata", "uid");
        assertThat(review(token).text("error"))
                .isEqualTo("[invalid bearer token, service account UID (" + other + ") does not match claim (" + uid
                        + ")]");
    }

    @Test
    void a_token_is_for_its_audience() {
        String token = token(JsonObject.of("audiences", JsonArray.of("vault", "db")));
        assertThat(server.server.authenticate(token)).isEmpty();
        assertThat(review(token, "vault", "other").array("audiences")).containsExactly("vault");
        assertThat(review(token).text("error"))
                .isEqualTo(
                        "[invalid bearer token, token audiences [\"vault\" \"db\"] is invalid for the target audiences"
                                + " [\"" + ISSUER + "\"]]");
    }

    @Test
    void a_token_may_be_bound_to_a_pod_and_ends_with_it() {
        String pods = "/api/v1/namespaces/default/pods";
        String pod = server.post(
                        pods,
                        "{\"metadata\":{\"name\":\"p\"},\"spec\":{\"serviceAccountName\":\"builder\","
                                + "\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]}}")
                .body()
                .text("metadata", "uid");
        JsonObject reference = JsonObject.of("kind", "Pod", "apiVersion", "v1", "name", "p");
        String token = token(JsonObject.of("boundObjectRef", reference));
        assertThat(review(token).object("user", "extra").array("authentication.kubernetes.io/pod-uid"))
                .containsExactly(pod);
        server.delete(pods + "/p");
        assertThat(review(token).text("error"))
                .isEqualTo("[invalid bearer token, service account token has been invalidated]");
        assertThat(request(JsonObject.of("boundObjectRef", reference)).message())
                .isEqualTo("pods \"p\" not found");
    }

    @Test
    void a_token_lasts_ten_minutes_or_more() {
        Answer answer = request(JsonObject.of("expirationSeconds", 5L));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message())
                .isEqualTo("TokenRequest.authentication.k8s.io \"\" is invalid: spec.expirationSeconds: Invalid value:"
                        + " 5: may not specify a duration less than 10 minutes");
        assertThat(server.post(ACCOUNTS + "/nobody/token", JsonObject.EMPTY).message())
                .isEqualTo("serviceaccounts \"nobody\" not found");
    }
}
