package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which form an answer comes. */
class NegotiationTest {
    private static final String OBJECT = "/api/v1/namespaces/default/configmaps/one";
    private static final String LIST = "/api/v1/namespaces/default/configmaps";
    private static final String TYPES = "application/json, application/yaml, application/vnd.kubernetes.protobuf";

    private final TestServer server = new TestServer();

    @BeforeEach
    void an_object() {
        server.post(LIST, TestServer.configMap("one", "html", "<a href=\"x\">&</a>\u2028"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                               | application/json
            */*                                                              | application/json
            text/html,application/xhtml+xml,*/*;q=0.8                        | application/json
            application/json;charset=utf-8                                   | application/json
            application/json;stream=watch                                    | application/json
            application/json;sv=v1                                           | application/json
            application/yaml                                                 | application/yaml
            application/json;q=0.5,application/yaml;q=0.9                    | application/yaml
            application/json;q=x,application/yaml;q=0.1                      | application/yaml
            application/yaml;as=Table;g=meta.k8s.io;v=v1                     | application/yaml
            application/json;as=Table;g=meta.k8s.io;v=v9,application/yaml    | application/yaml
            application/json;stream=other,application/yaml                   | application/yaml
            application/json;sv=v2,application/yaml                          | application/yaml
            nonsense,application/json                                        | application/json
            """)
    void the_most_wanted_form_that_is_known_is_taken(String accept, String contentType) {
        TestServer.Answer answer = server.get(OBJECT, "Accept", accept);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("Content-Type", List.of(contentType));
    }

    @ParameterizedTest
    @CsvSource({"application/*", "text/html", "application/cbor", "bogus", "Application/JSON"})
    void a_type_that_no_built_in_kind_has_is_refused_in_front_of_it(String accept) {
        TestServer.Answer one = server.get(OBJECT, "Accept", accept);
        assertThat(one.status()).isEqualTo(406);
        assertThat(one.message()).isEqualTo("406: Not Acceptable\n\nAvailable representations: " + TYPES);
        assertThat(one.body()).containsEntry("reason", "NotAcceptable").containsEntry("details", JsonObject.EMPTY);
        assertThat(server.get(LIST, "Accept", accept).message())
                .endsWith(TYPES + ", application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json;as=Table;g=meta.k8s.io;v=v2",
        "application/json;as=Foo",
        "application/json;v=v1",
        "application/json;as=APIGroupDiscoveryList;g=apidiscovery.k8s.io;v=v2"
    })
    void a_conversion_that_is_not_known_is_refused_raw(String accept) {
        TestServer.Answer answer = server.get(OBJECT, "Accept", accept);
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.message()).isEqualTo("only the following media types are accepted: " + TYPES);
        assertThat(answer.body()).doesNotContainKey("details");
        assertThat(answer.text())
                .startsWith("{\n  \"kind\": \"Status\",\n  \"apiVersion\": \"v1\",\n  \"metadata\": {},\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PartialObjectMetadataList | configmaps/one   | you requested PartialObjectMetadataList, but the requested object is not a list (*core.ConfigMap)
            PartialObjectMetadata     | configmaps       | you requested PartialObjectMetadata, but the requested object is a list (*core.ConfigMapList)
            PartialObjectMetadata     | leases           | you requested PartialObjectMetadata, but the requested object is a list (*coordination.LeaseList)
            """)
    void metadata_of_an_object_and_of_a_list_are_not_the_same(String as, String path, String message) {
        String base = path.equals("leases")
                ? "/apis/coordination.k8s.io/v1/namespaces/default/"
                : "/api/v1/namespaces/default/";
        TestServer.Answer answer =
                server.get(base + path, "Accept", "application/json;as=" + as + ";g=meta.k8s.io;v=v1,application/json");
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.message()).isEqualTo(message);
        assertThat(answer.text())
                .startsWith("{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Failure\",");
    }

    @Test
    void failures_come_in_the_form_asked_for() {
        TestServer.Answer missing = server.get(OBJECT + "x", "Accept", "application/yaml");
        assertThat(missing.headers()).containsEntry("Content-Type", List.of("application/yaml"));
        assertThat(missing.text()).contains("code: 404\n", "reason: NotFound\n");
        assertThat(server.get("/api/v1/nothings", "Accept", "application/yaml").text())
                .contains("reason: NotFound\n");
    }

    @Test
    void a_watch_cannot_be_yaml() {
        TestServer.Answer answer = server.get(LIST + "?watch=1", "Accept", "application/yaml");
        assertThat(answer.status()).isEqualTo(406);
        // Long texts are folded in YAML.
        assertThat(answer.text().replaceAll("\\s+", " "))
                .contains("only the following media types are accepted: application/json;stream=watch, "
                        + "application/vnd.kubernetes.protobuf;stream=watch");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''            | client/1     | application/json          | false
            ''            | curl/8.0     | application/json          | true
            ''            | Wget/1       | application/json          | true
            ''            | Mozilla/5.0  | application/json          | true
            ''            | client/1     | application/json;pretty=1 | true
            ''            | client/1     | application/json;pretty=true | false
            ?pretty=true  | client/1     | application/json          | true
            ?pretty=1     | client/1     | application/json          | true
            ?pretty=T     | client/1     | application/json          | true
            ?pretty=yes   | curl/8.0     | application/json          | false
            ?pretty=0     | curl/8.0     | application/json          | false
            ?pretty=false | curl/8.0     | application/json          | false
            """)
    void people_get_indented_json(String query, String agent, String accept, boolean indented) {
        String text = server.get(OBJECT + query, "User-Agent", agent, "Accept", accept)
                .text();
        if (indented) {
            assertThat(text)
                    .startsWith(
                            "{\n  \"kind\": \"ConfigMap\",\n  \"apiVersion\": \"v1\",\n  \"metadata\": {\n    \"name\": ")
                    .endsWith("}");
        } else {
            assertThat(text).startsWith("{").endsWith("}\n").doesNotContain("  \"");
        }
    }

    @Test
    void what_html_and_scripts_would_take_for_their_own_is_escaped() {
        String escaped = "\"html\":\"\\u003ca href=\\\"x\\\"\\u003e\\u0026\\u003c/a\\u003e\\u2028\"";
        assertThat(server.get(OBJECT).text()).contains(escaped);
        assertThat(server.get(LIST).text()).contains(escaped);
        assertThat(server.get(OBJECT + "?pretty=1").text()).contains(escaped.replace("\":", "\": "));
        assertThat(server.get(OBJECT, "Accept", "application/yaml").text()).contains("<a href=\"x\">&</a>");
    }

    @Test
    void what_is_created_is_not_located() {
        assertThat(server.post(LIST, TestServer.configMap("two")).headers()).doesNotContainKey("Location");
    }

    @Test
    void warnings_are_quoted_and_cut_where_there_are_too_many() {
        assertThat(WarningHeaders.of(List.of("say \"a\\b\""))).containsExactly("299 - \"say \\\"a\\\\b\\\"\"");
        assertThat(WarningHeaders.of(List.of("", "two\nlines", "one line"))).containsExactly("299 - \"one line\"");
        String fits = "x".repeat(4096);
        assertThat(WarningHeaders.of(List.of(fits))).containsExactly("299 - \"" + fits + "\"");
        String cut = "299 - \"" + "ä".repeat(256) + "\"";
        assertThat(WarningHeaders.of(java.util.Collections.nCopies(20, "ä".repeat(300))))
                .hasSize(16)
                .allMatch(cut::equals);
    }
}
