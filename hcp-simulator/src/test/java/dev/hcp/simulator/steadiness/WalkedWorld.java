package dev.hcp.simulator.steadiness;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.TestClusters;
import dev.hcp.simulator.apiserver.ApiException;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.Fault.ContainerFailure;
import dev.hcp.simulator.faults.InjectedFault;
import dev.hcp.simulator.steadiness.UserAction.Platform;
import dev.hcp.simulator.steadiness.UserAction.Victim;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A management cluster in which somebody walks about. */
final class WalkedWorld implements AutoCloseable {
    static final List<String> VERSIONS = List.of("4.16.3", "4.16.9", "4.17.0", "4.17.4", "4.15.1");
    static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    static final String USERS = "clusters";
    private static final Duration LONG = Duration.ofHours(12);
    private static final int MOST_CLUSTERS = 2;
    private static final int MOST_POOLS = 3;

    final Simulator simulator;
    final Objects objects;
    private final Map<Fault, InjectedFault> broken = new LinkedHashMap<>();
    private final Set<String> before;
    /** What users made besides clusters and pools, which stays when these go. */
    private final Set<String> usersOwn = new HashSet<>();

    /** What control planes share; it goes with the operator. */
    private static final Set<String> SHARED = Set.of("ClusterRole /hypershift-cluster-api");

    private int made;

    WalkedWorld(long seed) {
        simulator = Simulator.builder().startAt(START).seed(seed).nodes(9).start();
        objects = simulator.objects();
        create(TestClusters.namespace());
        create(Json.parseObject(
                "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"agents\"}}"));
        simulator.advance(Duration.ofMinutes(1));
        before = everything();
    }

    @Override
    public void close() {
        simulator.close();
    }

    ResourceType type(String kind) {
        return objects.resource(
                switch (kind) {
                    case "HostedCluster", "HostedControlPlane", "NodePool" -> "hypershift.openshift.io/v1beta1";
                    case "Machine", "MachineSet", "MachineDeployment", "MachineHealthCheck", "Cluster" ->
                        "cluster.x-k8s.io/v1beta1";
                    case "KubevirtMachine", "KubevirtMachineTemplate" -> "infrastructure.cluster.x-k8s.io/v1alpha1";
                    case "VirtualMachine", "VirtualMachineInstance" -> "kubevirt.io/v1";
                    case "DataVolume" -> "cdi.kubevirt.io/v1beta1";
                    case "Deployment", "StatefulSet" -> "apps/v1";
                    default -> "v1";
                },
                kind);
    }

    List<JsonObject> clusters() {
        return objects.list(type("HostedCluster"), USERS);
    }

    List<JsonObject> pools() {
        return objects.list(type("NodePool"), USERS);
    }

    /** All objects of a kind in the namespaces of control planes. */
    List<JsonObject> inControlPlanes(String kind) {
        return objects.list(type(kind), "").stream()
                .filter(object -> namespace(object).startsWith(USERS + "-"))
                .toList();
    }

    static String name(JsonObject object) {
        return String.valueOf(object.text("metadata", "name"));
    }

    static String namespace(JsonObject object) {
        return Optional.ofNullable(object.text("metadata", "namespace")).orElse("");
    }

    Optional<Objects> guest(String cluster) {
        return simulator.guest(USERS, cluster);
    }

    List<JsonObject> nodes(String cluster) {
        return guest(cluster)
                .map(guest -> guest.list(guest.resource("v1", "Node"), ""))
                .orElse(List.of());
    }

    /** All objects of the management cluster but Events and what they are leases of. */
    Set<String> everything() {
        Set<String> keys = new TreeSet<>();
        for (ResourceType type : objects.resources()) {
            if (!type.kind().equals("Event")) {
                objects.list(type, "")
                        .forEach(object -> keys.add(type.kind() + " " + namespace(object) + "/" + name(object)));
            }
        }
        return keys;
    }

    /** What is there that was not at the beginning. */
    Set<String> left() {
        Set<String> left = new TreeSet<>(everything());
        left.removeAll(before);
        left.removeAll(usersOwn);
        left.removeAll(SHARED);
        return left;
    }

    private JsonObject create(JsonObject object) {
        return objects.create(
                objects.resource(String.valueOf(object.text("apiVersion")), String.valueOf(object.text("kind"))),
                object,
                "user");
    }

    /** Does it; what the API server refuses is not done. */
    void act(UserAction action) {
        try {
            doIt(action);
        } catch (ApiException refused) {
            // As users see it: an error, and nothing has changed.
            simulator.advance(Duration.ofSeconds(1));
        }
    }

