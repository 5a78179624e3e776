package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.apiserver.kinds.Selections;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out how many pods may be disrupted, for each PodDisruptionBudget. */
final class DisruptionBudgets implements Actor<ObjectKey> {
    private static final String NAME = "disruption-controller";
    /** For so long an eviction that was allowed counts, while its pod is still there. */
    private static final Duration EVICTED = Duration.ofMinutes(2);

    private final Objects objects;
    private final ResourceType budgets;
    private final ResourceType pods;

    DisruptionBudgets(Objects objects) {
        this.objects = objects;
        this.budgets = objects.resource("policy/v1", "PodDisruptionBudget");
        this.pods = objects.resource("v1", "Pod");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch("policy", "PodDisruptionBudget", change -> List.of(ObjectKey.of(change.object())));
        context.watch("", "Pod", change -> {
            JsonObject before = change.before();
            JsonObject after = change.after();
            boolean same = before != null
                    && after != null
                    && PodTemplates.ready(before) == PodTemplates.ready(after)
                    && Meta.deleting(before) == Meta.deleting(after);
            return same ? List.of() : selecting(change.object());
        });
    }

    private List<ObjectKey> selecting(JsonObject pod) {
        List<ObjectKey> keys = new ArrayList<>();
        for (JsonObject budget : objects.list(budgets, Meta.namespace(pod))) {
            if (selects(budget, pod)) {
                keys.add(ObjectKey.of(budget));
            }
        }
        return keys;
    }

    private static boolean selects(JsonObject budget, JsonObject pod) {
        return budget.at("spec", "selector") != null && Selections.matches(budget.object("spec", "selector"), pod);
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found = objects.get(budgets, key.namespace(), key.name());
        if (found.isEmpty() || Meta.deleting(found.get())) {
            return Turn.done();
        }
        JsonObject budget = found.get();
        List<JsonObject> selected = objects.list(pods, key.namespace()).stream()
                .filter(pod -> selects(budget, pod))
                .toList();
        JsonObject disrupted = stillDisrupted(budget, selected, context.now());
        long healthy = selected.stream()
                .filter(pod -> PodTemplates.ready(pod) && !Meta.deleting(pod))
                .filter(pod -> !disrupted.containsKey(Meta.name(pod)))
                .count();
        boolean byMaximum = budget.at("spec", "maxUnavailable") != null;
        long expected =
                byMaximum || budget.at("spec", "minAvailable") instanceof String ? expected(selected) : selected.size();
        long desired = byMaximum
                ? Math.max(0, expected - share(budget.at("spec", "maxUnavailable"), expected))
                : Math.max(0, share(budget.at("spec", "minAvailable"), expected));
        long allowed = expected <= 0 || healthy < desired ? 0 : healthy - desired;
        write(budget, disrupted, healthy, desired, expected, allowed, context.now());
        return disrupted.isEmpty() ? Turn.done() : Turn.requeueAfter(EVICTED);
    }

    /** Evictions whose pods are still there, unmarked, for a while. */
    private static JsonObject stillDisrupted(JsonObject budget, List<JsonObject> selected, Instant now) {
        JsonObject evicted = budget.object("status", "disruptedPods");
        JsonObject.Builder kept = JsonObject.builder(evicted.size());
        for (JsonObject pod : selected) {
            String at = evicted.text(Meta.name(pod));
            if (at != null
                    && !Meta.deleting(pod)
                    && now.isBefore(Instant.parse(at).plus(EVICTED))) {
                kept.put(Meta.name(pod), at);
            }
        }
        return kept.build();
    }

    /** How many pods their controllers want. */
    private long expected(List<JsonObject> selected) {
        Set<String> seen = new HashSet<>();
        long sum = 0;
        for (JsonObject pod : selected) {
            Optional<JsonObject> owner = Meta.controller(pod);
            if (owner.isPresent() && seen.add(String.valueOf(owner.get().text("uid")))) {
                sum += wanted(Meta.namespace(pod), owner.get());
            }
        }
        return sum;
    }

    private long wanted(String namespace, JsonObject reference) {
        String kind = String.valueOf(reference.text("kind"));
        if (!kind.equals("ReplicaSet") && !kind.equals("StatefulSet")) {
            return 0;
        }
        return objects.get(objects.resource("apps/v1", kind), namespace, String.valueOf(reference.text("name")))
                .map(owner -> owner.integer(1, "spec", "replicas"))
                .orElse(0L);
    }

    private static long share(@Nullable Object value, long expected) {
        return IntOrPercent.of(value, (int) expected, true, 0);
    }

    private void write(
            JsonObject budget,
            JsonObject disrupted,
            long healthy,
            long desired,
            long expected,
            long allowed,
            Instant now) {
        JsonArray conditions = new ConditionList(budget.array("status", "conditions"), now)
                .set("DisruptionAllowed", allowed > 0, allowed > 0 ? "SufficientPods" : "InsufficientPods", "")
                .build();
        JsonObject.Builder status = JsonObject.builder(7)
                .put("conditions", observed(conditions, Meta.generation(budget)))
                .put("currentHealthy", healthy)
                .put("desiredHealthy", desired)
                .put("disruptionsAllowed", allowed)
                .put("expectedPods", expected)
                .put("observedGeneration", Meta.generation(budget));
        if (!disrupted.isEmpty()) {
            status.put("disruptedPods", disrupted);
        }
        JsonObject complete = status.build();
        if (!complete.equals(budget.object("status"))) {
            objects.update(budgets, "status", budget.with("status", complete), NAME);
        }
    }

    private static JsonArray observed(JsonArray conditions, long generation) {
        return JsonArray.copyOf(conditions.stream()
                .map(each ->
                        ((JsonObject) java.util.Objects.requireNonNull(each)).with("observedGeneration", generation))
                .toList());
    }
}
