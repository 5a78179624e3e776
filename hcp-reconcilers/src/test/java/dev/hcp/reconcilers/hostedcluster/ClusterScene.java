package dev.hcp.reconcilers.hostedcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.platforms.PlatformProviders;
import dev.hcp.platforms.none.NonePlatform;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.HostedClusterFixture;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.WorldFixture;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The cluster {@code clusters/demo} with its pull secret, and the controller of HostedClusters alone. */
final class ClusterScene {
    static final String NAMESPACE = HostedClusterFixture.NAMESPACE;
    static final ObjectKey KEY = new ObjectKey("clusters", "demo");

    final WorldFixture world = new WorldFixture();
    private final HostedClusterReconciler reconciler;

    ClusterScene() {
        this(new NonePlatform());
    }

    ClusterScene(PlatformProvider platform) {
        reconciler = new HostedClusterReconciler(PlatformProviders.of(List.of(platform)));
        object("Secret", "pull", ".dockerconfigjson", "e30=");
        JsonObject cluster = HostedClusterFixture.cluster();
        world.store.create(cluster.withAt(platform.platformType(), "spec", "platform", "type")
                .withAt("demo-bcdfg", "spec", "infraID")
                .withAt("d6d42268-7dff-4d37-92cf-691bd2d42f41", "spec", "clusterID"));
    }

    /** A Secret or ConfigMap in the cluster's namespace. */
    ClusterScene object(String kind, String name, String key, String value) {
        return object(kind, "clusters", name, JsonObject.of("data", JsonObject.of(key, value)));
    }

    ClusterScene object(String kind, String namespace, String name, JsonObject content) {
        world.store.create(JsonObject.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        kind,
                        "metadata",
                        content.object("metadata").with("name", name).with("namespace", namespace))
                .with("data", content.get("data")));
        return this;
    }

    /** Changes the specification. */
    ClusterScene spec(Object... fields) {
        return patch(HostedCluster.class, KEY, JsonObject.of("spec", JsonObject.of(fields)));
    }

    ClusterScene annotated(String annotation, String value) {
        return mark("annotations", annotation, value);
    }

    ClusterScene labelled(String label, String value) {
        return mark("labels", label, value);
    }

    private ClusterScene mark(String field, String name, String value) {
        return patch(
                HostedCluster.class, KEY, JsonObject.of("metadata", JsonObject.of(field, JsonObject.of(name, value))));
    }

    ClusterScene patch(Class<? extends HasMetadata> type, ObjectKey key, JsonObject patch) {
        world.store.patch(PlainStore.kindOf(type), key, patch);
        return this;
    }

    /** What the control plane reports. */
    ClusterScene controlPlaneStatus(Object... fields) {
        return patch(
                HostedControlPlane.class,
                new ObjectKey(NAMESPACE, "demo"),
                JsonObject.of("status", JsonObject.of(fields)));
    }

    Plan pass() {
        return world.pass(reconciler, KEY.namespace(), KEY.name()).orElseThrow();
    }

    /** Passes that must go through until one has nothing to do. */
    ClusterScene settle() {
        for (int pass = 0; pass < 10; pass++) {
            Plan plan = pass();
            assertThat(plan.failure()).isEmpty();
            if (plan.isEmpty()) {
                return this;
            }
        }
        throw new AssertionError("the cluster does not come to rest");
    }

    JsonObject cluster() {
        return world.existing(HostedCluster.class, KEY.namespace(), KEY.name());
    }

    JsonObject controlPlane() {
        return existing(HostedControlPlane.class, "demo");
    }

    JsonObject existing(Class<? extends HasMetadata> type, String name) {
        return world.existing(type, NAMESPACE, name);
    }

    Optional<JsonObject> find(Class<? extends HasMetadata> type, String name) {
        return world.tree(type, NAMESPACE, name);
    }

    Set<String> keys(String secret) {
        return new TreeSet<>(existing(Secret.class, secret).object("data").keySet());
    }

    /** The names of all objects of a kind, {@code group/Kind}, in a namespace. */
    Set<String> names(String kind, String namespace) {
        Set<String> names = new TreeSet<>();
        String prefix = kind + "/" + namespace + "/";
        world.store.everything().keySet().forEach(key -> {
            if (key.startsWith(prefix)) {
                names.add(key.substring(prefix.length()));
            }
        });
        return names;
    }

    /** Message of the last failure as the cluster shows it; empty after a pass that went through. */
    String failure() {
        Conditions conditions = Conditions.of(cluster(), WorldFixture.NOW);
        return conditions.is("ReconciliationSucceeded", Conditions.FALSE)
                ? conditions.message("ReconciliationSucceeded")
                : "";
    }
}
