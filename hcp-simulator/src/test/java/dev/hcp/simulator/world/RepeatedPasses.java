package dev.hcp.simulator.world;

import static java.util.Objects.requireNonNull;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.Intent;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Reconcilers;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.ApiException;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.steadiness.ObservedReconciler;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries each plan of a simulation out twice, and asks for more at once: of the reconciler itself and of another, which
 * remembers other passes. Notes where the second time makes a difference, where two that see the same want different things,
 * and who does not come to rest.
 */
final class RepeatedPasses implements AutoCloseable {
    private record Passed(Reconciler<?> reconciler, ObjectKey primary, World world, List<Intent> intents) {
        String subject() {
            return reconciler.name();
        }
    }

    /** Some passes look at what they did in the next, as the reference does: an update is over one pass after the last step. */
    private static final int MORE_PASSES = 3;

    final Simulator simulator;
    private final Map<String, Reconciler<?>> others = new LinkedHashMap<>();
    private final TypedObjects typed;
    private final HostedViews hosted;
    private final PlanExecution execution;
    /** What objects were before the latest commits, the first of each, and what they are now. */
    private final Map<String, Optional<JsonObject>> before = new LinkedHashMap<>();

    private final Map<String, Optional<JsonObject>> after = new LinkedHashMap<>();
    private final Map<String, Integer> findings = new TreeMap<>();
    private Optional<Passed> last = Optional.empty();
    private int checked;

    RepeatedPasses(Simulator.Builder options) {
        simulator = options.reconcilers(ObservedReconciler.all(Reconcilers.all(), this::passed))
                .start();
        Objects objects = simulator.objects();
        typed = new TypedObjects(objects);
        hosted = new HostedViews((HostedClusters) simulator.guests(), simulator::now);
        execution = new PlanExecution(objects, typed, new EventRecorder(objects, simulator::now), hosted);
        objects.onChange(change -> {
            String object = change.type().kind() + " " + Meta.name(change.object());
            before.putIfAbsent(object, Optional.ofNullable(change.before()));
            after.put(object, Optional.ofNullable(change.after()));
        });
    }

    @Override
    public void close() {
        simulator.close();
    }

    /** How many plans were carried out twice. */
    int checked() {
        return checked;
    }

    /** What was not like nothing, and how often. */
    Map<String, Integer> findings() {
        return findings;
    }

    /** What is not as it was before. */
    private List<String> changed() {
        return after.keySet().stream()
                .filter(object -> !unstamped(before.get(object)).equals(unstamped(after.get(object))))
                .toList();
    }

    private static Optional<JsonObject> unstamped(@Nullable Optional<JsonObject> object) {
        return requireNonNull(object)
                .map(tree -> tree.withoutAt("metadata", "resourceVersion").withoutAt("metadata", "managedFields"));
    }

    private void passed(Reconciler<?> reconciler, HasMetadata primary, World world, Plan plan) {
        last.ifPresent(before -> find(before.subject() + " planned, but nothing changed: ", before.intents()));
        List<Intent> intents = lasting(plan);
        last = intents.isEmpty()
                ? Optional.empty()
                : Optional.of(new Passed(reconciler, ObjectKey.of(primary), world, intents));
    }

    /** What a plan wants but Events, which tell again what happened again. */
    private static List<Intent> lasting(Plan plan) {
        return plan.intents().stream()
                .filter(intent -> !(intent instanceof Intent.Event)
                        && !(intent instanceof Intent.Hosted inside && inside.intent() instanceof Intent.Event))
                .toList();
    }

    boolean runUntil(BooleanSupplier condition, Duration limit) {
        return simulator.runUntil(
                () -> {
                    last.ifPresent(this::repeat);
                    last = Optional.empty();
                    return condition.getAsBoolean();
                },
                limit);
    }

    private void repeat(Passed passed) {
        checked++;
        before.clear();
        after.clear();
        passed.intents().forEach(intent -> executeAgain(passed, intent));
        if (!changed().isEmpty()) {
            find(passed.subject() + " carried out twice makes something else of " + changed() + ": ", passed.intents());
        }
        Reconciler<?> another = others.computeIfAbsent(passed.reconciler().name(), name -> Reconcilers.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow());
        for (int i = 1; ; i++) {
            List<Intent> more = again(passed.reconciler(), passed);
            List<Intent> mores = again(another, passed);
            if (!describe(more).equals(describe(mores))) {
                find(
                        passed.subject() + " remembers what is not so: it wants [" + describe(more) + "] rather than ",
                        mores);
            }
            if (more.isEmpty()) {
                return;
            }
            if (i > MORE_PASSES) {
                find(passed.subject() + " wants more and more: ", more);
                return;
            }
            more.forEach(intent -> executeAgain(passed, intent));
        }
    }

    private void executeAgain(Passed passed, Intent intent) {
        if (intent instanceof Intent.Hosted inside
                && hosted.find(inside.controlPlaneNamespace(), passed.world()).isEmpty()) {
            return;
        }
        try {
            execution.execute(List.of(intent), passed.reconciler().name());
        } catch (ApiException refused) {
            // A replacement is for the version that the pass has seen, and namespaces go.
            if (!(intent instanceof Intent.Replace)
                    && !List.of("NotFound", "Conflict").contains(refused.reason())) {
                find(passed.subject() + " is refused the second time: " + refused.getMessage(), List.of(intent));
            }
        }
    }

    private <R extends HasMetadata> List<Intent> again(Reconciler<R> reconciler, Passed passed) {
        return passed.world()
                .tree(
                        reconciler.primaryType(),
                        passed.primary().namespace(),
                        passed.primary().name())
                .map(primary ->
                        lasting(reconciler.reconcile(typed.decode(primary, reconciler.primaryType()), passed.world())))
                .orElse(List.of());
    }

    private void find(String what, List<Intent> intents) {
        findings.merge(what + describe(intents), 1, Integer::sum);
    }

    private static String describe(List<Intent> intents) {
        return intents.stream().map(RepeatedPasses::describe).collect(Collectors.joining(", "));
    }

    private static String describe(Intent intent) {
        Intent inner = intent instanceof Intent.Hosted inside ? inside.intent() : intent;
        return (intent == inner ? "" : "hosted ") + inner.getClass().getSimpleName() + " "
                + inner.type().getSimpleName() + " " + inner.key().name();
    }
}
