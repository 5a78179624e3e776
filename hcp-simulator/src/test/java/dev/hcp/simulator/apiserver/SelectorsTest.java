package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Label and field selectors of lists: what they select, and what is none. */
class SelectorsTest {
    private static final String MAPS = "/api/v1/namespaces/demo/configmaps";

    private final TestServer server = new TestServer();

    @BeforeEach
    void someMaps() {
        server.namespace("demo");
        map("one", "{\"tier\":\"web\",\"size\":\"5\",\"in\":\"x\"}");
        map("two", "{\"tier\":\"db\",\"size\":\"12\",\"empty\":\"\"}");
        map("three", "{}");
    }

    private void map(String name, String labels) {
        server.post(MAPS, "{\"metadata\":{\"name\":\"" + name + "\",\"labels\":" + labels + "}}");
    }

    private TestServer.Answer list(String path, String parameter, String selector) {
        return server.get(path + "?" + parameter + "="
                + URLEncoder.encode(selector, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private static String names(TestServer.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<String> names = new ArrayList<>();
        for (Object item : answer.body().array("items")) {
            names.add(((JsonObject) item).text("metadata", "name"));
        }
        names.remove("kube-root-ca.crt");
        return String.join(" ", names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tier|one two",
                "!tier|three",
                "! tier|three",
                "tier=web|one",
                "tier==web|one",
                " tier = web |one",
                "tier!=web|three two",
                "tier=|''",
                "empty=|two",
                "tier in (web,db)|one two",
                "tier in (web, nothing)|one",
                "tier notin (web)|three two",
                "tier in ()|''",
                "empty in ()|two",
                "empty in (,)|two",
                "tier in (,web)|one",
                "tier in (web,)|one",
                "tier in (web,,db)|one two",
                "size>5|two",
                "size<12|one",
                "size>4,size<6|one",
                "tier,size!=5|two",
                "in|one",
                "in in (x)|one",
                "in=x|one",
                "tier=in|''",
            })
    void labels_are_selected_by(String selector, String expected) {
        assertThat(names(list(MAPS, "labelSelector", selector))).isEqualTo(expected);
    }

    private static final String NO_REQUIREMENT = "unable to parse requirement: ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a b|R found 'b', expected: in, notin, =, ==, !=, gt, lt",
                "!!a|R found '!', expected: identifier",
                "!|R found '', expected: identifier",
                "a=b c|found 'c', expected: ',' or 'end of string'",
                "!a=b|found '=', expected: ',' or 'end of string'",
                ",a|found ',', expected: !, identifier, or 'end of string'",
                "(a)|found '(', expected: !, identifier, or 'end of string'",
                "a,,b|found ',', expected: identifier after ','",
                "a,|found '', expected: identifier after ','",
                "a,(|found '(', expected: identifier after ','",
                "a=(b)|R found '(', expected: identifier",
                "a>=5|R found '=', expected: identifier",
                "a>b|R values[0]: Invalid value: \"b\": for 'Gt', 'Lt' operators, the value must be an integer",
                "a>|R values[0]: Invalid value: \"\": for 'Gt', 'Lt' operators, the value must be an integer",
                "a in b|R found 'b' expected: '('",
                "a in (b|R found '', expected: ',' or ')'",
                "a in (b c)|R found 'c', expected: ',' or ')'",
                "a in (=)|R found '=', expected: ',', ')' or identifier",
                "a in (b,=)|R found '=', expected: ',', or identifier",
                "a in (b,|R found '', expected: ',', or identifier",
                "a notin (b) c|found 'c', expected: ',' or 'end of string'",
                "a)|R found ')', expected: in, notin, =, ==, !=, gt, lt",
            })
    void what_is_no_label_selector_is_refused(String selector, String message) {
        TestServer.Answer answer = list(MAPS, "labelSelector", selector);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message())
                .isEqualTo(message.startsWith("R ") ? NO_REQUIREMENT + message.substring(2) : message);
    }

