package dev.hcp.simulator.world.autoscaling;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.MachineAnnotations;
import dev.hcp.api.value.GoDuration;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.world.Meta;
import dev.hcp.simulator.world.capi.CapiConditions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Machines that are alike and whose number the autoscaler may change: a MachineDeployment or MachineSet with limits.
 *
 * @param type its kind
 * @param owner the MachineDeployment or MachineSet
 * @param machines its machines
 */
record NodeGroup(ResourceType type, JsonObject owner, List<JsonObject> machines) {
    private static final String HOSTNAME = "kubernetes.io/hostname";
    private static final String DEFAULT_PODS = "110";

    /** The groups in a control plane namespace, by name; one without machines only if what these would be like is described. */
    static List<NodeGroup> in(String namespace, Objects objects) {
        List<NodeGroup> groups = new ArrayList<>();
        List<JsonObject> machines = new ArrayList<>();
        for (String kind : List.of("MachineDeployment", "MachineSet")) {
            ResourceType type = objects.resource("cluster.x-k8s.io/v1beta1", kind);
            for (JsonObject owner : objects.list(type, namespace)) {
                boolean ofDeployment = Meta.controlledBy(owner, "MachineDeployment");
                if (!ofDeployment && !Meta.deleting(owner) && hasLimits(owner)) {
                    if (machines.isEmpty()) {
                        machines.addAll(
                                objects.list(objects.resource("cluster.x-k8s.io/v1beta1", "Machine"), namespace));
                    }
                    NodeGroup group = new NodeGroup(
                            type,
                            owner,
                            machines.stream().filter(each -> owns(owner, each)).toList());
                    // Nobody knows what a first machine would be good for.
                    if (group.size() > 0 || group.described("first", objects).isPresent()) {
                        groups.add(group);
                    }
                }
            }
        }
        return groups;
    }

    private static boolean hasLimits(JsonObject owner) {
        int maximum = limit(owner, MachineAnnotations.AUTOSCALER_MAX_SIZE);
        return maximum > 0 && maximum >= limit(owner, MachineAnnotations.AUTOSCALER_MIN_SIZE);
    }

    private static boolean owns(JsonObject owner, JsonObject machine) {
        String label = "MachineDeployment".equals(owner.text("kind"))
                ? "cluster.x-k8s.io/deployment-name"
                : "cluster.x-k8s.io/set-name";
        return Meta.name(owner).equals(machine.text("metadata", "labels", label));
    }

    private static int limit(JsonObject owner, String annotation) {
        String text = owner.text("metadata", "annotations", annotation);
        return text == null || !text.matches("[0-9]{1,9}") ? 0 : Integer.parseInt(text);
    }

    String name() {
        return Meta.name(owner);
    }

    /** How the autoscaler names it. */
    String id() {
        return type.kind() + "/" + Meta.namespace(owner) + "/" + name();
    }

    int minimum() {
        return limit(owner, MachineAnnotations.AUTOSCALER_MIN_SIZE);
    }

    int maximum() {
        return limit(owner, MachineAnnotations.AUTOSCALER_MAX_SIZE);
    }

    /** How many machines it shall have. */
    int size() {
        return (int) owner.integer(0, "spec", "replicas");
    }

    /** The names of its nodes. */
    TreeSet<String> nodeNames() {
        TreeSet<String> names = new TreeSet<>();
        for (JsonObject machine : machines) {
            String node = machine.text("status", "nodeRef", "name");
            if (node != null && !Meta.deleting(machine)) {
                names.add(node);
            }
        }
        return names;
    }

    Optional<JsonObject> machineOf(String node) {
        return machines.stream()
                .filter(machine -> node.equals(machine.text("status", "nodeRef", "name")))
                .findFirst();
    }

    /** A setting of this group that goes before the autoscaler's own. */
    Duration option(String name, Duration otherwise) {
        String text = owner.text("metadata", "annotations", MachineAnnotations.AUTOSCALING_OPTIONS_PREFIX + name);
        return text == null ? otherwise : GoDuration.of(text).parsed().orElse(otherwise);
    }

    /** As {@link #option(String, Duration)}. */
    double option(String name, double otherwise) {
        String text = owner.text("metadata", "annotations", MachineAnnotations.AUTOSCALING_OPTIONS_PREFIX + name);
        return text == null || !text.matches("[0-9.]+") ? otherwise : Double.parseDouble(text);
    }

