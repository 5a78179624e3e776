package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Autoscalers are the same objects in two versions. */
class AutoscalersTest {
    private static final String V1 = "/apis/autoscaling/v1/namespaces/default/horizontalpodautoscalers";
    private static final String V2 = "/apis/autoscaling/v2/namespaces/default/horizontalpodautoscalers";
    private static final String REFERENCE =
            "\"scaleTargetRef\":{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\",\"name\":\"d\"}";
    private static final String METRICS = "autoscaling.alpha.kubernetes.io/metrics";
    private static final String BEHAVIOR = "autoscaling.alpha.kubernetes.io/behavior";

    private final TestServer server = new TestServer();

    private static String scaler(String spec) {
        return "{\"metadata\":{\"name\":\"h\"},\"spec\":{" + REFERENCE + ",\"maxReplicas\":5" + spec + "}}";
    }

    @Test
    void version_1_says_in_version_2_what_it_aims_at() {
        server.post(V1, scaler(",\"targetCPUUtilizationPercentage\":60"));
        JsonObject scaler = server.get(V2 + "/h").body();
        assertThat(scaler.text("apiVersion")).isEqualTo("autoscaling/v2");
        assertThat(scaler.at("spec", "minReplicas")).isEqualTo(1L);
        assertThat(scaler.array("spec", "metrics").object(0).at("resource", "target"))
                .isEqualTo(JsonObject.of("type", "Utilization", "averageUtilization", 60L));
        assertThat(scaler.object("spec").containsKey("targetCPUUtilizationPercentage"))
                .isFalse();
    }

    @Test
    void without_a_target_it_is_80_percent_of_the_processor() {
        assertThat(server.post(V1, scaler("")).body().at("spec", "targetCPUUtilizationPercentage"))
                .isEqualTo(80L);
        assertThat(server.get(V2 + "/h")
                        .body()
                        .array("spec", "metrics")
                        .object(0)
                        .text("resource", "name"))
                .isEqualTo("cpu");
    }

    @Test
    void what_version_1_has_no_field_for_is_carried_in_annotations() {
        server.post(
                V2,
                scaler(",\"metrics\":[{\"type\":\"Resource\",\"resource\":{\"name\":\"memory\",\"target\":"
                        + "{\"type\":\"AverageValue\",\"averageValue\":\"1Gi\"}}},{\"type\":\"Pods\",\"pods\":{\"metric\":"
                        + "{\"name\":\"qps\"},\"target\":{\"type\":\"AverageValue\",\"averageValue\":\"5\"}}}],"
                        + "\"behavior\":{\"scaleDown\":{\"stabilizationWindowSeconds\":60}}"));
        JsonObject scaler = server.get(V1 + "/h").body();
        assertThat(scaler.text("metadata", "annotations", METRICS))
                .isEqualTo("[{\"type\":\"Resource\",\"resource\":{\"name\":\"memory\",\"targetAverageValue\":\"1Gi\"}},"
                        + "{\"type\":\"Pods\",\"pods\":{\"metricName\":\"qps\",\"targetAverageValue\":\"5\"}}]");
        assertThat(scaler.text("metadata", "annotations", BEHAVIOR))
                .isEqualTo("{\"scaleUp\":{\"stabilizationWindowSeconds\":0,\"selectPolicy\":\"Max\",\"policies\":["
                        + "{\"type\":\"Pods\",\"value\":4,\"periodSeconds\":15},"
                        + "{\"type\":\"Percent\",\"value\":100,\"periodSeconds\":15}]},"
                        + "\"scaleDown\":{\"stabilizationWindowSeconds\":60,\"selectPolicy\":\"Max\",\"policies\":["
                        + "{\"type\":\"Percent\",\"value\":100,\"periodSeconds\":15}]}}");
        assertThat(scaler.object("spec").containsKey("metrics")).isFalse();
    }

    @Test
    void a_change_through_version_1_keeps_what_only_version_2_can_say() {
        JsonObject before = server.post(
                        V2,
                        scaler(
                                ",\"metrics\":[{\"type\":\"External\",\"external\":{\"metric\":{\"name\":\"q\","
                                        + "\"selector\":{\"matchLabels\":{\"a\":\"b\"}}},\"target\":{\"type\":\"Value\",\"value\":\"3\"}}}]"))
                .body();
        assertThat(server.merge(V1 + "/h", "{\"spec\":{\"maxReplicas\":9}}").status())
                .isEqualTo(200);
        JsonObject after = server.get(V2 + "/h").body();
        assertThat(after.at("spec", "maxReplicas")).isEqualTo(9L);
        assertThat(after.at("spec", "metrics")).isEqualTo(before.at("spec", "metrics"));
        assertThat(after.object("metadata").containsKey("annotations")).isFalse();
    }

    @Test
    void a_change_that_changes_nothing_writes_nothing_in_either_version() {
        String revision = server.post(V1, scaler("")).body().text("metadata", "resourceVersion");
        for (String version : new String[] {V1, V2}) {
            assertThat(server.merge(version + "/h", "{\"spec\":{\"maxReplicas\":5}}")
                            .body()
                            .text("metadata", "resourceVersion"))
                    .isEqualTo(revision);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            "minReplicas":0                                                             | spec.minReplicas: Invalid value: 0: must be greater than or equal to 1
            "minReplicas":7                                                             | spec.maxReplicas: Invalid value: 5: must be greater than or equal to `minReplicas`
            "metrics":[{"type":"Foo"}]                                                  | spec.metrics[0].type: Unsupported value: "Foo": supported values: "ContainerResource", "External", "Object", "Pods", "Resource"
            "metrics":[{"type":"Resource"}]                                             | spec.metrics[0].resource: Required value: must populate information for the given metric source
            "metrics":[{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization"}}}] | spec.metrics[0].resource.target.averageUtilization: Required value: must set either a target raw value or a target utilization
            "behavior":{"scaleUp":{"stabilizationWindowSeconds":4000}}                  | spec.behavior.scaleUp.stabilizationWindowSeconds: Invalid value: 4000: must be less than or equal to 3600
            """)
    void what_cannot_work_is_refused(String spec, String complaint) {
        assertThat(server.post(V2, scaler("," + spec)).message())
                .isEqualTo("HorizontalPodAutoscaler.autoscaling \"h\" is invalid: " + complaint);
    }

    @Test
    void both_versions_are_printed_alike() {
        server.post(V1, scaler(""));
        for (String version : new String[] {V1, V2}) {
            JsonArray cells = server.get(version, "Accept", "application/json;as=Table;v=v1;g=meta.k8s.io")
                    .body()
                    .array("rows")
                    .object(0)
                    .array("cells");
            assertThat(cells).containsExactly("h", "Deployment/d", "cpu: <unknown>/80%", "1", 5L, 0L, "0s");
        }
    }
}
