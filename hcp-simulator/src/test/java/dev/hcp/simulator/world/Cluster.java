package dev.hcp.simulator.world;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.TestClusters;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A management cluster in a test, spoken to in JSON. */
final class Cluster implements AutoCloseable {
    private static final String VERSION = "4.17.0";

    final Simulator simulator;
    private final Objects objects;

    Cluster(Simulator.Builder options) {
        simulator = options.start();
        objects = simulator.objects();
    }

    @Override
    public void close() {
        simulator.close();
    }

    private ResourceType type(String kind) {
        return objects.resource(
                switch (kind) {
                    case "Deployment", "ReplicaSet", "StatefulSet" -> "apps/v1";
                    case "PodDisruptionBudget" -> "policy/v1";
                    case "PriorityClass" -> "scheduling.k8s.io/v1";
                    case "StorageClass" -> "storage.k8s.io/v1";
                    case "Route" -> "route.openshift.io/v1";
                    case "HostedCluster", "HostedControlPlane", "NodePool" -> "hypershift.openshift.io/v1beta1";
                    default -> "v1";
                },
                kind);
    }

    JsonObject create(String json) {
        return create(Json.parseObject(json));
    }

    private JsonObject create(JsonObject object) {
        return objects.create(type(String.valueOf(object.text("kind"))), object, "test");
    }

    JsonObject get(String kind, String namespace, String name) {
        return find(kind, namespace, name).orElseThrow();
    }

    Optional<JsonObject> find(String kind, String namespace, String name) {
        return objects.get(type(kind), namespace, name);
    }

    List<JsonObject> list(String kind, String namespace) {
        return objects.list(type(kind), namespace);
    }

    JsonObject patch(String kind, String namespace, String name, String json) {
        return objects.mergePatch(type(kind), namespace, name, null, Json.parseObject(json), "test");
    }

    void delete(String kind, String namespace, String name) {
        delete(kind, namespace, name, "Background");
    }

    void delete(String kind, String namespace, String name, String propagation) {
        objects.delete(type(kind), namespace, name, new Objects.Deletion(propagation, null, null, null));
    }

    void settle() {
        if (!simulator.runUntilQuiet(Duration.ofHours(1))) {
            throw new AssertionError(
                    "not quiet after an hour:\n" + simulator.history().text());
        }
    }

    void createNamespace() {
        if (find("Namespace", "", "clusters").isEmpty()) {
            create(TestClusters.namespace());
        }
    }

    /** A highly available cluster on KubeVirt with its pull secret, in namespace {@code clusters}. */
    void createHostedCluster(String name) {
        createHostedCluster(name, spec -> spec);
    }

    /** The same with changes to its specification. */
    void createHostedCluster(String name, UnaryOperator<JsonObject> edit) {
        createNamespace();
        create(TestClusters.pullSecret(name));
        JsonObject cluster = TestClusters.hostedCluster(name, VERSION);
        objects.create(type("HostedCluster"), cluster.with("spec", edit.apply(cluster.object("spec"))), "test");
    }

    /** A pool of KubeVirt machines of the hosted cluster of that name. */
    void createNodePool(String name, int replicas) {
        create(TestClusters.nodePool(name, VERSION, replicas));
    }

    static JsonObject condition(JsonObject object, String type) {
        JsonArray conditions = object.array("status", "conditions");
        return ConditionList.find(conditions, type);
    }
}
