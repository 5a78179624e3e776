package dev.hcp.reconcilers;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.platforms.PlatformProviders;
import dev.hcp.platforms.none.NonePlatform;
import dev.hcp.reconcilers.controlplane.HostedControlPlaneReconciler;
import dev.hcp.reconcilers.hostedcluster.HostedClusterReconciler;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hosted cluster {@code clusters/demo} without platform, published by node ports, and its two reconcilers. */
public final class HostedClusterFixture {
    public static final String NAMESPACE = "clusters-demo";

    public final WorldFixture world;
    public final HostedClusterReconciler clusters;
    public final HostedControlPlaneReconciler controlPlanes = new HostedControlPlaneReconciler();

    public HostedClusterFixture() {
        this(new WorldFixture(), new NonePlatform());
    }

    /** In a world that is there already. */
    public HostedClusterFixture(WorldFixture world) {
        this(world, new NonePlatform());
    }

    /** With another platform of type None. */
    public HostedClusterFixture(PlatformProvider platform) {
        this(new WorldFixture(), platform);
    }

    private HostedClusterFixture(WorldFixture world, PlatformProvider platform) {
        this.world = world;
        clusters = new HostedClusterReconciler(PlatformProviders.of(List.of(platform)));
    }

    /** With the Secrets it refers to. */
    public HostedClusterFixture create() {
        secret("pull", ".dockerconfigjson");
        world.store.create(cluster());
        return this;
    }

    public void secret(String name, String key) {
        world.store.create(JsonObject.of(
                "apiVersion",
                "v1",
                "data",
                JsonObject.of(key, "e30="),
                "kind",
                "Secret",
                "metadata",
                JsonObject.of("name", name, "namespace", "clusters")));
    }

    public static JsonObject cluster() {
        return JsonObject.of(
                "apiVersion",
                "hypershift.openshift.io/v1beta1",
                "kind",
                "HostedCluster",
                "metadata",
                JsonObject.of("name", "demo", "namespace", "clusters", "uid", "u1"),
                "spec",
                JsonObject.of(
                        "controllerAvailabilityPolicy",
                        "HighlyAvailable",
                        "dns",
                        JsonObject.of("baseDomain", "example.com"),
                        "etcd",
                        JsonObject.of("managementType", "Managed"),
                        "networking",
                        JsonObject.of(
                                "clusterNetwork",
                                JsonArray.of(JsonObject.of("cidr", "10.132.0.0/14")),
                                "networkType",
                                "OVNKubernetes",
                                "serviceNetwork",
                                JsonArray.of(JsonObject.of("cidr", "172.31.0.0/16"))),
                        "platform",
                        JsonObject.of("type", "None"),
                        "pullSecret",
                        JsonObject.of("name", "pull"),
                        "release",
                        JsonObject.of("image", "release:4.17.0"),
                        "services",
                        JsonArray.of(
                                nodePort("APIServer"),
                                nodePort("OAuthServer"),
                                nodePort("Konnectivity"),
                                nodePort("Ignition")),
                        "sshKey",
                        JsonObject.EMPTY));
    }

    private static JsonObject nodePort(String service) {
        return JsonObject.of(
                "service",
                service,
                "servicePublishingStrategy",
                JsonObject.of("type", "NodePort", "nodePort", JsonObject.of("address", "203.0.113.7")));
    }

    public JsonObject hostedCluster() {
        return world.existing(HostedCluster.class, "clusters", "demo");
    }

    public JsonObject controlPlane() {
        return world.existing(HostedControlPlane.class, NAMESPACE, "demo");
    }

    /** Text of a condition: status, reason and message. */
    public static String condition(JsonObject object, String type) {
        Conditions conditions = Conditions.of(object, WorldFixture.NOW);
        return conditions.status(type) + " " + conditions.reason(type) + " " + conditions.message(type);
    }

    /** Merges into the cluster's specification. */
    public HostedClusterFixture patchSpec(Object... fields) {
        return patch(HostedCluster.class, "clusters", JsonObject.of("spec", JsonObject.of(fields)));
    }

