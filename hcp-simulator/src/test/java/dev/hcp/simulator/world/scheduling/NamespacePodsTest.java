package dev.hcp.simulator.world.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.world.scheduling.NamespacePods.Group;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However pods come and go, the scheduler counts those that are there. */
class NamespacePodsTest {
    private static final List<Group> GROUPS = List.of(
            new Group.Selected(JsonObject.of("matchLabels", JsonObject.of("app", "a"))),
            new Group.Selected(JsonObject.EMPTY),
            new Group.OwnedBy("owner-1"));

    record Step(int pod, int node, boolean there, boolean deleting) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(true, false, false))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 60)
    void counts_follow_pods_that_come_change_and_go(@ForAll("steps") List<Step> steps) {
        NamespacePods pods = new NamespacePods();
        // So many that counts are kept.
        IntStream.range(100, 400).forEach(i -> pods.add(pod(i, i % 5, false)));
        GROUPS.forEach(pods::byNode);

        for (Step step : steps) {
            PlacedPod known = pods.find("pod-" + step.pod());
            if (known != null) {
                pods.remove(known);
            }
            if (step.there()) {
                pods.add(pod(step.pod(), step.node(), step.deleting()));
            }
            for (Group group : GROUPS) {
                assertThat(pods.byNode(group)).isEqualTo(recounted(pods, group));
            }
        }
    }

    private static Map<String, Integer> recounted(NamespacePods pods, Group group) {
        Map<String, Integer> counts = new HashMap<>();
        pods.all().stream().filter(group::has).forEach(pod -> counts.merge(pod.node(), 1, Integer::sum));
        return counts;
    }

    private static PlacedPod pod(int number, int node, boolean deleting) {
        JsonObject metadata = JsonObject.of(
                "name",
                "pod-" + number,
                "namespace",
                "here",
                "uid",
                "uid-" + number,
                "labels",
                JsonObject.of("app", number % 2 == 0 ? "a" : "b"),
                "ownerReferences",
                List.of(JsonObject.of("controller", true, "uid", "owner-" + number % 3, "kind", "ReplicaSet")));
        return PlacedPod.of(
                JsonObject.of(
                        "metadata", deleting ? metadata.with("deletionTimestamp", "2024-01-01T00:00:00Z") : metadata),
                "node-" + node,
                new Quantities());
    }
}