    /** What its next node will be like; empty when nobody knows. */
    Optional<JsonObject> template(String name, Objects guest, Objects management) {
        ResourceType nodes = guest.resource("v1", "Node");
        for (String node : nodeNames()) {
            Optional<JsonObject> found =
                    guest.get(nodes, "", node).filter(each -> CapiConditions.isTrue(each, "Ready"));
            if (found.isPresent()) {
                return found.map(like -> alike(like, name));
            }
        }
        return described(name, management);
    }

    private static JsonObject alike(JsonObject node, String name) {
        List<@Nullable Object> taints = new ArrayList<>();
        for (Object taint : node.array("spec", "taints")) {
            if (taint instanceof JsonObject object && isLasting(String.valueOf(object.text("key")))) {
                taints.add(object);
            }
        }
        return node.withAt(name, "metadata", "name")
                .withAt(name, "metadata", "labels", HOSTNAME)
                .withAt(JsonArray.copyOf(taints), "spec", "taints")
                .withAt(false, "spec", "unschedulable");
    }

    private static boolean isLasting(String key) {
        return !key.startsWith("node.kubernetes.io/")
                && !key.startsWith("node.cluster.x-k8s.io/")
                && !key.equals(ScaleDown.TAINT);
    }

    /** From annotations, and what the infrastructure template says of its machines; empty without processors or memory. */
    private Optional<JsonObject> described(String name, Objects management) {
        JsonObject reference = owner.object("spec", "template", "spec", "infrastructureRef");
        JsonObject status = management
                .get(
                        management.resource(
                                String.valueOf(reference.text("apiVersion")), String.valueOf(reference.text("kind"))),
                        Meta.namespace(owner),
                        String.valueOf(reference.text("name")))
                .map(template -> template.object("status"))
                .orElse(JsonObject.EMPTY);
        JsonObject capacity = status.object("capacity");
        String cpu = capacity(capacity, "cpu", "cpu");
        String memory = capacity(capacity, "memory", "memory");
        if (cpu == null || memory == null) {
            return Optional.empty();
        }
        String pods = capacity(capacity, "maxPods", "pods");
        JsonObject.Builder resources = JsonObject.builder(4)
                .put("cpu", cpu)
                .put("memory", memory)
                .put("pods", pods == null ? DEFAULT_PODS : pods)
                .putIfPresent("ephemeral-storage", capacity(capacity, "ephemeral-disk", "ephemeral-storage"));
        String gpu = annotation("gpu-type");
        if (gpu != null) {
            resources.put(gpu, annotation("gpu-count"));
        }
        JsonObject.Builder labels = JsonObject.builder(8)
                .put("kubernetes.io/arch", or(status.text("nodeInfo", "architecture"), "amd64"))
                .put("kubernetes.io/os", or(status.text("nodeInfo", "operatingSystem"), "linux"))
                .put(HOSTNAME, name);
        for (String pair : list("labels")) {
            labels.put(before(pair, '='), after(pair, '='));
        }
        List<JsonObject> taints = new ArrayList<>();
        for (String taint : list("taints")) {
            String keyAndValue = before(taint, ':');
            taints.add(JsonObject.of(
                    "key", before(keyAndValue, '='), "value", after(keyAndValue, '='), "effect", after(taint, ':')));
        }
        return Optional.of(JsonObject.of(
                "apiVersion",
                "v1",
                "kind",
                "Node",
                "metadata",
                JsonObject.of("name", name, "labels", labels.build()),
                "spec",
                JsonObject.of("taints", taints),
                "status",
                JsonObject.of("allocatable", resources.build())));
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null || text.isEmpty() ? otherwise : text;
    }

    private @Nullable String annotation(String name) {
        return owner.text("metadata", "annotations", MachineAnnotations.AUTOSCALER_CAPACITY_PREFIX + name);
    }

    private @Nullable String capacity(JsonObject capacity, String annotation, String resource) {
        String own = annotation(annotation);
        return own != null ? own : capacity.text(resource);
    }

    private List<String> list(String annotation) {
        String text = annotation(annotation);
        return text == null || text.isBlank() ? List.of() : List.of(text.split(","));
    }

    private static String before(String text, char separator) {
        int at = text.indexOf(separator);
        return at < 0 ? text : text.substring(0, at);
    }

    private static String after(String text, char separator) {
        int at = text.indexOf(separator);
        return at < 0 ? "" : text.substring(at + 1);
    }

    /** Identity and size; the machines are many. */
    @Override
    public String toString() {
        return id() + " " + size() + " (" + minimum() + "-" + maximum() + ")";
    }
}
