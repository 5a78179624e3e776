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

    private static final Set<String> SCALED = Set.of("Deployment", "ReplicaSet", "StatefulSet");

    private final Objects objects;
    private final ResourceType budgets;
    private final ProtectedPods selected;

    DisruptionBudgets(Objects objects) {
        this.objects = objects;
        this.budgets = objects.resource("policy/v1", "PodDisruptionBudget");
        this.selected = new ProtectedPods(objects);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch("policy", "PodDisruptionBudget", change -> List.of(ObjectKey.of(change.object())));
        context.watch("", "Pod", selected::changed);
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found = objects.get(budgets, key.namespace(), key.name());
        if (found.isEmpty()) {
            selected.forget(key);
            return Turn.done();
        }
        JsonObject budget = found.get();
        if (Meta.deleting(budget)) {
            return Turn.done();
        }
        ProtectedPods.Selection pods = selected.of(budget);
        JsonObject disrupted = stillDisrupted(budget, pods, context.now());
        long healthy = pods.healthy()
                - disrupted.keySet().stream().filter(pods::isHealthy).count();
        boolean byMaximum = budget.at("spec", "maxUnavailable") != null;
        long expected = byMaximum || budget.at("spec", "minAvailable") instanceof String
                ? expected(key.namespace(), pods)
                : pods.size();
        long desired = byMaximum
                ? Math.max(0, expected - share(budget.at("spec", "maxUnavailable"), expected))
                : Math.max(0, share(budget.at("spec", "minAvailable"), expected));
        long allowed = expected <= 0 || healthy < desired ? 0 : healthy - desired;
        write(budget, disrupted, healthy, desired, expected, allowed, context.now());
        return disrupted.isEmpty() ? Turn.done() : Turn.requeueAfter(EVICTED);
    }

    /** Evictions whose pods are still there, unmarked, for a while. */
    private static JsonObject stillDisrupted(JsonObject budget, ProtectedPods.Selection pods, Instant now) {
        JsonObject evicted = budget.object("status", "disruptedPods");
        JsonObject.Builder kept = JsonObject.builder(evicted.size());
        for (String pod : evicted.keySet()) {
            String at = evicted.text(pod);
            if (at != null && pods.stays(pod) && now.isBefore(Instant.parse(at).plus(EVICTED))) {
                kept.put(pod, at);
            }
        }
        return kept.build();
    }

    /** How many pods their controllers want. */
    private long expected(String namespace, ProtectedPods.Selection pods) {
        Set<String> seen = new HashSet<>();
        long sum = 0;
        for (JsonObject reference : pods.owners()) {
            Optional<JsonObject> owner = scaled(namespace, reference);
            if (owner.isPresent() && seen.add(Meta.uid(owner.get()))) {
                sum += owner.get().integer(1, "spec", "replicas");
            }
        }
        return sum;
    }

    /** What decides how many pods there are: for a ReplicaSet of a Deployment, that. */
    private Optional<JsonObject> scaled(String namespace, JsonObject reference) {
        String kind = String.valueOf(reference.text("kind"));
        if (!SCALED.contains(kind)) {
            return Optional.empty();
        }
        Optional<JsonObject> owner =
                objects.get(objects.resource("apps/v1", kind), namespace, String.valueOf(reference.text("name")));
        return owner.filter(set -> Meta.controlledBy(set, "Deployment"))
                .flatMap(Meta::controller)
                .flatMap(deployment -> scaled(namespace, deployment))
                .or(() -> owner);
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