    private void doIt(UserAction action) {
        if (action instanceof UserAction.CreateCluster it) {
            createCluster(it);
        } else if (action instanceof UserAction.DeleteCluster it) {
            pick(clusters(), it.cluster()).ifPresent(this::delete);
        } else if (action instanceof UserAction.UpgradeCluster it) {
            pick(clusters(), it.cluster()).ifPresent(cluster -> patch(cluster, release(it.version())));
        } else if (action instanceof UserAction.ConfigureCluster it) {
            pick(clusters(), it.cluster())
                    .ifPresent(cluster -> patch(
                            cluster,
                            "{\"spec\": {\"configuration\": {\"image\":"
                                    + " {\"registrySources\": {\"insecureRegistries\": [\"registry-" + it.setting()
                                    + ".example.com\"]}}}}}"));
        } else if (action instanceof UserAction.PauseCluster it) {
            pick(clusters(), it.cluster()).ifPresent(WalkedWorld.this::pause);
        } else if (action instanceof UserAction.ResumeCluster it) {
            pick(clusters(), it.cluster()).ifPresent(WalkedWorld.this::resume);
        } else if (action instanceof UserAction.CreatePool it) {
            createPool(it);
        } else if (action instanceof UserAction.DeletePool it) {
            pick(pools(), it.pool()).ifPresent(this::delete);
        } else if (action instanceof UserAction.ScalePool it) {
            pick(pools(), it.pool())
                    .ifPresent(pool ->
                            patch(pool, "{\"spec\": {\"autoScaling\": null, \"replicas\": " + it.replicas() + "}}"));
        } else if (action instanceof UserAction.AutoscalePool it) {
            int min = 1 + it.min();
            pick(pools(), it.pool())
                    .ifPresent(pool -> patch(
                            pool,
                            "{\"spec\": {\"replicas\": null, \"autoScaling\": {\"min\": " + min + ", \"max\": "
                                    + (min + it.max()) + "}}}"));
        } else if (action instanceof UserAction.UpgradePool it) {
            pick(pools(), it.pool()).ifPresent(pool -> patch(pool, release(it.version())));
        } else if (action instanceof UserAction.ConfigurePool it) {
            pick(pools(), it.pool()).ifPresent(pool -> configure(pool, it.setting()));
        } else if (action instanceof UserAction.LabelPool it) {
            pick(pools(), it.pool())
                    .ifPresent(
                            pool -> patch(pool, "{\"spec\": {\"nodeLabels\": {\"tier\": \"t" + it.value() + "\"}}}"));
        } else if (action instanceof UserAction.PausePool it) {
            pick(pools(), it.pool()).ifPresent(this::pause);
        } else if (action instanceof UserAction.ResumePool it) {
            pick(pools(), it.pool()).ifPresent(this::resume);
        } else if (action instanceof UserAction.Kill it) {
            kill(it);
        } else if (action instanceof UserAction.Break it) {
            fault(it).ifPresent(this::breakIt);
        } else if (action instanceof UserAction.MendAll) {
            mend();
        } else if (action instanceof UserAction.Wait it) {
            simulator.advance(Duration.ofSeconds(it.seconds()));
        }
    }

    private static <T> Optional<T> pick(List<T> among, int number) {
        return among.isEmpty() ? Optional.empty() : Optional.of(among.get(number % among.size()));
    }

    static String release(int version) {
        return "{\"spec\": {\"release\": {\"image\": \"" + TestClusters.image(VERSIONS.get(version)) + "\"}}}";
    }

    private void patch(JsonObject object, String patch) {
        ResourceType type = type(String.valueOf(object.text("kind")));
        objects.mergePatch(type, namespace(object), name(object), null, Json.parseObject(patch), "user");
    }

    private void pause(JsonObject object) {
        patch(object, "{\"spec\": {\"pausedUntil\": \"true\"}}");
    }

    private void resume(JsonObject object) {
        patch(object, "{\"spec\": {\"pausedUntil\": null}}");
    }

    private void delete(JsonObject object) {
        ResourceType type = type(String.valueOf(object.text("kind")));
        objects.delete(type, namespace(object), name(object), Objects.Deletion.BACKGROUND);
    }

