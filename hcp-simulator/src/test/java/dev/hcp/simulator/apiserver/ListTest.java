package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists: what is in them, in which order, at which revision, in how many pages. */
class ListTest {
    private static final String MAPS = "/api/v1/namespaces/demo/configmaps";
    private static final String ALL_MAPS = "/api/v1/configmaps";

    private final TestServer server = new TestServer(50);

    @BeforeEach
    void someMaps() {
        server.namespace("demo");
        server.namespace("demo-2");
        for (String name : List.of("b", "a", "a-b", "a.b", "c")) {
            server.post(MAPS, TestServer.configMap(name).withAt("yes", "metadata", "labels", "demo"));
        }
        server.post("/api/v1/namespaces/demo-2/configmaps", TestServer.configMap("z"));
    }

    private static List<String> names(TestServer.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<String> names = new ArrayList<>();
        for (Object item : answer.body().array("items")) {
            names.add(((JsonObject) item).text("metadata", "name"));
        }
        return names;
    }

    private static String revision(TestServer.Answer answer) {
        return answer.body().text("metadata", "resourceVersion");
    }

    private static String token(TestServer.Answer answer) {
        String token = answer.body().text("metadata", "continue");
        return token == null ? "" : token;
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void objects_are_ordered_by_the_bytes_of_their_keys() {
        assertThat(names(server.get(MAPS))).containsExactly("a", "a-b", "a.b", "b", "c");
        // The key is demo-2/z against demo/a: the hyphen comes before the slash.
        assertThat(names(server.get(ALL_MAPS)))
                .containsExactly("z", "a", "a-b", "a.b", "b", "c", "extension-apiserver-authentication");
    }

    @Test
    void a_list_of_built_in_objects_says_their_kind_once() {
        JsonObject list = server.get(MAPS).body();
        assertThat(list.text("kind")).isEqualTo("ConfigMapList");
        assertThat(list.object("metadata")).containsOnlyKeys("resourceVersion");
        assertThat(list.array("items").object(0)).doesNotContainKeys("kind", "apiVersion");
    }

    @Test
    void an_empty_list_has_items_and_the_newest_revision_and_needs_no_namespace() {
        TestServer.Answer answer = server.get("/api/v1/namespaces/nowhere/secrets");
        assertThat(answer.body().array("items")).isEmpty();
        assertThat(answer.text()).contains("\"items\":[]");
        assertThat(revision(answer))
                .isEqualTo(Long.toString(server.server.objects().revision()));
    }

    @Test
    void pages_follow_each_other_at_the_revision_of_the_first() {
        TestServer.Answer first = server.get(MAPS + "?limit=2");
        server.delete(MAPS + "/b");
        server.post(MAPS, TestServer.configMap("a0"));
        TestServer.Answer second = server.get(MAPS + "?limit=2&continue=" + token(first));
        TestServer.Answer last = server.get(MAPS + "?limit=2&continue=" + token(second));
        assertThat(names(first)).containsExactly("a", "a-b");
        assertThat(names(second)).containsExactly("a.b", "b");
        assertThat(names(last)).containsExactly("c");
        assertThat(revision(second)).isEqualTo(revision(first));
        assertThat(revision(last)).isEqualTo(revision(first));
        assertThat(first.body().at("metadata", "remainingItemCount")).isEqualTo(3L);
        assertThat(second.body().at("metadata", "remainingItemCount")).isEqualTo(1L);
        assertThat(last.body().object("metadata")).containsOnlyKeys("resourceVersion");
    }

    @Test
    void a_continuation_says_after_which_key_of_the_list_it_goes_on() {
        TestServer.Answer inNamespace = server.get(MAPS + "?limit=1");
        TestServer.Answer everywhere = server.get(ALL_MAPS + "?limit=1");
        String expected = "{\"v\":\"meta.k8s.io/v1\",\"rv\":" + revision(inNamespace) + ",\"start\":";
        assertThat(new String(Base64.getUrlDecoder().decode(token(inNamespace)), StandardCharsets.UTF_8))
                .isEqualTo(expected + "\"a\\u0000\"}");
        assertThat(new String(Base64.getUrlDecoder().decode(token(everywhere)), StandardCharsets.UTF_8))
                .isEqualTo(expected + "\"demo-2/z\\u0000\"}");
    }

    @Test
    void a_continuation_is_not_bound_to_its_resource() {
        String token = token(server.get(MAPS + "?limit=1"));
        server.post("/api/v1/namespaces/demo/secrets", "{\"metadata\":{\"name\":\"s\"}}");
        assertThat(names(server.get("/api/v1/namespaces/demo/secrets?continue=" + token)))
                .isEmpty();
    }

    @Test
    void with_a_selector_pages_are_full_and_nobody_counts_what_remains() {
        server.merge(MAPS + "/a-b", "{\"metadata\":{\"labels\":{\"demo\":\"no\"}}}");
        TestServer.Answer first = server.get(MAPS + "?limit=2&labelSelector=demo%3Dyes");
        TestServer.Answer second = server.get(MAPS + "?limit=2&labelSelector=demo%3Dyes&continue=" + token(first));
        assertThat(names(first)).containsExactly("a", "a.b");
        assertThat(first.body().object("metadata")).containsOnlyKeys("resourceVersion", "continue");
        assertThat(names(second)).containsExactly("b", "c");
        assertThat(token(second)).isEmpty();
    }

    @Test
    void an_expired_continuation_comes_with_one_that_goes_on_with_the_present() {
        TestServer.Answer first = server.get(MAPS + "?limit=2");
        server.post(MAPS, TestServer.configMap("bb"));
        server.server.compactHistory();
        TestServer.Answer expired = server.get(MAPS + "?limit=2&continue=" + token(first));
        assertThat(expired.status()).isEqualTo(410);
        assertThat(expired.body().text("reason")).isEqualTo("Expired");
        assertThat(expired.message()).startsWith("The provided continue parameter is too old to display a consistent");
        TestServer.Answer inconsistent = server.get(MAPS + "?limit=3&continue=" + token(expired));
        assertThat(names(inconsistent)).containsExactly("a.b", "b", "bb");
        assertThat(revision(inconsistent))
                .isEqualTo(Long.toString(server.server.objects().revision()));
        assertThat(names(server.get(MAPS + "?continue=" + token(inconsistent)))).containsExactly("c");
    }

    @Test
    void a_continuation_expires_when_its_revision_leaves_the_history() {
        String token = token(server.get(MAPS + "?limit=2"));
        for (int i = 0; i < 60; i++) {
            server.merge(MAPS + "/a", "{\"data\":{\"k\":\"" + i + "\"}}");
        }
        assertThat(server.get(MAPS + "?continue=" + token).status()).isEqualTo(410);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "*|illegal base64 data at input byte 0",
                "abcde|illegal base64 data at input byte 4",
                "{\"v\":\"meta.k8s.io/v2\",\"rv\":1,\"start\":\"a\"}|"
                        + "server does not recognize this encoded version meta.k8s.io/v2",
                "{\"v\":\"meta.k8s.io/v1\",\"start\":\"a\"}|"
                        + "incorrect encoded start resourceVersion (version meta.k8s.io/v1)",
                "{\"v\":\"meta.k8s.io/v1\",\"rv\":1}|encoded start key empty (version meta.k8s.io/v1)",
                "{\"v\":\"meta.k8s.io/v1\",\"rv\":1,\"start\":\"../secrets/x\"}|../secrets/x",
                "[]|json: cannot unmarshal array into Go value of type storage.continueToken",
                "{\"v\":1}|json: cannot unmarshal number into Go struct field continueToken.v of type string",
            })
    void a_bad_continuation_is_refused(String token, String why) {
        String text = token.startsWith("{") || token.startsWith("[") ? encoded(token) : token;
        TestServer.Answer answer = server.get(MAPS + "?continue=" + text);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("invalid continue token: continue key is not valid: " + why);
    }

