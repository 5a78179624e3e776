package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The node life-cycle controller: a node whose kubelet has not been heard of for the grace period counts as unknown and is
 * tainted; it is ready again once its kubelet reports. Keys are names of nodes. Heartbeats of kubelets that live are not
 * written: nothing would come of them.
 */
final class NodeLifecycle implements Actor<String> {
    static final String NOT_READY = "node.kubernetes.io/not-ready";
    static final String UNREACHABLE = "node.kubernetes.io/unreachable";

    private static final String NAME = "node-controller";
    private static final String KUBELET = "kubelet";
    /** How long a kubelet may be silent. */
    private static final Duration GRACE = Duration.ofSeconds(40);

    private static final List<String> CONDITIONS = List.of("Ready", "MemoryPressure", "DiskPressure", "PIDPressure");

    private final Objects objects;
    private final FieldIndex index;
    private final EventRecorder events;
    private final Adversities adversities;
    private final Power power;
    private final ResourceType nodes;
    private final ResourceType pods;
    private final Map<String, Instant> silentSince = new HashMap<>();

    NodeLifecycle(Objects objects, FieldIndex index, EventRecorder events, Adversities adversities) {
        this.objects = objects;
        this.index = index;
        this.events = events;
        this.adversities = adversities;
        this.power = new Power(objects, adversities);
        this.nodes = objects.resource("v1", "Node");
        this.pods = objects.resource("v1", "Pod");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<String> context) {
        adversities.onChange(fault -> {
            for (String node : power.nodesOf(fault)) {
                if (power.isOn(node)) {
                    silentSince.remove(node);
                } else {
                    silentSince.putIfAbsent(node, context.now());
                }
                context.enqueue(node);
            }
        });
    }

    @Override
    public Turn act(String key, ActorContext<String> context) {
        Optional<JsonObject> node = objects.get(nodes, "", key);
        if (node.isEmpty()) {
            silentSince.remove(key);
            return Turn.done();
        }
        JsonArray conditions = node.get().array("status", "conditions");
        boolean unknown =
                "Unknown".equals(ConditionList.find(conditions, "Ready").text("status"));
        Instant since = silentSince.get(key);
        if (since == null) {
            if (unknown) {
                ready(key, node.get(), context.now());
            }
            return Turn.done();
        }
        Instant due = since.plus(GRACE);
        if (context.now().isBefore(due)) {
            return Turn.requeueAfter(Duration.between(context.now(), due));
        }
        if (!unknown) {
            unknown(key, node.get(), context.now());
        }
        return Turn.done();
    }

    private void unknown(String key, JsonObject node, Instant now) {
        JsonArray conditions = node.array("status", "conditions");
        ConditionList list = new ConditionList(conditions, now);
        for (String type : CONDITIONS) {
            boolean reported = !ConditionList.find(conditions, type).isEmpty();
            list.set(
                    type,
                    "Unknown",
                    reported ? "NodeStatusUnknown" : "NodeStatusNeverUpdated",
                    reported ? "Kubelet stopped posting node status." : "Kubelet never posted node status.");
        }
        writeConditions(key, list.build(), NAME);
        String added = Meta.time(now);
        JsonObject taint = JsonObject.of("key", UNREACHABLE, "timeAdded", added);
        writeTaints(key, node, List.of(taint.with("effect", "NoSchedule"), taint.with("effect", "NoExecute")));
        events.record(
                nodes,
                new ObjectKey("", key),
                false,
                "NodeNotReady",
                "Node " + key + " status is now: NodeNotReady",
                NAME);
        for (JsonObject pod : on(key)) {
            if (PodTemplates.ready(pod)) {
                JsonArray unready = new ConditionList(pod.array("status", "conditions"), now)
                        .set("Ready", false, null, null)
                        .build();
                JsonObject patch = JsonObject.of("status", JsonObject.of("conditions", unready));
                objects.mergePatch(pods, Meta.namespace(pod), Meta.name(pod), "status", patch, NAME);
                events.record(pods, ObjectKey.of(pod), true, "NodeNotReady", "Node is not ready", NAME);
            }
        }
    }

    private List<JsonObject> on(String node) {
        return index.find(pods, "", node, "spec", "nodeName");
    }

    private void ready(String key, JsonObject node, Instant now) {
        ConditionList list = new ConditionList(node.array("status", "conditions"), now)
                .set("MemoryPressure", false, "KubeletHasSufficientMemory", "kubelet has sufficient memory available")
                .set("DiskPressure", false, "KubeletHasNoDiskPressure", "kubelet has no disk pressure")
                .set("PIDPressure", false, "KubeletHasSufficientPID", "kubelet has sufficient PID available")
                .set("Ready", true, "KubeletReady", "kubelet is posting ready status");
        writeConditions(key, list.build(), KUBELET);
        writeTaints(key, node, List.of());
        events.record(
                nodes,
                new ObjectKey("", key),
                false,
                "NodeReady",
                "Node " + key + " status is now: NodeReady",
                KUBELET);
    }

    private void writeConditions(String key, JsonArray conditions, String manager) {
        JsonObject patch = JsonObject.of("status", JsonObject.of("conditions", conditions));
        objects.mergePatch(nodes, "", key, "status", patch, manager);
    }

    /** The taints that others put on a node stay. */
    private void writeTaints(String key, JsonObject node, List<JsonObject> taints) {
        List<@Nullable Object> all = new ArrayList<>(node.array("spec", "taints"));
        all.removeIf(taint -> taint instanceof JsonObject known
                && (UNREACHABLE.equals(known.text("key")) || NOT_READY.equals(known.text("key"))));
        all.addAll(taints);
        JsonArray value = all.isEmpty() ? null : JsonArray.copyOf(all);
        objects.mergePatch(nodes, "", key, null, JsonObject.EMPTY.withAt(value, "spec", "taints"), NAME);
    }
}
