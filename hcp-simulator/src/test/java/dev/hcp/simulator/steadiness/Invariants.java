package dev.hcp.simulator.steadiness;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What holds in a management cluster in which nothing is broken and nothing happens any more. */
final class Invariants {
    private static final String POOL = "hypershift.openshift.io/nodePool";

    private final WalkedWorld world;
    private final List<String> violations = new ArrayList<>();

    private Invariants(WalkedWorld world) {
        this.world = world;
    }

    /** What does not hold, one line each. */
    static List<String> violatedIn(WalkedWorld world) {
        Invariants all = new Invariants(world);
        all.nobodyIsOrphaned();
        all.nobodyIsStuckInDeletion();
        world.clusters().forEach(all::clusterIsRight);
        world.pools().forEach(all::poolIsRight);
        return all.violations;
    }

    /** Whether a cluster or pool asks for what it cannot have: its controller fails until somebody asks for something else. */
    static boolean asksInVain(WalkedWorld world, String key) {
        return Stream.of(world.clusters(), world.pools())
                .flatMap(List::stream)
                .anyMatch(each -> key.equals(WalkedWorld.USERS + "/" + WalkedWorld.name(each))
                        && is(each, "ValidReleaseImage", "False"));
    }

    private void require(boolean holds, JsonObject object, String what) {
        if (!holds) {
            violations.add(object.text("kind") + " " + WalkedWorld.name(object) + ": " + what);
        }
    }

    static JsonObject condition(JsonObject object, String type) {
        JsonArray conditions = object.array("status", "conditions");
        for (int i = 0; i < conditions.size(); i++) {
            if (type.equals(conditions.object(i).text("type"))) {
                return conditions.object(i);
            }
        }
        return JsonObject.EMPTY;
    }

    private static boolean is(JsonObject object, String type, String status) {
        return status.equals(condition(object, type).text("status"));
    }

    private void requireCondition(JsonObject object, String type, boolean wanted) {
        JsonObject found = condition(object, type);
        require(
                (wanted ? "True" : "False").equals(found.text("status")),
                object,
                type + " should be " + wanted + " but is " + found.text("status") + " " + found.text("reason") + ": "
                        + found.text("message"));
    }

    /** Owners exist; what stands for a machine belongs to something; what carries a pool's name has its pool. */
    private void nobodyIsOrphaned() {
        Set<String> uids = new HashSet<>();
        List<JsonObject> all = new ArrayList<>();
        for (ResourceType type : world.objects.resources()) {
            world.objects.list(type, "").forEach(object -> {
                uids.add(String.valueOf(object.text("metadata", "uid")));
                all.add(object);
            });
        }
        Set<String> pools = new HashSet<>();
        world.pools().forEach(pool -> pools.add(WalkedWorld.USERS + "/" + WalkedWorld.name(pool)));
        for (JsonObject object : all) {
            JsonArray owners = object.array("metadata", "ownerReferences");
            for (int i = 0; i < owners.size(); i++) {
                require(
                        uids.contains(owners.object(i).text("uid")),
                        object,
                        "its owner is gone: " + owners.object(i).text("kind") + " "
                                + owners.object(i).text("name"));
            }
            String pool = object.text("metadata", "annotations", POOL);
            require(pool == null || pools.contains(pool), object, "its pool is gone: " + pool);
        }
        Stream.of("Machine", "MachineSet", "KubevirtMachine", "VirtualMachineInstance", "DataVolume")
                .flatMap(kind -> world.inControlPlanes(kind).stream())
                .forEach(object -> require(
                        !object.array("metadata", "ownerReferences").isEmpty()
                                || object.text("metadata", "annotations", POOL) != null,
                        object,
                        "it belongs to nobody"));
        // Virtual machines may be in another cluster than their owners, so they are found by name.
        List<String> machines = world.names(world.inControlPlanes("KubevirtMachine"));
        world.inControlPlanes("VirtualMachine")
                .forEach(object -> require(machines.contains(WalkedWorld.name(object)), object, "it has no machine"));
    }

    private void nobodyIsStuckInDeletion() {
        for (ResourceType type : world.objects.resources()) {
            for (JsonObject object : world.objects.list(type, "")) {
                require(
                        object.at("metadata", "deletionTimestamp") == null,
                        object,
                        "it is being deleted forever; finalizers " + object.array("metadata", "finalizers"));
            }
        }
    }

