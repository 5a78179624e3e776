package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ImageAccess;
import dev.hcp.platforms.KeyMaterial;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.OperatorOptions;
import dev.hcp.platforms.PlatformProviders;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.ReleaseNotFoundException;
import dev.hcp.reconcilers.ClustersOnly;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.StoredWorld;
import dev.hcp.reconcilers.Touches;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A pool {@code clusters/workers} of cluster {@code clusters/demo}, on KubeVirt unless told otherwise, in a plain store. */
final class PoolFixture implements StoredWorld {
    static final String CONTROL_PLANE = "clusters-demo";
    static final String POOLS = "hypershift.openshift.io/NodePool";
    static final String DEPLOYMENTS = "cluster.x-k8s.io/MachineDeployment";
    static final String SETS = "cluster.x-k8s.io/MachineSet";
    static final String CLUSTERS = "hypershift.openshift.io/HostedCluster";
    static final String CONFIG_MAPS = "/ConfigMap";
    static final String SECRETS = "/Secret";
    static final String MACHINES = "cluster.x-k8s.io/Machine";
    static final String HEALTH_CHECKS = "cluster.x-k8s.io/MachineHealthCheck";
    static final ObjectKey POOL = new ObjectKey("clusters", "workers");
    static final ObjectKey CLUSTER = new ObjectKey("clusters", "demo");
    static final ObjectKey IN_CONTROL_PLANE = new ObjectKey(CONTROL_PLANE, "workers");

    final PlainStore store = new PlainStore();
    final NodePoolReconciler reconciler = new NodePoolReconciler(PlatformProviders.load());
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    /** What the catalogue says of a release, from what it says by itself. */
    UnaryOperator<ReleaseMetadata> release = UnaryOperator.identity();

    /** Kinds of which all objects of a namespace were asked for. */
    final Set<Class<?>> listed = new HashSet<>();

    Plan lastPlan = new Plan(List.of(), Optional.empty(), Optional.empty());

    /** A pool whose cluster has its control plane. */
    static PoolFixture withCluster() {
        PoolFixture fixture = new PoolFixture();
        fixture.createPool();
        fixture.createCluster();
        return fixture;
    }

    void createPool() {
        store.create(Json.parseObject("{\"apiVersion\":\"hypershift.openshift.io/v1beta1\",\"kind\":\"NodePool\","
                + "\"metadata\":{\"name\":\"workers\",\"namespace\":\"clusters\"},"
                + "\"spec\":{\"arch\":\"amd64\",\"clusterName\":\"demo\",\"replicas\":3,"
                + "\"release\":{\"image\":\"quay.io/release:4.17.3\"},"
                + "\"management\":{\"autoRepair\":false,\"upgradeType\":\"Replace\",\"replace\":{\"strategy\":"
                + "\"RollingUpdate\",\"rollingUpdate\":{\"maxSurge\":1,\"maxUnavailable\":0}}},"
                + "\"platform\":{\"type\":\"KubeVirt\",\"kubevirt\":{\"compute\":{\"cores\":2,\"memory\":\"8Gi\"},"
                + "\"rootVolume\":{\"type\":\"Persistent\",\"persistent\":{\"size\":\"32Gi\"}}}}}}"));
    }

    void createCluster() {
        store.create(Json.parseObject("{\"apiVersion\":\"hypershift.openshift.io/v1beta1\",\"kind\":\"HostedCluster\","
                + "\"metadata\":{\"name\":\"demo\",\"namespace\":\"clusters\",\"uid\":\"u1\"},"
                + "\"spec\":{\"infraID\":\"demo-x7k2p\",\"pullSecret\":{\"name\":\"pull\"},"
                + "\"release\":{\"image\":\"quay.io/release:4.17.3\"},\"platform\":{\"type\":\"KubeVirt\"},"
                + "\"networking\":{\"networkType\":\"OVNKubernetes\",\"clusterNetwork\":[{\"cidr\":\"10.132.0.0/14\"}]}},"
                + "\"status\":{\"ignitionEndpoint\":\"ignition.example.com\",\"payloadArch\":\"Multi\","
                + "\"controlPlaneEndpoint\":{\"host\":\"api.example.com\",\"port\":6443}}}"));
        secret("clusters", "pull", ".dockerconfigjson", "e30=");
        secret(CONTROL_PLANE, "ignition-server-ca-cert", "tls.crt", "Y2E=");
        configMap("ignition-config-fips");
        configMap("ignition-config-worker-ssh");
    }

