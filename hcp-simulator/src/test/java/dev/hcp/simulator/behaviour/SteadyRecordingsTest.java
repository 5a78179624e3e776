package dev.hcp.simulator.behaviour;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.ForwardingReconciler;
import dev.hcp.reconcilers.Intent;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Reconcilers;
import dev.hcp.testing.Shared;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In the worlds that were recorded, too, a plan that took effect wants nothing more, and nobody remembers what is not so. */
@Tag("oracle")
class SteadyRecordingsTest {
    /** Some passes look at what they did in the next, as the reference does. */
    private static final int MORE_PASSES = 3;

    static Stream<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.list(Shared.path("golden/behaviour"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void a_plan_that_took_effect_in_a_recorded_world_is_followed_by_nothing(Path recording) {
        Findings findings = new Findings();
        RecordingPlayer.play(
                recording,
                Reconcilers.all().stream()
                        .<Reconciler<?>>map(each -> new Settling<>(each, findings))
                        .toList());
        assertThat(findings.checked).isPositive();
        assertThat(findings.found).isEmpty();
    }

    private static final class Findings {
        private final Map<String, Integer> found = new TreeMap<>();
        private int checked;

        void add(String what, List<Intent> intents) {
            found.merge(what + describe(intents), 1, Integer::sum);
        }
    }

    private static String describe(List<Intent> intents) {
        return intents.stream()
                .map(intent ->
                        intent.getClass().getSimpleName() + " " + intent.type().getSimpleName() + " " + intent.key())
                .collect(Collectors.joining(", "));
    }

    /** Carries each plan out by itself, twice, and goes on until there is nothing more to do. */
    private static final class Settling<R extends HasMetadata> extends ForwardingReconciler<R> {
        private final Findings findings;

        Settling(Reconciler<R> reconciler, Findings findings) {
            super(reconciler);
            this.findings = findings;
        }

        @Override
        public Plan reconcile(R primary, World world) {
            PlainStore store = ((RecordedWorld) world).store();
            ObjectKey key = ObjectKey.of(primary);
            Plan plan = super.reconcile(primary, world);
            for (int pass = 0; !lasting(plan).isEmpty(); pass++) {
                if (pass > MORE_PASSES) {
                    findings.add("wants more and more: ", lasting(plan));
                    break;
                }
                twice(plan, store);
                Optional<R> next = store.get(primaryType(), key.namespace(), key.name());
                if (next.isEmpty()) {
                    break;
                }
                plan = super.reconcile(next.get(), world);
                List<Intent> fresh = lasting(another().reconcile(next.get(), world));
                if (!describe(fresh).equals(describe(lasting(plan)))) {
                    findings.add(
                            "remembers what is not so, and wants [" + describe(lasting(plan)) + "] rather than ",
                            fresh);
                }
            }
            return new Plan(List.of(), Optional.empty(), plan.failure());
        }

        /** One that has not seen this world before. */
        @SuppressWarnings("unchecked") // it has the name of the other
        private Reconciler<R> another() {
            return (Reconciler<R>) Reconcilers.all().stream()
                    .filter(each -> each.name().equals(name()))
                    .findFirst()
                    .orElseThrow();
        }

        private void twice(Plan plan, PlainStore store) {
            findings.checked++;
            store.execute(plan, name(), RecordedWorld.NOW);
            Map<String, JsonObject> once = store.everything();
            // A replacement is for the version that the pass has seen.
            List<Intent> again = new ArrayList<>(plan.intents());
            again.removeIf(intent -> intent instanceof Intent.Replace);
            store.execute(new Plan(again, Optional.empty(), Optional.empty()), name(), RecordedWorld.NOW);
            Map<String, JsonObject> changed = new TreeMap<>(store.everything());
            changed.entrySet()
                    .removeIf(object -> once.containsKey(object.getKey())
                            && unversioned(object.getValue())
                                    .equals(unversioned(requireNonNull(once.get(object.getKey())))));
            if (!changed.isEmpty()) {
                findings.add("carried out twice makes something else of " + changed.keySet() + ": ", plan.intents());
            }
        }

        private static JsonObject unversioned(JsonObject object) {
            return object.withoutAt("metadata", "resourceVersion");
        }

        /** What a plan wants but Events, which tell again what happened again. */
        private static List<Intent> lasting(Plan plan) {
            return plan.intents().stream()
                    .filter(intent -> !(intent instanceof Intent.Event)
                            && !(intent instanceof Intent.Hosted inside && inside.intent() instanceof Intent.Event))
                    .toList();
        }
    }
}
