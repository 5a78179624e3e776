package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.ApiRequest;
import dev.hcp.simulator.apiserver.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HyperShift's kinds in v1alpha1, in which parts of the product documentation still show them. */
class DeprecatedVersionTest {
    private static final String PATH = "/apis/hypershift.openshift.io/%s/namespaces/clusters/%s";

    private final Cluster world = new Cluster(Simulator.builder());

    @BeforeEach
    void a_cluster_with_a_pool() {
        world.createHostedCluster("demo");
        world.createNodePool("demo", 2);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void a_pool_is_read_and_scaled_by_its_old_field_with_a_warning() {
        assertThat(get("v1alpha1", "nodepools/demo").object("spec").integer(0, "nodeCount"))
                .isEqualTo(2);

        ApiResponse answer = patch("v1alpha1", "nodepools/demo", "{\"spec\":{\"nodeCount\":3,\"replicas\":null}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().toString()).contains("v1alpha1 is a deprecated version for NodePool");
        JsonObject current = get("v1beta1", "nodepools/demo").object("spec");
        assertThat(current.integer(0, "replicas")).isEqualTo(3);
        assertThat(current.containsKey("nodeCount")).isFalse();
    }

    @Test
    void configuration_that_is_added_in_the_old_version_reaches_the_new_one() {
        patch("v1alpha1", "hostedclusters/demo", """
                {"spec": {"configuration": {"oauth": {"identityProviders": [{"name": "users", "type": "HTPasswd",
                  "mappingMethod": "claim", "htpasswd": {"fileData": {"name": "users"}}}]}}}}
                """);

        JsonObject provider = get("v1beta1", "hostedclusters/demo")
                .array("spec", "configuration", "oauth", "identityProviders")
                .object(0);
        assertThat(provider.text("htpasswd", "fileData", "name")).isEqualTo("users");
        assertThat(get("v1alpha1", "hostedclusters/demo").text("spec", "networking", "podCIDR"))
                .isEqualTo("10.132.0.0/14");
    }

    private JsonObject get(String version, String name) {
        ApiResponse answer = world.simulator.api().handle(request("GET", version, name, ""));
        return Json.parseObject(new String(((ApiResponse.Whole) answer).body(), StandardCharsets.UTF_8));
    }

    private ApiResponse patch(String version, String name, String patch) {
        return world.simulator.api().handle(request("PATCH", version, name, patch));
    }

    private static ApiRequest request(String verb, String version, String name, String body) {
        return new ApiRequest(
                verb,
                PATH.formatted(version, name),
                Map.of(),
                Map.of("content-type", List.of("application/merge-patch+json")),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