    /** Moves cluster and pool to another platform: JSON of {@code spec.platform} of each, in single quotes. */
    void moveTo(String ofCluster, String ofPool) {
        JsonObject nothing = JsonObject.of("spec", JsonObject.of("platform", null));
        store.patch(CLUSTERS, CLUSTER, nothing);
        patchCluster("{'spec':{'platform':" + ofCluster + "}}");
        store.patch(POOLS, POOL, nothing);
        patchPool("{'spec':{'platform':" + ofPool + "}}");
    }

    /** A config map of the user's with one document under a key. */
    void userConfig(String name, String key, String document) {
        store.create(JsonObject.of(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                JsonObject.of("name", name, "namespace", "clusters"),
                "data",
                JsonObject.of(key, document)));
    }

    void secret(String namespace, String name, String key, String value) {
        store.create(JsonObject.of(
                "apiVersion",
                "v1",
                "kind",
                "Secret",
                "metadata",
                JsonObject.of("name", name, "namespace", namespace),
                "data",
                JsonObject.of(key, value)));
    }

    private void configMap(String name) {
        store.create(JsonObject.of(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                JsonObject.of(
                        "name",
                        name,
                        "namespace",
                        CONTROL_PLANE,
                        "labels",
                        JsonObject.of("hypershift.openshift.io/core-ignition-config", "true")),
                "data",
                JsonObject.of(
                        "config",
                        "apiVersion: machineconfiguration.openshift.io/v1\nkind: MachineConfig\nmetadata:\n"
                                + "  name: " + name + "\n")));
    }

    void machine(String name, String conditions) {
        store.create(Json.parseObject("{\"apiVersion\":\"cluster.x-k8s.io/v1beta1\",\"kind\":\"Machine\","
                + "\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"clusters-demo\","
                + "\"annotations\":{\"hypershift.openshift.io/nodePool\":\"clusters/workers\"}},"
                + "\"status\":{\"conditions\":" + conditions + "}}"));
    }

    void addresses(String machine, String type, String address) {
        store.patch(
                MACHINES,
                new ObjectKey(CONTROL_PLANE, machine),
                parse("{'status':{'addresses':[{'type':'" + type + "','address':'" + address + "'}]}}"));
    }

    /** A merge patch; quotes may be single. */
    void patchPool(String patch) {
        store.patch(POOLS, POOL, parse(patch));
    }

    /** A merge patch; quotes may be single. */
    void patchCluster(String patch) {
        store.patch(CLUSTERS, CLUSTER, parse(patch));
    }

    private static JsonObject parse(String json) {
        return Json.parseObject(json.replace('\'', '"'));
    }

    /** Name of the user data that new machines get. */
    String userData() {
        return String.valueOf(deployment().text("spec", "template", "spec", "bootstrap", "dataSecretName"));
    }

    /** The token that belongs to {@link #userData()}. */
    ObjectKey token() {
        return new ObjectKey(CONTROL_PLANE, userData().replace("user-data", "token"));
    }

    /** The ignition server says what became of the payload. */
    void payload(String reason, String message) {
        store.patch(
                SECRETS,
                token(),
                JsonObject.of("data", JsonObject.of("reason", base64(reason), "message", base64(message))));
    }