    /** The revision {@code R} is the one before the last write, {@code F} is one to come. */
    @ParameterizedTest
    @CsvSource({
        "'', present",
        "resourceVersion=0, present",
        "resourceVersion=R, present",
        "resourceVersion=R&resourceVersionMatch=NotOlderThan, present",
        "resourceVersion=R&resourceVersionMatch=Exact, past",
        "resourceVersion=R&limit=10, past",
        "resourceVersion=R&limit=10&resourceVersionMatch=NotOlderThan, present",
        "resourceVersion=0&resourceVersionMatch=NotOlderThan, present",
        "limit=-3, present",
    })
    void a_revision_is_exact_or_the_least_that_will_do(String query, String state) {
        String past = revision(server.get(MAPS));
        server.delete(MAPS + "/c");
        TestServer.Answer answer = server.get(MAPS + "?" + query.replace("=R", "=" + past));
        if (state.equals("past")) {
            assertThat(names(answer)).contains("c");
            assertThat(revision(answer)).isEqualTo(past);
        } else {
            assertThat(names(answer)).doesNotContain("c");
            assertThat(revision(answer))
                    .isEqualTo(Long.toString(server.server.objects().revision()));
        }
    }

    @Test
    void the_limit_does_not_count_for_a_list_from_the_cache() {
        TestServer.Answer answer = server.get(MAPS + "?limit=1&resourceVersion=0");
        assertThat(names(answer)).hasSize(5);
        assertThat(token(answer)).isEmpty();
    }

