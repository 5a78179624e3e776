package dev.hcp.simulator.world;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A management cluster in a test, spoken to in JSON. */
final class Cluster implements AutoCloseable {
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
                    case "Route" -> "route.openshift.io/v1";
                    case "HostedCluster", "HostedControlPlane", "NodePool" -> "hypershift.openshift.io/v1beta1";
                    default -> "v1";
                },
                kind);
    }

    JsonObject create(String json) {
        JsonObject object = Json.parseObject(json);
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

    static JsonObject condition(JsonObject object, String type) {
        JsonArray conditions = object.array("status", "conditions");
        return ConditionList.find(conditions, type);
    }
}