    /** Sets an annotation of the cluster, of HyperShift's prefix. */
    public HostedClusterFixture annotate(String name, String value) {
        JsonObject annotations = JsonObject.of("hypershift.openshift.io/" + name, value);
        return patch(
                HostedCluster.class, "clusters", JsonObject.of("metadata", JsonObject.of("annotations", annotations)));
    }

    /** Merges into the control plane's status. */
    public HostedClusterFixture patchControlPlaneStatus(Object... fields) {
        return patch(HostedControlPlane.class, NAMESPACE, JsonObject.of("status", JsonObject.of(fields)));
    }

    /** The control plane says so. */
    public HostedClusterFixture controlPlaneSays(String type, String status, String reason, String message) {
        List<Object> conditions = new ArrayList<>();
        for (Object item : controlPlane().array("status", "conditions")) {
            if (item instanceof JsonObject condition && !type.equals(condition.text("type"))) {
                conditions.add(condition);
            }
        }
        conditions.add(JsonObject.of(
                "lastTransitionTime",
                "2026-02-02T00:00:00Z",
                "message",
                message,
                "reason",
                reason,
                "status",
                status,
                "type",
                type));
        return patchControlPlaneStatus("conditions", JsonArray.copyOf(conditions));
    }

    private HostedClusterFixture patch(Class<? extends HasMetadata> type, String namespace, JsonObject patch) {
        world.store.patch(PlainStore.kindOf(type), new ObjectKey(namespace, "demo"), patch);
        return this;
    }

    /** Passes over the cluster alone, as many as it takes for one thing to lead to the other. */
    public HostedClusterFixture clusterPasses() {
        for (int i = 0; i < 4; i++) {
            clusterPass();
        }
        return this;
    }

    public Optional<Plan> clusterPass() {
        return world.pass(clusters, "clusters", "demo");
    }

    public Optional<Plan> controlPlanePass() {
        return world.pass(controlPlanes, NAMESPACE, "demo");
    }

    /** Both reconcilers, and all that runs below them, until nothing changes any more. */
    public void settle() {
        for (int round = 0; round < 40; round++) {
            int intents = clusterPass().map(plan -> plan.intents().size()).orElse(0);
            intents += controlPlanePass().map(plan -> plan.intents().size()).orElse(0);
            if (!runWorkloads() && !assignNodePorts() && intents == 0) {
                return;
            }
        }
        throw new AssertionError("the cluster does not come to rest");
    }

    /** Every workload's pods become ready. */
    public boolean runWorkloads() {
        boolean changed = false;
        for (Map.Entry<String, JsonObject> entry : world.store.everything().entrySet()) {
            JsonObject object = entry.getValue();
            String kind = object.text("kind");
            if (!"Deployment".equals(kind) && !"StatefulSet".equals(kind)) {
                continue;
            }
            long replicas = object.integer(1, "spec", "replicas");
            JsonObject status = JsonObject.of(
                    "availableReplicas",
                    replicas,
                    "conditions",
                    JsonArray.of(JsonObject.of("status", "True", "type", "Available")),
                    "readyReplicas",
                    replicas,
                    "replicas",
                    replicas,
                    "updatedReplicas",
                    replicas);
            changed |= !status.equals(object.object("status"));
            String type = PlainStore.kindOf("Deployment".equals(kind) ? Deployment.class : StatefulSet.class);
            world.store.patch(type, ObjectKey.of(object), JsonObject.of("status", status));
        }
        return changed;
    }

    /** Every node port service gets a port. */
    public boolean assignNodePorts() {
        boolean changed = false;
        long next = 30000;
        for (JsonObject object : world.store.everything().values()) {
            next++;
            if (!"Service".equals(object.text("kind"))
                    || !"NodePort".equals(object.text("spec", "type"))
                    || object.array("spec", "ports").object(0).containsKey("nodePort")) {
                continue;
            }
            JsonArray ports =
                    JsonArray.of(object.array("spec", "ports").object(0).with("nodePort", next));
            world.store.patch(
                    PlainStore.kindOf(Service.class),
                    ObjectKey.of(object),
                    JsonObject.of("spec", JsonObject.of("ports", ports)));
            changed = true;
        }
        return changed;
    }
}