    @Test
    void a_list_of_one_name_has_no_pages_and_is_found_by_its_key() {
        TestServer.Answer answer = server.get(MAPS + "?limit=1&fieldSelector=metadata.name%3Da&continue=nonsense");
        assertThat(names(answer)).containsExactly("a");
        assertThat(token(answer)).isEmpty();
        assertThat(names(server.get(ALL_MAPS + "?fieldSelector=metadata.name%3Da")))
                .containsExactly("a");
        assertThat(names(server.get(MAPS + "?fieldSelector=metadata.name%3Da,metadata.name!%3Da")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "limit=abc|400|strconv.ParseInt: parsing \"abc\": invalid syntax",
                "limit=|400|strconv.ParseInt: parsing \"\": invalid syntax",
                "limit=99999999999999999999|400|strconv.ParseInt: parsing \"99999999999999999999\": value out of range",
                "timeoutSeconds=abc|400|strconv.ParseInt: parsing \"abc\": invalid syntax",
                "resourceVersion=abc|500|resourceVersion: Invalid value: \"abc\": strconv.ParseUint: parsing \"abc\": "
                        + "invalid syntax",
                "resourceVersion=-1|500|resourceVersion: Invalid value: \"-1\": strconv.ParseUint: parsing \"-1\": "
                        + "invalid syntax",
                "resourceVersion=99999999&resourceVersionMatch=Exact|500|"
                        + "etcdserver: mvcc: required revision is a future revision",
                "resourceVersion=1&resourceVersionMatch=Exact|410|"
                        + "The resourceVersion for the provided list is too old.",
                "resourceVersionMatch=Exact|422|ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Forbidden: "
                        + "resourceVersionMatch is forbidden unless resourceVersion is provided",
                "resourceVersion=0&resourceVersionMatch=Exact|422|ListOptions.meta.k8s.io \"\" is invalid: "
                        + "resourceVersionMatch: Forbidden: resourceVersionMatch \"exact\" is forbidden for "
                        + "resourceVersion \"0\"",
                "resourceVersion=1&resourceVersionMatch=Bogus|422|ListOptions.meta.k8s.io \"\" is invalid: "
                        + "resourceVersionMatch: Unsupported value: \"Bogus\": supported values: \"Exact\", "
                        + "\"NotOlderThan\", \"\"",
                "sendInitialEvents=true|422|ListOptions.meta.k8s.io \"\" is invalid: sendInitialEvents: Forbidden: "
                        + "sendInitialEvents is forbidden for list",
            })
    void what_makes_no_sense_is_refused(String query, int status, String message) {
        server.server.compactHistory();
        TestServer.Answer answer = server.get(MAPS + "?" + query);
        assertThat(answer.message()).isEqualTo(message);
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void a_continuation_excludes_a_revision() {
        String token = token(server.get(MAPS + "?limit=2"));
        assertThat(names(server.get(MAPS + "?resourceVersion=0&continue=" + token)))
                .hasSize(3);
        assertThat(server.get(MAPS + "?resourceVersion=3&continue=" + token).message())
                .isEqualTo("specifying resource version is not allowed when using continue");
        assertThat(server.get(MAPS + "?resourceVersion=3&resourceVersionMatch=Exact&continue=" + token)
                        .message())
                .endsWith("resourceVersionMatch is forbidden when continue is provided");
    }

    @ParameterizedTest
    @ValueSource(strings = {MAPS, MAPS + "/a"})
    void a_read_of_the_future_is_refused_at_once_where_nobody_can_wait(String path) {
        TestServer.Answer answer = server.get(path + "?resourceVersion=99999999");
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.body().text("reason")).isEqualTo("Timeout");
        assertThat(answer.message())
                .isEqualTo("Timeout: Too large resource version: 99999999, current: "
                        + server.server.objects().revision());
        assertThat(answer.body().at("details", "retryAfterSeconds")).isEqualTo(1L);
        assertThat(answer.headers()).containsEntry("Retry-After", List.of("1"));
    }

    @Test
    void a_get_takes_any_revision_that_has_been() {
        assertThat(server.get(MAPS + "/a?resourceVersion=1").status()).isEqualTo(200);
        assertThat(server.get(MAPS + "/a?resourceVersion=0").status()).isEqualTo(200);
        assertThat(server.get(MAPS + "/a?watch=1").body().text("kind")).isEqualTo("ConfigMap");
        assertThat(server.get(MAPS + "/a?resourceVersion=x").status()).isEqualTo(500);
    }
}
