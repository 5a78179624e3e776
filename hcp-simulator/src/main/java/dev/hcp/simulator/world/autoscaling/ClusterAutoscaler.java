package dev.hcp.simulator.world.autoscaling;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.MachineAnnotations;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.ApiException;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.ConditionList;
import dev.hcp.simulator.world.EventRecorder;
import dev.hcp.simulator.world.GuestClusters;
import dev.hcp.simulator.world.Meta;
import dev.hcp.simulator.world.scheduling.Forecast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cluster autoscalers of control planes: each lets the pools of its hosted cluster grow when pods find no node there, and
 * shrink when nodes are not needed, within the pools' limits. One acts while the Deployment {@code cluster-autoscaler} is
 * available. Keys are control plane namespaces.
 */
public final class ClusterAutoscaler implements Actor<String> {
    private static final String NAME = "cluster-autoscaler";
    /** It looks so often; what happens in between it sees together. */
    private static final Duration SCAN = Duration.ofSeconds(10);

    private static final Duration DOWN = Duration.ofSeconds(15);
    private static final Duration DELAY_AFTER_ADD = Duration.ofMinutes(10);
    private static final Duration DELAY_AFTER_FAILURE = Duration.ofMinutes(3);
    private static final Duration GROUP_BACKOFF = Duration.ofMinutes(5);
    /** So many nodes without pods go together; of the others one at a time. */
    private static final int EMPTY_AT_ONCE = 10;

    private final Objects objects;
    private final GuestClusters guests;
    private final Seed seed;
    private final ResourceType deployments;
    private final Map<String, Memory> memories = new HashMap<>();

    /** What one autoscaler remembers: as the reference, only as long as it runs. */
    private static final class Memory {
        final Map<String, Instant> unneeded = new HashMap<>();
        /** Nodes that pods are leaving, and since when. */
        final TreeMap<String, Instant> leaving = new TreeMap<>();
        /** Groups that failed, and until when they are left alone. */
        final Map<String, Instant> failed = new HashMap<>();

        Instant noRemovalBefore = Instant.MIN;
    }