    /** A machine fetched its configuration. */
    void reachIgnition() {
        store.patch(
                SECRETS,
                token(),
                parse("{'metadata':{'annotations':{'hypershift.openshift.io/ignition-reached':'True'}}}"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What Cluster API reports when all machines of the deployment are up. */
    void completeDeployment(int replicas) {
        store.patch(
                DEPLOYMENTS,
                IN_CONTROL_PLANE,
                JsonObject.of(
                        "status",
                        JsonObject.of(
                                "replicas", replicas, "updatedReplicas", replicas, "availableReplicas", replicas)));
    }

    /** Reconciles until a pass wants nothing more, also of a reconciler that remembers nothing, or fails. */
    void settle() {
        for (int i = 0; i < 10; i++) {
            lastPlan = plan();
            store.execute(lastPlan, reconciler.name(), now);
            if (lastPlan.isEmpty()
                    || lastPlan.failure().isPresent()
                    || tree(POOLS, POOL).isEmpty()) {
                if (lastPlan.isEmpty()
                        && lastPlan.failure().isEmpty()
                        && !freshPlan().isEmpty()) {
                    throw new AssertionError("what was remembered hides " + freshPlan());
                }
                return;
            }
        }
        throw new AssertionError("passes do not come to rest: " + lastPlan);
    }

    private Plan freshPlan() {
        return plan(new NodePoolReconciler(PlatformProviders.load()));
    }

    /** What the reconciler wants next. */
    Plan plan() {
        return plan(reconciler);
    }

    @Override
    public <T extends HasMetadata> List<T> list(Class<T> type, String namespace) {
        listed.add(type);
        return store.list(type, namespace);
    }

    @Override
    public <T extends HasMetadata> List<T> listWhere(Class<T> type, String namespace, String text, String... path) {
        return store.list(type, namespace).stream()
                .filter(object -> tree(
                                PlainStore.kindOf(type),
                                new ObjectKey(
                                        object.getMetadata().getNamespace(),
                                        object.getMetadata().getName()))
                        .filter(tree -> text.equals(tree.text(path)))
                        .isPresent())
                .toList();
    }

    /** What a reconciler of pools wants next; it may do only what it declares. */
    Plan plan(Reconciler<NodePool> reconciler) {
        return Touches.declaredOnly()
                .of(reconciler)
                .reconcile(get(NodePool.class, "clusters", "workers").orElseThrow(), this);
    }

    Optional<JsonObject> tree(String kind, ObjectKey key) {
        return store.tree(kind, key);
    }

    JsonObject deployment() {
        return tree(DEPLOYMENTS, IN_CONTROL_PLANE).orElseThrow();
    }

    JsonObject pool() {
        return tree(POOLS, POOL).orElseThrow();
    }

    /** Status, reason and message of a condition, joined by blanks; empty when it is not there. */
    String condition(String type) {
        for (Object item : pool().array("status", "conditions")) {
            if (item instanceof JsonObject condition && type.equals(condition.text("type"))) {
                return (condition.text("status") + " " + condition.text("reason") + " " + condition.text("message"))
                        .stripTrailing();
            }
        }
        return "";
    }

    @Override
    public PlainStore store() {
        return store;
    }

    @Override
    public Instant now() {
        return now;
    }

    /** Which clusters the registry lets in. */
    Predicate<ImageAccess> registry = access -> true;

    @Override
    public ReleaseCatalogue releases() {
        return new ClustersOnly(registry, image -> {
            String version = image.substring(image.indexOf(':') + 1);
            if (!version.startsWith("4.")) {
                throw new ReleaseNotFoundException("unable to lookup release image");
            }
            return release.apply(new ReleaseMetadata(
                    image,
                    version,
                    "AMD64",
                    Map.of("haproxy-router", "quay.io/haproxy"),
                    Optional.of("quay.io/disk@sha256:" + "ab".repeat(32)),
                    Map.of("us-east-1/x86_64", "ami-east"),
                    Map.of("io.openshift.hypershift.control-plane-operator-skips-haproxy", "true"),
                    JsonObject.EMPTY));
        });
    }

    @Override
    public KeyMaterial keyMaterial() {
        return new FixedKeyMaterial();
    }

    @Override
    public ManagementCluster managementCluster() {
        return new ManagementCluster(
                true, "None", Optional.empty(), OperatorOptions.DEFAULTS, Optional.of("1.2.0"), "1.30.0");
    }
}
