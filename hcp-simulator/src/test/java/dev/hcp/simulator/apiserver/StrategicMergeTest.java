package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strategic merge patches of a deployment: lists merge by their keys, and directives say otherwise. */
class StrategicMergeTest {
    private static final String PATH = "/apis/apps/v1/namespaces/demo/deployments/d";

    private final TestServer server = new TestServer();

    @BeforeEach
    void aDeployment() {
        server.namespace("demo");
        server.send("POST", "/apis/apps/v1/namespaces/demo/deployments", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: d, labels: {a: '1', b: '2'}, finalizers: [x.com/1, x.com/2, x.com/3]}
                spec:
                  selector: {matchLabels: {app: d}}
                  template:
                    metadata: {labels: {app: d}}
                    spec:
                      tolerations: [{key: t, operator: Exists}]
                      volumes: [{name: v1, emptyDir: {}}, {name: v2, emptyDir: {}}]
                      containers:
                      - {name: c1, image: i1, args: [p, q], ports: [{containerPort: 80, name: web}], env: [{name: A, value: a}, {name: B, value: b}]}
                      - {name: c2, image: i2}
                      - {name: c3, image: i3}
                """, "Content-Type", "application/yaml");
    }

    private TestServer.Answer patch(String yaml) {
        return server.strategic(PATH, Json.write(Yaml.parse(yaml, new ArrayList<>())));
    }

    private TestServer.Answer patchPod(String yaml) {
        return patch("{spec: {template: {spec: " + yaml + "}}}");
    }

    private static JsonArray names(TestServer.Answer answer, String list) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonObject pod = answer.body().object("spec", "template", "spec");
        return JsonArray.copyOf(pod.array(list).stream()
                .map(item -> ((JsonObject) item).text("name"))
                .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{name: c2, image: new}] | [c1,c2,c3]",
                "[{name: c4, image: i}] | [c4,c1,c2,c3]",
                "[{name: c3, image: i}, {name: c1, image: i}] | [c2,c3,c1]",
                "[{name: c2, $patch: delete}] | [c1,c3]",
                "[{name: c9, image: i}, {$patch: replace}] | [c9]"
            })
    void items_are_found_by_their_key(String containers, String names) {
        TestServer.Answer answer = patchPod("{containers: " + containers + "}");
        assertThat(names(answer, "containers").toString().replace("\"", "")).isEqualTo(names);
    }

    @Test
    void an_order_of_the_elements_can_be_given() {
        assertThat(names(patchPod("{$setElementOrder/containers: [{name: c3}, {name: c2}, {name: c1}]}"), "containers"))
                .containsExactly("c3", "c2", "c1");
        assertThat(names(
                        patchPod("{$setElementOrder/containers: [{name: c1}, {name: c4}, {name: c2}], containers: "
                                + "[{name: c4, image: i}]}"),
                        "containers"))
                .containsExactly("c3", "c1", "c4", "c2");
    }

    @Test
    void an_order_that_contradicts_the_patch_is_an_error() {
        TestServer.Answer answer =
                patchPod("{$setElementOrder/containers: [{name: c1}], containers: [{name: c2, image: i}]}");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.message())
                .isEqualTo("The order in patch list:\n[map[image:i name:c2]]\n doesn't match $setElementOrder list:\n"
                        + "[map[name:c1]]\n");
    }

    @Test
    void values_merge_as_a_set_the_patchs_first() {
        assertThat(patch("{metadata: {finalizers: [x.com/9, x.com/2]}}").body().array("metadata", "finalizers"))
                .containsExactly("x.com/9", "x.com/1", "x.com/2", "x.com/3");
        assertThat(patch("{metadata: {$deleteFromPrimitiveList/finalizers: [x.com/1, x.com/9]}}")
                        .body()
                        .array("metadata", "finalizers"))
                .containsExactly("x.com/2", "x.com/3");
        assertThat(patch("{metadata: {$setElementOrder/finalizers: [x.com/3, x.com/2]}}")
                        .body()
                        .array("metadata", "finalizers"))
                .containsExactly("x.com/3", "x.com/2");
    }

    @Test
    void lists_without_a_strategy_are_replaced() {
        JsonObject pod = patchPod("{tolerations: [{key: u, operator: Exists}], containers: [{name: c1, args: [z]}]}")
                .body()
                .object("spec", "template", "spec");
        assertThat(pod.array("tolerations")).hasSize(1);
        assertThat(pod.array("containers").object(0).array("args")).containsExactly("z");
        assertThat(pod.array("containers").object(0).array("env")).hasSize(2);
    }

    @Test
    void a_map_is_replaced_or_emptied_on_demand() {
        assertThat(patch("{metadata: {labels: {$patch: replace, c: '3'}}}")
                        .body()
                        .object("metadata", "labels"))
                .isEqualTo(JsonObject.of("c", "3"));
        assertThat(patch("{metadata: {labels: {$patch: delete}}}").body().object("metadata"))
                .doesNotContainKey("labels");
        assertThat(patch("{metadata: {annotations: {$patch: replace, n1: v}}}")
                        .body()
                        .object("metadata", "annotations"))
                .as("there were none")
                .isEqualTo(JsonObject.of("n1", "v"));
    }

    @Test
    void a_null_removes() {
        JsonObject body = patch("{metadata: {labels: {a: null}}, spec: {template: {spec: {volumes: null}}}}")
                .body();
        assertThat(body.object("metadata", "labels")).isEqualTo(JsonObject.of("b", "2"));
        assertThat(body.object("spec", "template", "spec")).doesNotContainKey("volumes");
    }

    @Test
    void keys_to_retain_drop_the_others() {
        TestServer.Answer recreate = patch("{spec: {strategy: {$retainKeys: [type], type: Recreate}}}");
        assertThat(recreate.status()).as(recreate.text()).isEqualTo(200);
        assertThat(recreate.body().object("spec", "strategy")).isEqualTo(JsonObject.of("type", "Recreate"));
        JsonObject volume = patchPod("{volumes: [{name: v1, $retainKeys: [name, configMap], configMap: {name: m}}]}")
                .body()
                .array("spec", "template", "spec", "volumes")
                .object(0);
        assertThat(volume).doesNotContainKey("emptyDir").containsKey("configMap");
    }

    @Test
    void defaults_are_filled_in_afterwards() {
        JsonObject container = patchPod("{containers: [{name: c4, image: i, ports: [{containerPort: 1}]}]}")
                .body()
                .array("spec", "template", "spec", "containers")
                .object(0);
        assertThat(container.text("imagePullPolicy")).isEqualTo("Always");
        assertThat(container.array("ports").object(0).text("protocol")).isEqualTo("TCP");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{containers: [{image: z}]} | 500 | map: map[image:z] does not contain declared merge key: name",
                "{containers: [{$patch: delete}]} | 500 | map: map[$patch:delete] does not contain declared merge key: name",
                "{containers: [{name: c1, $patch: foo}]} | 500 | unknown patch type: foo in map: map[$patch:foo name:c1]",
                "{containers: [{name: c1, $patch: merge}]} | 500 | merging lists cannot yet be specified in the patch",
                "{containers: [x]} | 500 | *list element types are not identical",
                "{securityContext: {$patch: foo}} | 500 | unknown patch type: foo in map: map[$patch:foo]",
                "{securityContext: {$patch: merge}} | 500 | unknown patch type: merge in map: map[$patch:merge]",
                "{containers: [{name: c1, $retainKeys: x}]} | 400 | invalid patch format of retainKeys",
                "{containers: [{name: c1, image: z, $retainKeys: [name]}]} | 400 | invalid patch format of retainKeys",
                "{$setElementOrder/containers: x} | 500 | expected a []interface {}, but received a string",
                "{$setElementOrderX/containers: []} | 400 | invalid patch format of setElementOrder list",
                "{$deleteFromPrimitiveList: []} | 400 | invalid patch format of primitive list"
            })
    void a_patch_that_contradicts_itself_is_refused(String pod, int status, String message) {
        TestServer.Answer answer = patchPod(pod);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (message.startsWith("*")) {
            assertThat(answer.message()).startsWith(message.substring(1));
        } else {
            assertThat(answer.message()).isEqualTo(message);
        }
    }
}
