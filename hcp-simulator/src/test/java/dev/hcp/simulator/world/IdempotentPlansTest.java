package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.TestClusters;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over the whole life of a cluster, a plan that took effect wants nothing more, and carrying it out again changes nothing. */
class IdempotentPlansTest {
    private enum Platform {
        KUBEVIRT,
        NONE,
        AGENT,
        AWS
    }

    private static final String HYPERSHIFT = "hypershift.openshift.io/v1beta1";

    @ParameterizedTest
    @EnumSource
    void a_plan_that_took_effect_is_followed_by_nothing(Platform platform) {
        try (RepeatedPasses passes = new RepeatedPasses(Simulator.builder())) {
            live(passes, platform);
            assertThat(passes.checked()).isGreaterThan(20);
            assertThat(passes.findings()).isEmpty();
        }
    }

    private static void live(RepeatedPasses passes, Platform platform) {
        Objects objects = passes.simulator.objects();
        ResourceType clusters = objects.resource(HYPERSHIFT, "HostedCluster");
        ResourceType pools = objects.resource(HYPERSHIFT, "NodePool");
        create(objects, TestClusters.namespace());
        create(objects, TestClusters.pullSecret("demo"));
        create(objects, cluster(platform));
        if (platform != Platform.NONE) {
            create(objects, pool(platform));
        }
        wait(passes, 15);
        if (platform == Platform.NONE) {
            passes.simulator.guest("clusters", "demo").ifPresent(guest -> create(guest, Json.parseObject("""
                    {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "worker"},
                     "status": {"conditions": [{"type": "Ready", "status": "True"}]}}
                    """)));
        }
        wait(passes, 20);
        String newer = "{\"spec\": {\"release\": {\"image\": \"" + TestClusters.image("4.17.1") + "\"}}}";
        patch(objects, clusters, newer);
        wait(passes, 30);
        if (platform != Platform.NONE) {
            patch(objects, pools, newer);
            wait(passes, 10);
            patch(objects, pools, "{\"spec\": {\"replicas\": 3, \"nodeLabels\": {\"tier\": \"gold\"}}}");
            wait(passes, 20);
            patch(objects, pools, "{\"spec\": {\"replicas\": null, \"autoScaling\": {\"min\": 1, \"max\": 4}}}");
            wait(passes, 20);
        }
        patch(objects, clusters, "{\"spec\": {\"pausedUntil\": \"true\"}}");
        wait(passes, 5);
        patch(objects, clusters, "{\"spec\": {\"pausedUntil\": null}}");
        wait(passes, 5);
        objects.delete(clusters, "clusters", "demo", Objects.Deletion.BACKGROUND);
        assertThat(passes.runUntil(
                        () -> objects.get(clusters, "clusters", "demo").isEmpty(), Duration.ofHours(1)))
                .isTrue();
    }

    private static void wait(RepeatedPasses passes, int minutes) {
        passes.runUntil(() -> false, Duration.ofMinutes(minutes));
    }

    private static void create(Objects objects, JsonObject object) {
        objects.create(
                objects.resource(String.valueOf(object.text("apiVersion")), String.valueOf(object.text("kind"))),
                object,
                "test");
    }

    private static void patch(Objects objects, ResourceType type, String patch) {
        objects.mergePatch(type, "clusters", "demo", null, Json.parseObject(patch), "test");
    }

    private static JsonObject cluster(Platform platform) {
        JsonObject cluster = TestClusters.hostedCluster("demo", "4.17.0");
        JsonObject named = cluster.withAt("example.com", "spec", "dns", "baseDomain");
        return switch (platform) {
            case KUBEVIRT -> cluster;
            case NONE -> nodePorts(named.withAt(JsonObject.of("type", "None"), "spec", "platform"));
            case AGENT ->
                named.withAt(
                        JsonObject.of("type", "Agent", "agent", JsonObject.of("agentNamespace", "clusters")),
                        "spec",
                        "platform");
            case AWS -> named.withAt(Json.parseObject("""
                                {"type": "AWS", "aws": {"region": "us-east-1", "endpointAccess": "Public",
                                 "cloudProviderConfig": {"vpc": "vpc-1"},
                                 "rolesRef": {"controlPlaneOperatorARN": "arn:cpo", "imageRegistryARN": "arn:ir",
                                   "ingressARN": "arn:in", "kubeCloudControllerARN": "arn:ccm", "networkARN": "arn:net",
                                   "nodePoolManagementARN": "arn:np", "storageARN": "arn:ebs"}}}
                                """), "spec", "platform");
        };
    }

    private static JsonObject nodePorts(JsonObject cluster) {
        JsonObject strategy = JsonObject.of("type", "NodePort", "nodePort", JsonObject.of("address", "203.0.113.7"));
        return cluster.withAt(
                JsonArray.copyOf(Stream.of("APIServer", "OAuthServer", "Konnectivity", "Ignition")
                        .map(service -> JsonObject.of("service", service, "servicePublishingStrategy", strategy))
                        .toList()),
                "spec",
                "services");
    }

    private static JsonObject pool(Platform platform) {
        JsonObject pool = TestClusters.nodePool("demo", "4.17.0", 2);
        return switch (platform) {
            case KUBEVIRT, NONE -> pool;
            case AGENT -> pool.withAt(JsonObject.of("type", "Agent", "agent", JsonObject.EMPTY), "spec", "platform");
            case AWS -> pool.withAt(Json.parseObject("""
                                {"type": "AWS", "aws": {"instanceType": "m5.large", "instanceProfile": "worker",
                                 "ami": "ami-1", "subnet": {"id": "subnet-1"},
                                 "rootVolume": {"type": "gp3", "size": 120}}}
                                """), "spec", "platform");
        };
    }
}
