package dev.hcp.simulator.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.operator.HcpOperator;
import dev.hcp.simulator.TestClusters;
import dev.hcp.simulator.apiserver.Objects;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operator drains nodes that it upgrades in place over HTTP, where a refused eviction is an answer 429. */
class OperatorDrainTest {
    private final OperatorScene scene = new OperatorScene();
    private final List<String> refusals = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        scene.close();
    }

    /** A client that takes note of refused evictions. */
    private KubernetesClient hostedClient(Config config) {
        Interceptor note = new Interceptor() {
            @Override
            public CompletableFuture<Boolean> afterFailure(
                    BasicBuilder builder, HttpResponse<?> response, RequestTags tags) {
                String path = response.request().uri().getPath();
                if (path.endsWith("/eviction")) {
                    refusals.add(response.code() + " " + path);
                }
                return CompletableFuture.completedFuture(false);
            }
        };
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("refusals", note))
                .build();
    }

    private Objects guest() {
        return scene.simulator.guest("clusters", "demo").orElseThrow();
    }

    private void inGuest(String json) {
        JsonObject object = Json.parseObject(json.replace('\'', '"'));
        guest().create(
                        guest().resource(
                                        String.valueOf(object.text("apiVersion")), String.valueOf(object.text("kind"))),
                        object,
                        "test");
    }

    private List<JsonObject> list(String kind, String namespace) {
        return guest().list(guest().resource("v1", kind), namespace);
    }

    private List<String> readyPods() {
        return list("Pod", "default").stream()
                .filter(pod -> pod.at("metadata", "deletionTimestamp") == null && isReady(pod))
                .map(pod -> pod.text("metadata", "uid") + " on " + pod.text("spec", "nodeName"))
                .sorted()
                .toList();
    }

    private static boolean isReady(JsonObject object) {
        return object.array("status", "conditions").stream()
                .anyMatch(condition -> condition instanceof JsonObject each
                        && "Ready".equals(each.text("type"))
                        && "True".equals(each.text("status")));
    }

    private long cordoned() {
        return list("Node", "").stream()
                .filter(node -> node.isTrue("spec", "unschedulable"))
                .count();
    }

    @Test
    void a_drain_waits_while_a_disruption_budget_refuses_and_goes_on_when_it_does_not() {
        try (KubernetesClient client = scene.client();
                HcpOperator operator =
                        scene.operator(client).hostedClients(this::hostedClient).start()) {
            scene.create(TestClusters.namespace());
            scene.create(TestClusters.pullSecret("demo"));
            scene.create(OperatorScene.hostedCluster());
            scene.create(
                    TestClusters.nodePool("demo", "4.17.0", 2).withAt("InPlace", "spec", "management", "upgradeType"));
            scene.await("NodePool", pool -> "4.17.0".equals(pool.text("status", "version")));
            OperatorScene.until(() ->
                    list("Node", "").stream().filter(OperatorDrainTest::isReady).count() == 2);
            inGuest("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','namespace':'default'},"
                    + "'spec':{'replicas':2,'selector':{'matchLabels':{'app':'web'}},'template':{"
                    + "'metadata':{'labels':{'app':'web'}},'spec':{'containers':[{'name':'main','image':'app',"
                    + "'resources':{'requests':{'cpu':'900m'}}}]}}}}");
            inGuest("{'apiVersion':'policy/v1','kind':'PodDisruptionBudget','metadata':{'name':'web',"
                    + "'namespace':'default'},'spec':{'minAvailable':2,'selector':{'matchLabels':{'app':'web'}}}}");
            OperatorScene.until(() -> readyPods().size() == 2);
            List<String> before = readyPods();

            scene.patch("NodePool", "spec", "release", "image", TestClusters.image("4.17.5"));
            OperatorScene.until(() -> cordoned() == 1);
            // It is tried again, and refused again.
            OperatorScene.until(() -> refusals.size() >= 3);

            assertThat(refusals).allMatch(refusal -> refusal.startsWith("429 "));
            assertThat(readyPods()).isEqualTo(before);
            assertThat(cordoned()).isEqualTo(1);
            scene.await("NodePool", pool -> "4.17.0".equals(pool.text("status", "version")));
            assertThat(operator.health().started()).isTrue();

            guest().delete(
                            guest().resource("policy/v1", "PodDisruptionBudget"),
                            "default",
                            "web",
                            Objects.Deletion.BACKGROUND);

            scene.await("NodePool", pool -> "4.17.5".equals(pool.text("status", "version")));
            OperatorScene.until(() -> cordoned() == 0 && readyPods().size() == 2);
            assertThat(readyPods()).doesNotContainAnyElementsOf(before);
        }
    }
}