    private void clusterIsRight(JsonObject cluster) {
        String name = WalkedWorld.name(cluster);
        boolean paused = cluster.text("spec", "pausedUntil") != null;
        requireCondition(cluster, "ReconciliationActive", !paused);
        if (paused) {
            return;
        }
        boolean valid = isValid(cluster);
        requireCondition(cluster, "ValidReleaseImage", valid);
        if (!valid) {
            return;
        }
        conditionsAreCurrent(cluster);
        require(
                world.guest(name).isPresent() == is(cluster, "Available", "True"),
                cluster,
                "Available is " + condition(cluster, "Available") + " but its API server "
                        + (world.guest(name).isPresent() ? "answers" : "is not there"));
        requireCondition(cluster, "Available", true);
        requireCondition(cluster, "Degraded", false);
        requireCondition(cluster, "EtcdAvailable", true);
        requireCondition(cluster, "KubeAPIServerAvailable", true);
        if (readyNodes(name) >= 2) {
            JsonArray history = cluster.array("status", "version", "history");
            JsonObject newest = history.isEmpty() ? JsonObject.EMPTY : history.object(0);
            require(
                    "Completed".equals(newest.text("state"))
                            && String.valueOf(newest.text("image")).equals(cluster.text("spec", "release", "image")),
                    cluster,
                    "it should have completed " + cluster.text("spec", "release", "image") + " but its history is "
                            + history + " " + condition(cluster, "ClusterVersionProgressing"));
            requireCondition(cluster, "Progressing", false);
        }
    }

    private void conditionsAreCurrent(JsonObject object) {
        long generation = object.integer(0, "metadata", "generation");
        JsonArray conditions = object.array("status", "conditions");
        for (int i = 0; i < conditions.size(); i++) {
            JsonObject condition = conditions.object(i);
            require(
                    condition.integer(generation, "observedGeneration") == generation,
                    object,
                    condition.text("type") + " speaks of generation " + condition.integer(0, "observedGeneration")
                            + " but there is " + generation);
        }
    }

    private long readyNodes(String cluster) {
        return world.nodes(cluster).stream()
                .filter(node -> is(node, "Ready", "True"))
                .count();
    }

    private static String version(JsonObject object) {
        return versionOf(String.valueOf(object.text("spec", "release", "image")));
    }

    private static String versionOf(String image) {
        return image.substring(image.indexOf(':') + 1, image.lastIndexOf('-'));
    }

    static int minor(String version) {
        return Integer.parseInt(version.split("\\.")[1]);
    }

    /** The version that a cluster completed last, or that it wants if there is none. */
    private static String completed(JsonObject cluster) {
        JsonArray history = cluster.array("status", "version", "history");
        for (int i = 0; i < history.size(); i++) {
            if ("Completed".equals(history.object(i).text("state"))) {
                return String.valueOf(history.object(i).text("version"));
            }
        }
        return version(cluster);
    }

    private static boolean isValid(JsonObject cluster) {
        String current = cluster.text("status", "version", "desired", "image");
        return current == null || minor(version(cluster)) >= minor(versionOf(current));
    }

    private void poolIsRight(JsonObject pool) {
        String clusterName = String.valueOf(pool.text("spec", "clusterName"));
        Optional<JsonObject> found = world.clusters().stream()
                .filter(each -> WalkedWorld.name(each).equals(clusterName))
                .findFirst();
        if (found.isEmpty()) {
            require(false, pool, "its cluster is gone");
            return;
        }
        JsonObject cluster = found.get();
        boolean paused = pool.text("spec", "pausedUntil") != null;
        boolean clusterPaused = cluster.text("spec", "pausedUntil") != null;
        if (clusterPaused || condition(cluster, "Available").text("status") == null) {
            return;
        }
        skewHolds(pool, cluster);
        if (is(cluster, "ValidReleaseImage", "False")) {
            // Its control plane rests as it was, paused perhaps, so that nobody cares for new nodes.
            return;
        }
        String current = pool.text("status", "version");
        boolean valid = minor(version(pool)) <= minor(completed(cluster))
                && (current == null || current.isEmpty() || minor(version(pool)) >= minor(current));
        requireCondition(pool, "ValidReleaseImage", valid);
        if (!valid) {
            return;
        }
        requireCondition(pool, "ReconciliationActive", !paused);
        if (paused) {
            return;
        }
        conditionsAreCurrent(pool);
        machinesAreRight(pool, clusterName);
        requireCondition(pool, "AutoscalingEnabled", pool.at("spec", "autoScaling") != null);
    }