    /**
     * @param objects the management cluster
     * @param guests the hosted clusters
     * @param seed decides among groups that suit equally well
     */
    public ClusterAutoscaler(Objects objects, GuestClusters guests, Seed seed) {
        this.objects = objects;
        this.guests = guests;
        this.seed = seed;
        this.deployments = objects.resource("apps/v1", "Deployment");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration latency() {
        return SCAN;
    }

    @Override
    public void start(ActorContext<String> context) {
        context.watch("apps", "Deployment", change -> {
            boolean mine = NAME.equals(Meta.name(change.object()));
            return mine ? List.of(Meta.namespace(change.object())) : List.of();
        });
        for (String kind : List.of("MachineDeployment", "MachineSet", "Machine")) {
            context.watch("cluster.x-k8s.io", kind, change -> where(Meta.namespace(change.object())));
        }
        context.watchHosted("", "Pod", (server, change) -> matters(change) ? where(server) : List.of());
        context.watchHosted("", "Node", (server, change) -> where(server));
        context.watchHosted("policy", "PodDisruptionBudget", (server, change) -> where(server));
    }

    private static boolean matters(Objects.Change change) {
        JsonObject before = change.before();
        JsonObject after = change.after();
        return before == null
                || after == null
                || unschedulable(after) != unschedulable(before)
                || !java.util.Objects.equals(before.text("spec", "nodeName"), after.text("spec", "nodeName"));
    }

    private List<String> where(String namespace) {
        return deployment(namespace).isPresent() ? List.of(namespace) : List.of();
    }

    private Optional<JsonObject> deployment(String namespace) {
        return objects.get(deployments, namespace, NAME)
                .filter(deployment -> deployment.integer(0, "status", "availableReplicas") > 0);
    }

    private static boolean unschedulable(JsonObject pod) {
        JsonObject condition = ConditionList.find(pod.array("status", "conditions"), "PodScheduled");
        return "Unschedulable".equals(condition.text("reason")) && pod.text("spec", "nodeName") == null;
    }

    @Override
    public Turn act(String namespace, ActorContext<String> context) {
        Optional<JsonObject> deployment = deployment(namespace);
        List<NodeGroup> groups = deployment.isEmpty() ? List.of() : NodeGroup.in(namespace, objects);
        if (groups.isEmpty()) {
            memories.remove(namespace);
            return Turn.done();
        }
        Optional<GuestClusters.Guest> guest = guests.find(namespace);
        if (guest.isEmpty()) {
            return Turn.pollAfter(DOWN);
        }
        Memory memory = memories.computeIfAbsent(namespace, absent -> new Memory());
        Scan scan = new Scan(
                guest.get().objects(),
                groups,
                AutoscalerOptions.of(deployment.get()),
                memory,
                new EventRecorder(guest.get().objects(), context::now),
                context.now());
        scan.run();
        return scan.next == null
                ? Turn.done()
                : Turn.requeueAfter(positive(Duration.between(context.now(), scan.next)));
    }

    private static Duration positive(Duration wait) {
        return wait.compareTo(SCAN) < 0 ? SCAN : wait;
    }

    /** One look at a cluster. */
    private final class Scan {
        private final Objects guest;
        private final List<NodeGroup> groups;
        private final AutoscalerOptions options;
        private final Memory memory;
        private final EventRecorder inGuest;
        private final Instant now;
        private final ResourceType pods;
        private final ResourceType nodes;
        private final Map<String, Integer> coming = new HashMap<>();
        /** When the next look is due for no other reason than that time has passed. */
        private @Nullable Instant next;

        Scan(
                Objects guest,
                List<NodeGroup> groups,
                AutoscalerOptions options,
                Memory memory,
                EventRecorder inGuest,
                Instant now) {
            this.guest = guest;
            this.groups = groups;
            this.options = options;
            this.memory = memory;
            this.inGuest = inGuest;
            this.now = now;
            this.pods = guest.resource("v1", "Pod");
            this.nodes = guest.resource("v1", "Node");
        }

        private void again(Instant time) {
            next = next == null || time.isBefore(next) ? time : next;
        }

        void run() {
            groups.forEach(this::giveUpLateMachines);
            List<JsonObject> waiting = new ArrayList<>();
            List<JsonObject> leaving = new ArrayList<>();
            for (JsonObject pod : guest.list(pods, "")) {
                if (unschedulable(pod)
                        && !Meta.controlledBy(pod, "DaemonSet")
                        && !Meta.deleting(pod)
                        && pod.integer(0, "spec", "priority") >= options.priorityCutoff()) {
                    waiting.add(pod);
                } else if (memory.leaving.containsKey(String.valueOf(pod.text("spec", "nodeName")))
                        && !Meta.controlledBy(pod, "DaemonSet")) {
                    leaving.add(pod);
                }
            }
            boolean grown = !waiting.isEmpty() && grow(waiting);
            finishLeaving(leaving);
            if (!grown) {
                shrink();
            }
        }

        /** Machines that have not become nodes in time are taken back, and their group is left alone for a while. */
        private void giveUpLateMachines(NodeGroup group) {
            Duration limit = group.option("maxnodeprovisiontime", options.maxNodeProvisionTime());
            int onTheirWay = group.size()
                    - (int) group.nodeNames().stream()
                            .filter(node -> hasStarted(group, node, limit))
                            .count();
            int size = group.size();
            for (JsonObject machine : group.machines()) {
                if (machine.at("status", "nodeRef") != null || Meta.deleting(machine)) {
                    continue;
                }
                Instant due = Instant.parse(String.valueOf(machine.text("metadata", "creationTimestamp")))
                        .plus(limit);
                if (now.isBefore(due)) {
                    again(due);
                    continue;
                }
                onTheirWay--;
                memory.failed.put(group.id(), now.plus(GROUP_BACKOFF));
                if (size > group.minimum()) {
                    size--;
                    markForDeletion(machine);
                }
            }
            if (size < group.size()) {
                scale(group, size);
            }
            coming.put(group.id(), Math.max(0, onTheirWay));
        }

        /** Whether a node is ready, or has had its time to become so. */
        private boolean hasStarted(NodeGroup group, String name, Duration limit) {
            boolean ready = guest.get(nodes, "", name)
                    .filter(node -> "True"
                            .equals(ConditionList.find(node.array("status", "conditions"), "Ready")
                                    .text("status")))
                    .isPresent();
            return ready
                    || group.machineOf(name)
                            .filter(machine -> !now.isBefore(
                                    Instant.parse(String.valueOf(machine.text("metadata", "creationTimestamp")))
                                            .plus(limit)))
                            .isPresent();
        }

        private boolean usable(NodeGroup group) {
            Instant until = memory.failed.get(group.id());
            if (until != null && now.isBefore(until)) {
                again(until);
                return false;
            }
            return true;
        }

        /** Lets groups grow for pods that wait; whether any did, or nodes that suffice are on their way. */
        private boolean grow(List<JsonObject> waiting) {
            ScaleUp up = new ScaleUp(objects, guest, seed, groups, options, this::usable);
            Forecast expected = up.expected(coming);
            List<JsonObject> helpless = waiting.stream()
                    .filter(pod -> expected.place(pod).isEmpty())
                    .toList();
            if (helpless.isEmpty()) {
                return true;
            }
            int nodesInAll = guest.list(nodes, "").size()
                    + coming.values().stream().mapToInt(Integer::intValue).sum();
            Optional<ScaleUp.Growth> growth = up.plan(helpless, coming, nodesInAll);
            growth.ifPresent(found -> {
                String text = found.sizes().entrySet().stream()
                        .map(each -> "{" + each.getKey().id() + " "
                                + each.getKey().size() + "->" + each.getValue() + " (max: "
                                + each.getKey().maximum() + ")}")
                        .collect(Collectors.joining(" "));
                found.sizes().forEach(this::scale);
                found.pods()
                        .forEach(pod -> inGuest.record(
                                pods,
                                ObjectKey.of(pod),
                                false,
                                "TriggeredScaleUp",
                                "pod triggered scale-up: [" + text + "]",
                                NAME));
                memory.noRemovalBefore = now.plus(DELAY_AFTER_ADD);
            });
            up.reasons()
                    .forEach((pod, reasons) -> inGuest.record(
                            pods,
                            ObjectKey.of(pod),
                            false,
                            "NotTriggerScaleUp",
                            "pod didn't trigger scale-up: " + counted(reasons),
                            NAME));
            return growth.isPresent();
        }

        private String counted(List<String> reasons) {
            Map<String, Integer> counts = new TreeMap<>();
            reasons.forEach(reason -> counts.merge(reason, 1, Integer::sum));
            return counts.entrySet().stream()
                    .map(each -> each.getValue() + " " + each.getKey())
                    .collect(Collectors.joining(", "));
        }

        /** Nodes whose pods have left go; those whose pods do not leave stay. */
        private void finishLeaving(List<JsonObject> left) {
            for (Map.Entry<String, Instant> each : List.copyOf(memory.leaving.entrySet())) {
                String node = each.getKey();
                List<JsonObject> here = left.stream()
                        .filter(pod -> node.equals(pod.text("spec", "nodeName")))
                        .toList();
                Optional<NodeGroup> group = groups.stream()
                        .filter(found -> found.nodeNames().contains(node))
                        .findFirst();
                Instant patience = each.getValue().plus(options.maxGracefulTermination());
                if (group.isEmpty()) {
                    memory.leaving.remove(node);
                } else if (here.isEmpty()) {
                    remove(group.get(), List.of(node));
                } else if (now.isBefore(patience)) {
                    here.forEach(this::evict);
                    again(now.plus(SCAN));
                } else {
                    memory.leaving.remove(node);
                    memory.noRemovalBefore = now.plus(DELAY_AFTER_FAILURE);
                    untaint(node);
                    inGuest.record(
                            nodes,
                            new ObjectKey("", node),
                            true,
                            "ScaleDownFailed",
                            "failed to drain the node, aborting ScaleDown",
                            NAME);
                }
            }
        }

        private void shrink() {
            ScaleDown down = new ScaleDown(guest, options, memory.unneeded);
            Forecast forecast = new Forecast(guest, seed);
            memory.leaving.keySet().forEach(forecast::remove);
            List<ScaleDown.Candidate> candidates = down.candidates(groups, forecast, memory.leaving.keySet(), now);
            memory.unneeded.clear();
            memory.unneeded.putAll(down.unneeded());
            if (candidates.isEmpty()) {
                return;
            }
            if (now.isBefore(memory.noRemovalBefore)) {
                again(memory.noRemovalBefore);
                return;
            }
            Map<NodeGroup, List<String>> empty = new LinkedHashMap<>();
            int begun = 0;
            for (ScaleDown.Candidate candidate : candidates) {
                if (now.isBefore(candidate.due())) {
                    again(candidate.due());
                } else if (candidate.pods().isEmpty() && begun < EMPTY_AT_ONCE) {
                    empty.computeIfAbsent(candidate.group(), absent -> new ArrayList<>())
                            .add(candidate.node());
                    begun++;
                }
            }
            empty.forEach((group, names) -> {
                names.forEach(this::taint);
                remove(group, names);
            });
            boolean busy = begun > 0 || !memory.leaving.isEmpty();
            candidates.stream()
                    .filter(each -> !busy && !now.isBefore(each.due()))
                    .findFirst()
                    .ifPresent(this::begin);
        }

        private void begin(ScaleDown.Candidate candidate) {
            memory.leaving.put(candidate.node(), now);
            taint(candidate.node());
            candidate.pods().forEach(this::evict);
            again(now.plus(SCAN));
        }

        private void evict(JsonObject pod) {
            if (Meta.deleting(pod)) {
                return;
            }
            try {
                guest.evict(Meta.namespace(pod), Meta.name(pod));
                inGuest.record(pods, ObjectKey.of(pod), false, "ScaleDown", "deleting pod for node scale down", NAME);
            } catch (ApiException refused) {
                // Its budget forbids it now; the next look asks again.
                again(now.plus(SCAN));
            }
        }

        private void taint(String name) {
            Optional<JsonObject> node = guest.get(nodes, "", name);
            if (node.isPresent()) {
                List<@Nullable Object> taints = new ArrayList<>(node.get().array("spec", "taints"));
                taints.add(JsonObject.of(
                        "effect", "NoSchedule", "key", ScaleDown.TAINT, "value", String.valueOf(now.getEpochSecond())));
                writeTaints(name, taints);
                inGuest.record(
                        nodes,
                        new ObjectKey("", name),
                        false,
                        "ScaleDown",
                        "marked the node as toBeDeleted/unschedulable",
                        NAME);
            }
        }

        private void untaint(String name) {
            guest.get(nodes, "", name).ifPresent(node -> {
                List<@Nullable Object> taints = new ArrayList<>(node.array("spec", "taints"));
                taints.removeIf(
                        taint -> taint instanceof JsonObject object && ScaleDown.TAINT.equals(object.text("key")));
                writeTaints(name, taints);
            });
        }

        private void writeTaints(String name, List<@Nullable Object> taints) {
            Object value = taints.isEmpty() ? null : JsonArray.copyOf(taints);
            guest.mergePatch(nodes, "", name, null, JsonObject.EMPTY.withAt(value, "spec", "taints"), NAME);
        }

        /** Takes nodes of a group away: their machines first, when the group shrinks. */
        private void remove(NodeGroup group, List<String> names) {
            for (String name : names) {
                inGuest.record(
                        nodes, new ObjectKey("", name), false, "ScaleDown", "node removed by cluster autoscaler", NAME);
                group.machineOf(name).ifPresent(this::markForDeletion);
                memory.leaving.remove(name);
                memory.unneeded.remove(name);
            }
            scale(group, group.size() - names.size());
        }

        private void markForDeletion(JsonObject machine) {
            objects.mergePatch(
                    objects.resource("cluster.x-k8s.io/v1beta1", "Machine"),
                    Meta.namespace(machine),
                    Meta.name(machine),
                    null,
                    JsonObject.EMPTY.withAt(
                            Meta.time(now), "metadata", "annotations", MachineAnnotations.DELETE_MACHINE),
                    NAME);
        }

        private void scale(NodeGroup group, int size) {
            objects.mergePatch(
                    group.type(),
                    Meta.namespace(group.owner()),
                    group.name(),
                    "scale",
                    JsonObject.of("spec", JsonObject.of("replicas", size)),
                    NAME);
        }
    }
}
