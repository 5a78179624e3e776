package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.reconcilers.HostedClusterFixture;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.WorldFixture;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A HostedControlPlane {@code clusters-demo/demo} published by node ports, without the cluster it belongs to. */
final class ControlPlaneFixture {
    static final String NAMESPACE = HostedClusterFixture.NAMESPACE;
    private static final ObjectKey KEY = new ObjectKey(NAMESPACE, "demo");

    final WorldFixture world = new WorldFixture();
    final HostedControlPlaneReconciler reconciler = new HostedControlPlaneReconciler();
    private final HostedClusterFixture workloads = new HostedClusterFixture(world);

    /** With these fields of its specification laid over the usual ones. */
    static ControlPlaneFixture of(JsonObject spec, Map<String, String> annotations) {
        ControlPlaneFixture fixture = new ControlPlaneFixture();
        fixture.world.store.create(object(spec, annotations));
        return fixture;
    }

    static ControlPlaneFixture of(JsonObject spec) {
        return of(spec, Map.of());
    }

    static ControlPlaneFixture annotated(String annotation, String value) {
        return of(highlyAvailable(), Map.of(annotation, value));
    }

    static JsonObject highlyAvailable() {
        return JsonObject.of("controllerAvailabilityPolicy", "HighlyAvailable");
    }

    static JsonObject onPlatform(String type) {
        return highlyAvailable()
                .with(
                        "platform",
                        JsonObject.of("type", type, type.toLowerCase(java.util.Locale.ROOT), JsonObject.EMPTY));
    }

    /** The control plane as components see it, of release 4.17.0. */
    static ControlPlane view(JsonObject spec, Map<String, String> annotations) {
        return new ControlPlane(
                object(spec, annotations),
                new ReleaseMetadata(
                        "release:4.17.0",
                        "4.17.0",
                        "AMD64",
                        Map.of(),
                        Optional.empty(),
                        Map.of(),
                        Map.of(),
                        JsonObject.EMPTY));
    }

    private static JsonObject object(JsonObject spec, Map<String, String> annotations) {
        JsonObject.Builder all = JsonObject.of(
                "clusterID",
                "d6d42268-7dff-4d37-92cf-691bd2d42f41",
                "dns",
                JsonObject.of("baseDomain", "example.com"),
                "etcd",
                JsonObject.of("managementType", "Managed"),
                "infraID",
                "demo-abcde",
                "issuerURL",
                "https://issuer.example.com",
                "networking",
                JsonObject.of(
                        "clusterNetwork",
                        JsonArray.of(JsonObject.of("cidr", "10.132.0.0/14")),
                        "serviceNetwork",
                        JsonArray.of(JsonObject.of("cidr", "172.31.0.0/16"))),
                "olmCatalogPlacement",
                "management",
                "platform",
                JsonObject.of("type", "None"),
                "pullSecret",
                JsonObject.of("name", "pull-secret"),
                "releaseImage",
                "release:4.17.0",
                "services",
                services())
                .toBuilder();
        spec.forEach(all::put);
        return JsonObject.of(
                "apiVersion",
                "hypershift.openshift.io/v1beta1",
                "kind",
                "HostedControlPlane",
                "metadata",
                JsonObject.of(
                        "annotations",
                        JsonObject.copyOf(annotations),
                        "labels",
                        JsonObject.of("cluster.x-k8s.io/cluster-name", "demo-abcde"),
                        "name",
                        "demo",
                        "namespace",
                        NAMESPACE,
                        "uid",
                        "u1"),
                "spec",
                all.build());
    }

    private static JsonArray services() {
        List<JsonObject> services = new ArrayList<>();
        for (String name : List.of("APIServer", "OAuthServer", "Konnectivity", "Ignition")) {
            services.add(JsonObject.of(
                    "service",
                    name,
                    "servicePublishingStrategy",
                    JsonObject.of("type", "NodePort", "nodePort", JsonObject.of("address", "203.0.113.7"))));
        }
        return JsonArray.copyOf(services);
    }

    Optional<Plan> pass() {
        return world.pass(reconciler, NAMESPACE, "demo");
    }

    /** Until it has nothing more to do, all pods running. */
    ControlPlaneFixture settle() {
        for (int round = 0; round < 20; round++) {
            Plan plan = pass().orElseThrow();
            boolean moved = workloads.runWorkloads() | workloads.assignNodePorts();
            if (!moved && (plan.isEmpty() || plan.failure().isPresent())) {
                return this;
            }
        }
        throw new AssertionError("the control plane does not come to rest");
    }

    ControlPlaneFixture annotate(String annotation, String value) {
        return change(JsonObject.of("metadata", JsonObject.of("annotations", JsonObject.of(annotation, value))));
    }

    ControlPlaneFixture specify(JsonObject spec) {
        return change(JsonObject.of("spec", spec));
    }

    /** Sets a condition that somebody else reports. */
    ControlPlaneFixture condition(String type, String status) {
        List<Object> conditions = new ArrayList<>();
        conditions.add(JsonObject.of("reason", "AsExpected", "status", status, "type", type));
        object().array("status", "conditions").stream()
                .filter(item -> item instanceof JsonObject other && !type.equals(other.text("type")))
                .forEach(conditions::add);
        return change(JsonObject.of("status", JsonObject.of("conditions", JsonArray.copyOf(conditions))));
    }

    private ControlPlaneFixture change(JsonObject patch) {
        world.store.patch(PlainStore.kindOf(HostedControlPlane.class), KEY, patch);
        return this;
    }

    ControlPlaneFixture with(Class<? extends HasMetadata> type, String name, JsonObject data) {
        world.store.create(JsonObject.of(
                "apiVersion",
                "v1",
                "data",
                data,
                "kind",
                HasMetadata.getKind(type),
                "metadata",
                JsonObject.of("name", name, "namespace", NAMESPACE)));
        return this;
    }

    ControlPlaneFixture withSecret(String name, String key, String encoded) {
        return with(Secret.class, name, JsonObject.of(key, encoded));
    }

    JsonObject object() {
        return world.existing(HostedControlPlane.class, NAMESPACE, "demo");
    }

    boolean has(Class<? extends HasMetadata> type, String name) {
        return world.tree(type, NAMESPACE, name).isPresent();
    }

    JsonObject existing(Class<? extends HasMetadata> type, String name) {
        return world.existing(type, NAMESPACE, name);
    }

    /** The text of a ConfigMap's file, read as JSON. */
    JsonObject file(String configMap, String key) {
        return dev.hcp.api.json.Json.parseObject(ControlPlane.text(existing(ConfigMap.class, configMap), "data", key));
    }
}