    private void createCluster(UserAction.CreateCluster it) {
        if (clusters().size() >= MOST_CLUSTERS) {
            return;
        }
        String name = "c" + ++made;
        usersOwn.add("Secret " + USERS + "/" + name + "-pull-secret");
        create(TestClusters.pullSecret(name));
        JsonObject cluster = TestClusters.hostedCluster(name, VERSIONS.get(it.version()));
        if (made % 2 == 0) {
            cluster = cluster.withAt("SingleReplica", "spec", "controllerAvailabilityPolicy");
        }
        create(onPlatform(it.platform(), cluster));
    }

    private static JsonObject onPlatform(Platform platform, JsonObject cluster) {
        return switch (platform) {
            case KUBEVIRT -> cluster;
            case AGENT ->
                cluster.withAt(
                                JsonObject.of("type", "Agent", "agent", JsonObject.of("agentNamespace", "agents")),
                                "spec",
                                "platform")
                        .withAt("example.com", "spec", "dns", "baseDomain");
            case NONE -> {
                JsonObject strategy =
                        JsonObject.of("type", "NodePort", "nodePort", JsonObject.of("address", "203.0.113.7"));
                yield cluster.withAt(JsonObject.of("type", "None"), "spec", "platform")
                        .withAt("example.com", "spec", "dns", "baseDomain")
                        .withAt(
                                JsonArray.copyOf(Stream.of("APIServer", "OAuthServer", "Konnectivity", "Ignition")
                                        .map(service -> JsonObject.of(
                                                "service", service, "servicePublishingStrategy", strategy))
                                        .toList()),
                                "spec",
                                "services");
            }
        };
    }

    private void createPool(UserAction.CreatePool it) {
        List<JsonObject> virtual = clusters().stream()
                .filter(cluster -> "KubeVirt".equals(cluster.text("spec", "platform", "type")))
                .toList();
        if (pools().size() >= MOST_POOLS) {
            return;
        }
        pick(virtual, it.cluster()).ifPresent(cluster -> {
            JsonObject pool = TestClusters.nodePool(name(cluster), "4.16.3", it.replicas());
            create(pool.withAt("p" + ++made, "metadata", "name")
                    .withAt(cluster.at("spec", "release", "image"), "spec", "release", "image")
                    .withAt(
                            it.upgrades() == UserAction.Upgrades.REPLACE ? "Replace" : "InPlace",
                            "spec",
                            "management",
                            "upgradeType")
                    .withAt(it.autoRepair(), "spec", "management", "autoRepair"));
        });
    }

    private void configure(JsonObject pool, int setting) {
        String map = "kubelet-" + setting;
        String key = "ConfigMap " + USERS + "/" + map;
        if (usersOwn.add(key)) {
            create(Json.parseObject("""
                    {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "%s", "namespace": "clusters"},
                     "data": {"config": "apiVersion: machineconfiguration.openshift.io/v1\\nkind: KubeletConfig\\nmetadata:\\n  name: %s\\nspec:\\n  kubeletConfig:\\n    maxPods: %d\\n"}}
                    """.formatted(map, map, 100 + setting)));
        }
        patch(pool, "{\"spec\": {\"config\": [{\"name\": \"" + map + "\"}]}}");
    }

    private void kill(UserAction.Kill it) {
        if (it.victim() == Victim.NODE) {
            pick(clusters(), it.which())
                    .flatMap(cluster -> guest(name(cluster)))
                    .ifPresent(guest -> pick(repaired(guest.list(guest.resource("v1", "Node"), "")), it.which())
                            .ifPresent(node -> guest.delete(
                                    guest.resource("v1", "Node"), "", name(node), Objects.Deletion.BACKGROUND)));
            return;
        }
        String kind =
                switch (it.victim()) {
                    case MACHINE -> "Machine";
                    case VIRTUAL_MACHINE -> "VirtualMachine";
                    case INSTANCE -> "VirtualMachineInstance";
                    case POD -> "Pod";
                    case DEPLOYMENT -> "Deployment";
                    case MACHINE_SET -> "MachineSet";
                    case NODE -> throw new IllegalStateException("nodes are in hosted clusters");
                };
        List<JsonObject> victims = inControlPlanes(kind);
        boolean partOfMachine = it.victim() == Victim.VIRTUAL_MACHINE || it.victim() == Victim.INSTANCE;
        pick(partOfMachine ? repaired(victims) : victims, it.which()).ifPresent(this::delete);
    }

    /** Those of pools with autoRepair: without it nobody brings back what somebody took from a machine. */
    private List<JsonObject> repaired(List<JsonObject> parts) {
        List<String> pools = pools().stream()
                .filter(pool -> Boolean.TRUE.equals(pool.at("spec", "management", "autoRepair")))
                .map(WalkedWorld::name)
                .toList();
        return parts.stream()
                .filter(part -> pools.contains(name(part).split("-")[0]))
                .toList();
    }

