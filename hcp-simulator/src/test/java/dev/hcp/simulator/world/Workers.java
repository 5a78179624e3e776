package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.TestClusters;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Hosted cluster {@code clusters/demo} on KubeVirt with its pool {@code demo}, seen from its machines and its nodes. */
final class Workers implements AutoCloseable {
    /** Namespace of its control plane. */
    static final String NAMESPACE = "clusters-demo";

    private static final String VERSION = "4.17.0";
    private static final Duration LONG = Duration.ofHours(2);

    private final Cluster cluster;

    Workers(Simulator.Builder options) {
        cluster = new Cluster(options);
    }

    @Override
    public void close() {
        cluster.close();
    }

    Simulator simulator() {
        return cluster.simulator;
    }

    /** Creates cluster and pool and waits until all nodes are ready. */
    void create(int replicas, UnaryOperator<JsonObject> edit) {
        create(replicas, spec -> spec, edit);
    }

    void create(int replicas, UnaryOperator<JsonObject> editCluster, UnaryOperator<JsonObject> editPool) {
        cluster.createHostedCluster("demo", editCluster);
        addPool("demo", replicas, editPool);
        int expected = (int) pool("demo").object("spec").integer(replicas, "replicas");
        assertThat(until(() -> pool("demo").integer(0, "status", "replicas") >= expected
                        && pool("demo").text("status", "version") != null))
                .as(() -> simulator().history().text())
                .isTrue();
        cluster.settle();
    }

    /** Another pool of the same cluster. */
    void addPool(String name, int replicas, UnaryOperator<JsonObject> edit) {
        JsonObject pool = TestClusters.nodePool("demo", VERSION, replicas).withAt(name, "metadata", "name");
        objects().create(type("NodePool"), pool.with("spec", edit.apply(pool.object("spec"))), "test");
    }

    boolean until(BooleanSupplier condition) {
        return simulator().runUntil(condition, LONG);
    }

    void after(Duration duration) {
        simulator().advance(duration);
    }

    void settle() {
        cluster.settle();
    }

    JsonObject pool() {
        return pool("demo");
    }

    JsonObject pool(String name) {
        return objects().get(type("NodePool"), "clusters", name).orElseThrow();
    }

    Optional<JsonObject> findPool() {
        return objects().get(type("NodePool"), "clusters", "demo");
    }

    void patchPool(String json) {
        objects().mergePatch(type("NodePool"), "clusters", "demo", null, Json.parseObject(json), "test");
    }

    /** Asks for another release. */
    void upgradePool(String version) {
        patchPool("{\"spec\": {\"release\": {\"image\": \"" + TestClusters.image(version) + "\"}}}");
    }

    static String condition(JsonObject object, String type) {
        JsonObject condition = Cluster.condition(object, type);
        return condition.text("status") + " " + condition.text("reason");
    }

    private Objects objects() {
        return simulator().objects();
    }

    Objects guest() {
        return simulator().guest("clusters", "demo").orElseThrow();
    }

    ResourceType type(String kind) {
        return objects()
                .resource(
                        switch (kind) {
                            case "Machine", "MachineSet", "MachineDeployment", "MachineHealthCheck", "Cluster" ->
                                "cluster.x-k8s.io/v1beta1";
                            case "HostedCluster", "HostedControlPlane", "NodePool" -> "hypershift.openshift.io/v1beta1";
                            case "VirtualMachine", "VirtualMachineInstance" -> "kubevirt.io/v1";
                            case "Deployment" -> "apps/v1";
                            default -> "v1";
                        },
                        kind);
    }

    /** Objects in the namespace of the control plane. */
    List<JsonObject> list(String kind) {
        return objects().list(type(kind), NAMESPACE);
    }

    JsonObject get(String kind, String name) {
        return objects().get(type(kind), NAMESPACE, name).orElseThrow();
    }

    void patch(String kind, String name, String json) {
        objects().mergePatch(type(kind), NAMESPACE, name, null, Json.parseObject(json), "test");
    }

    void delete(String kind, String name) {
        objects().delete(type(kind), NAMESPACE, name, Objects.Deletion.BACKGROUND);
    }

    List<JsonObject> machines() {
        return list("Machine");
    }

    List<JsonObject> guest(String apiVersion, String kind, String namespace) {
        return guest().list(guest().resource(apiVersion, kind), namespace);
    }

    List<JsonObject> nodes() {
        return guest("v1", "Node", "");
    }

    JsonObject node(String name) {
        return guest().get(guest().resource("v1", "Node"), "", name).orElseThrow();
    }

    long readyNodes() {
        return nodes().stream()
                .filter(node -> "True".equals(Cluster.condition(node, "Ready").text("status")))
                .count();
    }

    void createInGuest(String json) {
        JsonObject object = Json.parseObject(json);
        guest().create(
                        guest().resource(
                                        String.valueOf(object.text("apiVersion")), String.valueOf(object.text("kind"))),
                        object,
                        "test");
    }

    void patchInGuest(String apiVersion, String kind, String namespace, String name, String json) {
        guest().mergePatch(guest().resource(apiVersion, kind), namespace, name, null, Json.parseObject(json), "test");
    }

    void patchNodeStatus(String name, String json) {
        guest().mergePatch(guest().resource("v1", "Node"), "", name, "status", Json.parseObject(json), "test");
    }

    void deleteInGuest(String apiVersion, String kind, String namespace, String name) {
        guest().delete(guest().resource(apiVersion, kind), namespace, name, Objects.Deletion.BACKGROUND);
    }

    /** A config map next to the pool. */
    void configMap(String name, String key, String text) {
        objects()
                .create(
                        type("ConfigMap"),
                        JsonObject.of(
                                "apiVersion",
                                "v1",
                                "kind",
                                "ConfigMap",
                                "metadata",
                                JsonObject.of("name", name, "namespace", "clusters"),
                                "data",
                                JsonObject.of(key, text)),
                        "test");
    }

    /** A Deployment in namespace {@code default} whose pods ask for so much of a processor each. */
    void deployment(String name, int replicas, String cpu) {
        createInGuest("""
                {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "%1$s", "namespace": "default"},
                 "spec": {"replicas": %2$d, "selector": {"matchLabels": {"app": "%1$s"}},
                   "template": {"metadata": {"labels": {"app": "%1$s"}},
                     "spec": {"containers": [{"name": "main", "image": "app",
                       "resources": {"requests": {"cpu": "%3$s"}}}]}}}}
                """.formatted(name, replicas, cpu));
    }

    /** A budget of the pods of that deployment. */
    void budget(String name, int minAvailable) {
        createInGuest("""
                {"apiVersion": "policy/v1", "kind": "PodDisruptionBudget",
                 "metadata": {"name": "%1$s", "namespace": "default"},
                 "spec": {"minAvailable": %2$d, "selector": {"matchLabels": {"app": "%1$s"}}}}
                """.formatted(name, minAvailable));
    }
}