    @Test
    void keys_and_values_must_be_such() {
        assertThat(list(MAPS, "labelSelector", "N_/x=1").message())
                .startsWith(
                        NO_REQUIREMENT + "<nil>: Invalid value: \"N_/x\": prefix part a lowercase RFC 1123 subdomain");
        assertThat(list(MAPS, "labelSelector", "\"a\"=1").message())
                .startsWith(NO_REQUIREMENT + "<nil>: Invalid value: \"\\\"a\\\"\": name part must consist of");
        assertThat(list(MAPS, "labelSelector", "a=b/c").message())
                .startsWith(
                        NO_REQUIREMENT + "values[0][a]: Invalid value: \"b/c\": a valid label must be an empty string");
        assertThat(list(MAPS, "labelSelector", "a in (ok,-)").message())
                .startsWith(NO_REQUIREMENT + "values[0][a]: Invalid value: \"-\": a valid label must be");
        assertThat(list(MAPS, "labelSelector", "k" + "x".repeat(70)).message())
                .endsWith("\": name part must be no more than 63 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metadata.name=one|one",
                "metadata.name==one|one",
                "metadata.name!=one|three two",
                "metadata.name=one,metadata.namespace=demo|one",
                "metadata.name=one,metadata.name=two|''",
                "metadata.namespace=demo|one three two",
                "metadata.namespace!=demo|''",
                "metadata.name=a\\,b\\=c\\\\|''",
                ",metadata.name=two,|two",
            })
    void fields_are_selected_by(String selector, String expected) {
        assertThat(names(list(MAPS, "fieldSelector", selector))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "metadata.name|invalid selector: 'metadata.name'; can't understand 'metadata.name'",
                "z=1,metadata.name|invalid selector: 'z=1,metadata.name'; can't understand 'metadata.name'",
                "metadata.name=a\\b|invalid field selector: invalid escape sequence: \\b",
                "metadata.name=a\\|invalid field selector: invalid escape sequence: \\",
                "metadata.name=a=b|invalid field selector: unescaped character in value: 61",
                "data.k=v|\"data.k\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"",
            })
    void what_is_no_field_selector_is_refused(String selector, String message) {
        TestServer.Answer answer = list(MAPS, "fieldSelector", selector);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/api/v1/pods|status.foo=1|field label not supported: status.foo",
                "/api/v1/nodes|spec.foo=1|field label not supported: spec.foo",
                "/api/v1/nodes|metadata.namespace=x|field label not supported: metadata.namespace",
                "/api/v1/namespaces|metadata.namespace=x|field label not supported: metadata.namespace",
                "/api/v1/secrets|data=1|field label not supported: data",
                "/api/v1/services|spec.host=1|field label not supported: spec.host",
                "/api/v1/events|message=1|field label not supported: message",
                "/apis/batch/v1/jobs|foo=1|field label \"foo\" not supported for Job",
                "/apis/apps/v1/deployments|spec.replicas=1|\"spec.replicas\" is not a known field selector: only "
                        + "\"metadata.name\", \"metadata.namespace\"",
            })
    void each_kind_has_its_own_fields(String path, String selector, String message) {
        TestServer.Answer answer = list(path, "fieldSelector", selector);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(message);
    }

    @Test
    void pods_are_selected_by_where_they_run_and_how_they_are() {
        String pods = "/api/v1/namespaces/demo/pods";
        server.post(
                pods,
                "{\"metadata\":{\"name\":\"p\"},\"spec\":{\"nodeName\":\"n1\",\"containers\":[{\"name\":\"c\","
                        + "\"image\":\"i\"}]}}");
        for (String selector : List.of(
                "spec.nodeName=n1",
                "spec.host=n1",
                "spec.hostNetwork=false",
                "spec.restartPolicy=Always",
                "spec.schedulerName=default-scheduler",
                "status.phase=Pending",
                "status.podIP=",
                "status.podIPs=",
                "status.nominatedNodeName=")) {
            assertThat(names(list(pods, "fieldSelector", selector)))
                    .as(selector)
                    .isEqualTo("p");
        }
        assertThat(names(list(pods, "fieldSelector", "spec.nodeName!=n1"))).isEmpty();
    }

    @Test
    void a_field_of_a_built_in_kind_that_is_not_set_has_its_usual_value() {
        server.post("/api/v1/nodes", "{\"metadata\":{\"name\":\"n1\"}}");
        assertThat(names(list("/api/v1/nodes", "fieldSelector", "spec.unschedulable=false")))
                .isEqualTo("n1");
        server.merge("/api/v1/nodes/n1", "{\"spec\":{\"unschedulable\":true}}");
        assertThat(names(list("/api/v1/nodes", "fieldSelector", "spec.unschedulable=true")))
                .isEqualTo("n1");
        server.post(
                "/apis/batch/v1/namespaces/demo/jobs",
                "{\"metadata\":{\"name\":\"j\"},\"spec\":{\"template\":{\"spec\":{\"restartPolicy\":\"Never\","
                        + "\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]}}}}");
        assertThat(names(list("/apis/batch/v1/namespaces/demo/jobs", "fieldSelector", "status.successful=0")))
                .isEqualTo("j");
    }

    @Test
    void events_are_selected_by_what_they_are_about() {
        String events = "/api/v1/namespaces/demo/events";
        server.post(
                events,
                "{\"metadata\":{\"name\":\"e\"},\"involvedObject\":{\"kind\":\"Pod\",\"namespace\":\"demo\",\"name\":\"p\"},"
                        + "\"reason\":\"Started\",\"type\":\"Normal\",\"source\":{\"component\":\"kubelet\"}}");
        for (String selector : List.of(
                "involvedObject.kind=Pod,involvedObject.name=p", "reason=Started", "source=kubelet", "type!=Warning")) {
            assertThat(names(list(events, "fieldSelector", selector)))
                    .as(selector)
                    .isEqualTo("e");
        }
    }

    @Test
    void a_selector_is_checked_before_options_and_options_before_fields() {
        assertThat(server.get(MAPS + "?labelSelector=a%20b&limit=x").message()).startsWith("strconv.ParseInt");
        assertThat(server.get(MAPS + "?labelSelector=a%20b&resourceVersionMatch=Exact")
                        .message())
                .startsWith(NO_REQUIREMENT);
        assertThat(server.get(MAPS + "?fieldSelector=foo%3D1&resourceVersionMatch=Exact")
                        .message())
                .startsWith("ListOptions.meta.k8s.io");
    }
}
