package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Server-side apply and the ownership of fields. */
class ApplyTest {
    private static final String MAP = "/api/v1/namespaces/demo/configmaps/a";
    private static final String DEPLOYMENT = "/apis/apps/v1/namespaces/demo/deployments/d";

    private final TestServer server = new TestServer();

    @BeforeEach
    void aNamespace() {
        server.namespace("demo");
    }

    private TestServer.Answer apply(String manager, String data) {
        return server.apply(
                MAP + "?fieldManager=" + manager,
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: " + data + "}");
    }

    private JsonObject fieldsOf(String manager) {
        for (Object entry : server.get(MAP).body().array("metadata", "managedFields")) {
            if (manager.equals(((JsonObject) entry).text("manager"))) {
                return ((JsonObject) entry).object("fieldsV1");
            }
        }
        return JsonObject.EMPTY;
    }

    @Test
    void it_creates_what_is_not_there() {
        TestServer.Answer answer = apply("one", "{k: v}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(fieldsOf("one").toString()).isEqualTo("{\"f:data\":{\"f:k\":{}}}");
    }

    @Test
    void applying_the_same_again_writes_nothing() {
        apply("one", "{k: v}");
        JsonObject before = server.get(MAP).body();
        server.seconds.addAndGet(60);
        assertThat(apply("one", "{k: v}").body()).isEqualTo(before);
    }

    @Test
    void a_field_no_longer_applied_goes_unless_somebody_else_holds_it() {
        apply("one", "{k: v, l: w, m: x}");
        apply("two", "{l: w}");
        apply("one", "{k: v}");
        assertThat(server.get(MAP).body().object("data")).isEqualTo(JsonObject.of("k", "v", "l", "w"));
        assertThat(fieldsOf("two").toString()).isEqualTo("{\"f:data\":{\"f:l\":{}}}");
    }

    @Test
    void changing_what_another_applied_is_a_conflict_that_force_decides() {
        apply("one", "{k: v}");
        TestServer.Answer conflict = apply("two", "{k: w}");
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.message()).isEqualTo("Apply failed with 1 conflict: conflict with \"one\": .data.k");
        assertThat(apply("two&force=true", "{k: w}").status()).isEqualTo(200);
        assertThat(fieldsOf("one")).isEmpty();
    }

    @Test
    void an_update_takes_over_silently_what_it_changes() {
        apply("one", "{k: v, l: w}");
        server.merge(MAP + "?fieldManager=thief", "{\"data\":{\"k\":\"mine\"}}");
        assertThat(fieldsOf("thief").toString()).isEqualTo("{\"f:data\":{\"f:k\":{}}}");
        assertThat(fieldsOf("one").toString()).isEqualTo("{\"f:data\":{\"f:l\":{}}}");
        assertThat(apply("one", "{k: v, l: w}").message())
                .isEqualTo("Apply failed with 1 conflict: conflict with \"thief\" using v1: .data.k");
    }

    @Test
    void what_was_there_before_the_first_apply_has_an_owner_too() {
        server.post("/api/v1/namespaces/demo/configmaps", TestServer.configMap("a", "k", "v"));
        server.merge(MAP, "{\"metadata\":{\"managedFields\":[{}]}}");
        assertThat(server.get(MAP).body().array("metadata", "managedFields")).isEmpty();
        assertThat(apply("one", "{k: w}").message()).contains("conflict with \"before-first-apply\" using v1: .data.k");
    }

    @Test
    void lists_merge_by_their_keys_and_keep_each_owners_items() {
        String deployment = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: d}
                spec:
                  selector: {matchLabels: {app: d}}
                  template:
                    metadata: {labels: {app: d}}
                    spec:
                      containers:
                      - {name: main, image: 'main:1', ports: [{containerPort: 80}]}
                """;
        assertThat(server.apply(DEPLOYMENT + "?fieldManager=one", deployment).status())
                .isEqualTo(201);
        TestServer.Answer sidecar = server.apply(DEPLOYMENT + "?fieldManager=two", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: d}
                spec: {template: {spec: {containers: [{name: side, image: 'side:1'}]}}}
                """);
        assertThat(sidecar.status()).as(sidecar.text()).isEqualTo(200);
        assertThat(sidecar.body().array("spec", "template", "spec", "containers"))
                .extracting(c -> ((JsonObject) c).text("name"))
                .containsExactly("main", "side");
        TestServer.Answer without = server.apply(
                DEPLOYMENT + "?fieldManager=two", "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}}");
        assertThat(without.body().array("spec", "template", "spec", "containers"))
                .hasSize(1);
    }

    @Test
    void a_field_that_the_kind_does_not_have_is_an_error_of_the_server() {
        TestServer.Answer answer = server.apply(
                MAP + "?fieldManager=one", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, dat: {}}");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.message())
                .isEqualTo("failed to create typed patch object (/a; /v1, Kind=ConfigMap): .dat: field not declared in "
                        + "schema");
    }
}