    /** The newest version that a control plane has or is on the way to. */
    private static String newest(JsonObject cluster) {
        JsonArray history = cluster.array("status", "version", "history");
        String version = history.isEmpty() ? null : history.object(0).text("version");
        return version == null ? version(cluster) : version;
    }

    /** Nodes are never of a minor version that their control plane does not have. */
    private void skewHolds(JsonObject pool, JsonObject cluster) {
        String newest = newest(cluster);
        String current = pool.text("status", "version");
        require(
                current == null || current.isEmpty() || minor(current) <= minor(newest),
                pool,
                "its nodes are " + current + ", ahead of the control plane's " + newest);
        for (JsonObject node : nodesOf(pool)) {
            String kubelet = String.valueOf(node.text("status", "nodeInfo", "kubeletVersion"));
            require(
                    minor(kubelet) <= minor(newest) + 13,
                    node,
                    "its kubelet is " + kubelet + ", ahead of the control plane's " + newest);
        }
    }

    private List<JsonObject> nodesOf(JsonObject pool) {
        return world.nodes(String.valueOf(pool.text("spec", "clusterName"))).stream()
                .filter(node -> WalkedWorld.name(pool).equals(node.text("metadata", "labels", POOL)))
                .toList();
    }

    private List<JsonObject> machinesOf(JsonObject pool, String kind) {
        String key = WalkedWorld.USERS + "/" + WalkedWorld.name(pool);
        return world.inControlPlanes(kind).stream()
                .filter(object -> key.equals(object.text("metadata", "annotations", POOL)))
                .toList();
    }

    private void machinesAreRight(JsonObject pool, String cluster) {
        List<JsonObject> machines = machinesOf(pool, "Machine");
        List<JsonObject> nodes = nodesOf(pool);
        long replicas = pool.integer(-1, "spec", "replicas");
        long least = replicas >= 0 ? replicas : pool.integer(0, "spec", "autoScaling", "min");
        long most = replicas >= 0 ? replicas : pool.integer(0, "spec", "autoScaling", "max");
        require(
                machines.size() >= least && machines.size() <= most,
                pool,
                "it should have " + least + " to " + most + " machines but has " + world.names(machines));
        long wellNodes =
                nodes.stream().filter(node -> is(node, "Ready", "True")).count();
        require(
                nodes.size() == machines.size() && wellNodes == nodes.size(),
                pool,
                "it has machines " + world.names(machines) + " but nodes " + world.names(nodes) + ", " + wellNodes
                        + " of them ready");
        require(
                pool.integer(0, "status", "replicas") == wellNodes,
                pool,
                "status.replicas is " + pool.integer(0, "status", "replicas") + " with " + wellNodes + " ready nodes");
        require(
                version(pool).equals(pool.text("status", "version")),
                pool,
                "it should have version " + version(pool) + " but has " + pool.text("status", "version"));
        requireCondition(pool, "Ready", true);
        requireCondition(pool, "AllMachinesReady", !machines.isEmpty());
        requireCondition(pool, "AllNodesHealthy", !machines.isEmpty());
        for (String updating : List.of("UpdatingVersion", "UpdatingConfig", "UpdatingPlatformMachineTemplate")) {
            require(!is(pool, updating, "True"), pool, updating + " is True");
        }
        Map<String, String> machineOfNode = new HashMap<>();
        machines.forEach(machine -> machineOfNode.put(
                String.valueOf(machine.text("status", "nodeRef", "name")), WalkedWorld.name(machine)));
        nodes.forEach(node -> {
            require(machineOfNode.containsKey(WalkedWorld.name(node)), node, "it belongs to no machine");
            String kubelet = String.valueOf(node.text("status", "nodeInfo", "kubeletVersion"));
            require(
                    minor(kubelet) == minor(version(pool)) + 13,
                    node,
                    "its kubelet is " + kubelet + " in a pool of " + version(pool));
            Object tier = pool.at("spec", "nodeLabels", "tier");
            require(
                    tier == null || tier.equals(node.text("metadata", "labels", "tier")),
                    node,
                    "its label tier is " + node.text("metadata", "labels", "tier") + " rather than " + tier);
        });
    }
}