    private Optional<Fault> fault(UserAction.Break it) {
        int which = it.which();
        Optional<String> namespace = pick(clusters(), which).map(cluster -> USERS + "-" + name(cluster));
        return switch (it.trouble()) {
            case NODE -> Optional.of(new Fault.NodeLost("management-" + which % 9));
            case ZONE -> Optional.of(new Fault.ZoneLost("zone-" + (char) ('a' + which % 3)));
            case MANAGEMENT_CONTROL_PLANE -> Optional.of(new Fault.ManagementControlPlaneLost());
            case ETCD_MEMBER -> namespace.map(each -> new Fault.EtcdMemberDown(each, which % 3));
            case ETCD_VOLUME -> namespace.map(each -> new Fault.EtcdVolumeLost(each, which % 3));
            case CRASH ->
                namespace.map(each -> new Fault.ContainersFail(
                        each, which % 2 == 0 ? "kube-apiserver-" : "", ContainerFailure.CRASH, ""));
            case IMAGE_PULL ->
                namespace.map(each -> new Fault.ContainersFail(
                        each, which % 2 == 0 ? "etcd-" : "cluster-api", ContainerFailure.IMAGE_PULL, ""));
            case API_SERVER -> namespace.map(Fault.ApiServerUnreachable::new);
            case LOAD_BALANCER ->
                namespace.map(each -> new Fault.LoadBalancerNotProvisioned(each, "", "quota exceeded"));
            case VOLUMES -> namespace.map(each -> new Fault.VolumesNotProvisioned(each, "", "no space left"));
            case IGNITION -> namespace.map(Fault.IgnitionUnreachable::new);
            case MACHINE ->
                pick(inControlPlanes("Machine"), which)
                        .map(machine -> new Fault.MachineNotReady(
                                namespace(machine), name(machine), "KubeletNotReady", "PLEG is not healthy"));
            case CREATION ->
                Optional.of(new Fault.CreationRefused("", pickKind(which), 403, "Forbidden", "exceeded quota"));
            case CONFLICTS -> Optional.of(new Fault.WritesConflict("", pickKind(which)));
            case SILENCE -> Optional.of(new Fault.WatchesSilent(pickKind(which)));
            case LATENESS -> Optional.of(new Fault.WatchesLate(which % 3 == 0 ? "" : pickKind(which), 1 + which * 3));
            case REPETITION -> Optional.of(new Fault.WatchesRepeat(which % 3 == 0 ? "" : pickKind(which)));
        };
    }

    private static String pickKind(int which) {
        List<String> kinds = List.of(
                "Machine",
                "MachineSet",
                "MachineDeployment",
                "KubevirtMachine",
                "VirtualMachine",
                "VirtualMachineInstance",
                "DataVolume",
                "Secret",
                "ConfigMap",
                "HostedControlPlane",
                "HostedCluster",
                "NodePool",
                "Deployment",
                "ReplicaSet",
                "StatefulSet",
                "Pod",
                "Service",
                "Route",
                "Namespace",
                "Cluster",
                "KubevirtCluster",
                "KubevirtMachineTemplate",
                "MachineHealthCheck",
                "PersistentVolumeClaim");
        return kinds.get(which % kinds.size());
    }

    private void breakIt(Fault fault) {
        broken.computeIfAbsent(fault, simulator::inject);
    }

    void mend() {
        broken.values().forEach(InjectedFault::mend);
        broken.clear();
    }

    void resumeAll() {
        clusters().forEach(this::resume);
        pools().forEach(this::resume);
    }

    /** Who deletes a cluster so soon that no controller has seen it deletes its pools, too. */
    void deletePoolsWithoutCluster() {
        List<String> clusters = names(clusters());
        pools().stream()
                .filter(pool -> !clusters.contains(pool.text("spec", "clusterName")))
                .forEach(this::delete);
    }

    void deleteAll() {
        Stream.of(pools(), clusters()).flatMap(Collection::stream).forEach(this::delete);
    }

    /** Waits until nothing happens any more. */
    boolean settles() {
        return simulator.runUntilQuiet(LONG);
    }

    List<String> names(List<JsonObject> objectsOfAKind) {
        List<String> names = new ArrayList<>();
        objectsOfAKind.forEach(object -> names.add(name(object)));
        return names;
    }
}
