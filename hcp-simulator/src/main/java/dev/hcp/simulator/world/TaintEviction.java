package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.scheduling.Taint;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Drives pods out of nodes with taints of effect NoExecute, at once or when they have tolerated them for as long as they
 * say. Keys are names of nodes.
 */
final class TaintEviction implements Actor<String> {
    private static final String NAME = "taint-eviction-controller";
    private static final Duration FOR_EVER = Duration.ofDays(36500);

    private final Objects objects;
    private final FieldIndex index;
    private final EventRecorder events;
    private final ResourceType nodes;
    private final ResourceType pods;
    /** Since when nodes have their taints; those without are not in it. */
    private final Map<String, Map<Taint, Instant>> tainted = new HashMap<>();

    TaintEviction(Objects objects, FieldIndex index, EventRecorder events) {
        this.objects = objects;
        this.index = index;
        this.events = events;
        this.nodes = objects.resource("v1", "Node");
        this.pods = objects.resource("v1", "Pod");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<String> context) {
        context.watch("", "Node", change -> {
            String node = Meta.name(change.object());
            boolean drives =
                    change.after() != null && !executing(change.after()).isEmpty();
            return drives || tainted.containsKey(node) ? List.of(node) : List.of();
        });
        context.watch("", "Pod", change -> {
            String node = tainted.isEmpty() ? null : change.object().text("spec", "nodeName");
            return node != null && tainted.containsKey(node) ? List.of(node) : List.of();
        });
    }

    private static List<Taint> executing(JsonObject node) {
        return Taint.of(node.array("spec", "taints")).stream()
                .filter(taint -> taint.effect().equals(Taint.NO_EXECUTE))
                .toList();
    }

    @Override
    public Turn act(String key, ActorContext<String> context) {
        Optional<JsonObject> node = objects.get(nodes, "", key);
        List<Taint> taints = node.map(TaintEviction::executing).orElse(List.of());
        if (taints.isEmpty()) {
            tainted.remove(key);
            return Turn.done();
        }
        Map<Taint, Instant> since = tainted.computeIfAbsent(key, k -> new HashMap<>());
        since.keySet().retainAll(taints);
        taints.forEach(taint -> since.putIfAbsent(taint, context.now()));
        Instant next = Instant.MAX;
        for (JsonObject pod : index.find(pods, "", key, "spec", "nodeName")) {
            if (!Meta.deleting(pod)) {
                Instant due = due(pod.array("spec", "tolerations"), since);
                if (!context.now().isBefore(due)) {
                    evict(pod, context.now());
                } else if (due.isBefore(next)) {
                    next = due;
                }
            }
        }
        return next.isAfter(context.now().plus(FOR_EVER.dividedBy(2)))
                ? Turn.done()
                : Turn.requeueAfter(Duration.between(context.now(), next));
    }

    /** When a pod has to go. */
    private static Instant due(JsonArray tolerations, Map<Taint, Instant> since) {
        Instant due = Instant.MAX;
        for (Map.Entry<Taint, Instant> each : since.entrySet()) {
            Instant until = each.getValue().plus(patience(tolerations, each.getKey()));
            due = until.isBefore(due) ? until : due;
        }
        return due;
    }

    /** How long a pod tolerates a taint: the shortest of its tolerations that set a time. */
    private static Duration patience(JsonArray tolerations, Taint taint) {
        boolean tolerated = false;
        Duration shortest = FOR_EVER;
        for (int i = 0; i < tolerations.size(); i++) {
            if (taint.isToleratedBy(tolerations.object(i))) {
                tolerated = true;
                if (tolerations.object(i).get("tolerationSeconds") instanceof Long seconds) {
                    Duration time = Duration.ofSeconds(Math.max(0, seconds));
                    shortest = time.compareTo(shortest) < 0 ? time : shortest;
                }
            }
        }
        return tolerated ? shortest : Duration.ZERO;
    }

    private void evict(JsonObject pod, Instant now) {
        ObjectKey key = ObjectKey.of(pod);
        JsonArray conditions = new ConditionList(pod.array("status", "conditions"), now)
                .set(
                        "DisruptionTarget",
                        true,
                        "DeletionByTaintManager",
                        "Taint manager: deleting due to NoExecute taint")
                .build();
        JsonObject patch = JsonObject.of("status", JsonObject.of("conditions", conditions));
        objects.mergePatch(pods, key.namespace(), key.name(), "status", patch, NAME);
        events.record(pods, key, false, "TaintManagerEviction", "Marking for deletion Pod " + key, NAME);
        objects.delete(pods, key.namespace(), key.name(), Objects.Deletion.BACKGROUND);
    }
}
