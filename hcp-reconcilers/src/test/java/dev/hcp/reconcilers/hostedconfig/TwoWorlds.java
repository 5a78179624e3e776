package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.WorldFixture;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** A management cluster with the control plane of {@code clusters/demo}, and the cluster that it controls. */
final class TwoWorlds {
    static final String NAMESPACE = "clusters-demo";
    private static final ObjectKey KEY = new ObjectKey(NAMESPACE, "demo");
    private static final String KIND = PlainStore.kindOf(HostedControlPlane.class);

    final WorldFixture management = new WorldFixture();
    final WorldFixture guest = management.inside(NAMESPACE);
    final HostedClusterConfigReconciler reconciler = new HostedClusterConfigReconciler();

    TwoWorlds(String platform) {
        management.hostedApisAnswer(true);
        management.store.create(Json.parseObject("""
                {"apiVersion": "hypershift.openshift.io/v1beta1", "kind": "HostedControlPlane",
                 "metadata": {"name": "demo", "namespace": "clusters-demo", "uid": "u1", "generation": 1,
                   "finalizers": ["hypershift.openshift.io/finalizer"]},
                 "spec": {
                   "clusterID": "id-1", "infraID": "demo-abcde", "issuerURL": "https://issuer",
                   "controllerAvailabilityPolicy": "HighlyAvailable",
                   "infrastructureAvailabilityPolicy": "SingleReplica",
                   "dns": {"baseDomain": "example.com"},
                   "networking": {"networkType": "OVNKubernetes", "clusterNetwork": [{"cidr": "10.132.0.0/14"}],
                     "serviceNetwork": [{"cidr": "172.31.0.0/16"}], "machineNetwork": [{"cidr": "192.168.0.0/16"}]},
                   "platform": {"type": "%s"},
                   "releaseImage": "release:4.17.0",
                   "services": [{"service": "Konnectivity", "servicePublishingStrategy":
                     {"type": "Route", "route": {"hostname": "tunnel.example.com"}}}]},
                 "status": {"controlPlaneEndpoint": {"host": "api.example.com", "port": 6443}}}
                """.formatted(platform)));
        secret("pull-secret", ".dockerconfigjson", "{}");
        secret("kubeadmin-password", "password", "aaaaa-bbbbb");
        configMap("root-ca", "ca.crt", "the root");
    }

    void secret(String name, String key, String text) {
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        management.store.create(JsonObject.of(
                "apiVersion",
                "v1",
                "data",
                JsonObject.of(key, encoded),
                "kind",
                "Secret",
                "metadata",
                JsonObject.of("name", name, "namespace", NAMESPACE)));
    }

    void configMap(String name, String key, String text) {
        management.store.create(JsonObject.of(
                "apiVersion",
                "v1",
                "data",
                JsonObject.of(key, text),
                "kind",
                "ConfigMap",
                "metadata",
                JsonObject.of("name", name, "namespace", NAMESPACE)));
    }

    /** Merges JSON into the HostedControlPlane. */
    void change(String patch) {
        management.store.patch(KIND, KEY, Json.parseObject(patch));
    }

    JsonObject controlPlane() {
        return management.existing(HostedControlPlane.class, NAMESPACE, "demo");
    }

    Plan pass() {
        return management.pass(reconciler, NAMESPACE, "demo").orElseThrow();
    }

    /** Passes until nothing is left to do. */
    TwoWorlds settle() {
        for (int i = 0; i < 5; i++) {
            if (pass().isEmpty()) {
                return this;
            }
        }
        throw new AssertionError("does not come to rest");
    }

    JsonObject inGuest(Class<? extends HasMetadata> type, String namespace, String name) {
        return guest.existing(type, namespace, name);
    }

    /** The specification of an object {@code cluster} in the hosted cluster. */
    JsonObject setting(Class<? extends HasMetadata> type) {
        return inGuest(type, "", "cluster").object("spec");
    }

    /** Everything in the hosted cluster without revisions. */
    Map<String, JsonObject> guestObjects() {
        Map<String, JsonObject> all = new TreeMap<>();
        guest.store.everything().forEach((key, tree) -> all.put(key, tree.withoutAt("metadata", "resourceVersion")));
        return all;
    }
}
