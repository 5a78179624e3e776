package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Node pools in the deprecated version, with the operator's conversion in place of its webhook. */
class ConvertedVersionsTest {
    private static final String OLD = "/apis/hypershift.openshift.io/v1alpha1/namespaces/default/nodepools";
    private static final String CURRENT = "/apis/hypershift.openshift.io/v1beta1/namespaces/default/nodepools";

    private static JsonObject definition() {
        JsonObject spec = Json.parseObject("{\"type\":\"object\",\"properties\":{\"spec\":{\"type\":\"object\","
                + "\"properties\":{\"%s\":{\"type\":\"integer\"}}}}}".replace("%s", "count"));
        return JsonObject.of(
                "apiVersion",
                "apiextensions.k8s.io/v1",
                "kind",
                "CustomResourceDefinition",
                "metadata",
                JsonObject.of("name", "nodepools.hypershift.openshift.io"),
                "spec",
                JsonObject.of(
                        "group",
                        "hypershift.openshift.io",
                        "scope",
                        "Namespaced",
                        "names",
                        JsonObject.of(
                                "plural",
                                "nodepools",
                                "singular",
                                "nodepool",
                                "kind",
                                "NodePool",
                                "listKind",
                                "NodePoolList"),
                        "conversion",
                        Json.parseObject("{\"strategy\":\"Webhook\",\"webhook\":{\"conversionReviewVersions\":[\"v1\"],"
                                + "\"clientConfig\":{\"service\":{\"namespace\":\"hypershift\",\"name\":\"operator\","
                                + "\"path\":\"/convert\"}}}}"),
                        "versions",
                        JsonArray.of(
                                version("v1alpha1", "nodeCount", false, spec),
                                version("v1beta1", "replicas", true, spec))));
    }

    private static JsonObject version(String name, String field, boolean storage, JsonObject schema) {
        JsonObject renamed = Json.parseObject(schema.toString().replace("count", field));
        return JsonObject.of(
                "name", name, "served", true, "storage", storage, "schema", JsonObject.of("openAPIV3Schema", renamed));
    }

    @Test
    void what_is_written_in_one_version_is_read_in_the_other() {
        TestServer server = new TestServer();
        assertThat(server.post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", definition())
                        .status())
                .isEqualTo(201);
        JsonObject pool = Json.parseObject("{\"apiVersion\":\"hypershift.openshift.io/v1alpha1\",\"kind\":\"NodePool\","
                + "\"metadata\":{\"name\":\"p\"},\"spec\":{\"nodeCount\":3}}");
        assertThat(server.post(OLD, pool).status()).isEqualTo(201);
        assertThat(server.get(CURRENT + "/p").body().object("spec")).isEqualTo(JsonObject.of("replicas", 3L));
        assertThat(server.get(OLD + "/p").body().object("spec")).isEqualTo(JsonObject.of("nodeCount", 3L));
    }
}
