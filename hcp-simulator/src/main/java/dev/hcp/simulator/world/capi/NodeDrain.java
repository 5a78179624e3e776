package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.world.Meta;
import dev.hcp.simulator.world.Stage;
import dev.hcp.simulator.world.Timings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Empties a node of a hosted cluster: no new pods, and those on it are evicted as far as their budgets allow. */
final class NodeDrain {
    private static final Duration RETRY = Duration.ofSeconds(20);

    private final Timings timings;
    private final Seed seed;

    NodeDrain(Timings timings, Seed seed) {
        this.timings = timings;
        this.seed = seed;
    }

    /**
     * Goes on with a drain.
     *
     * @param since when it began
     * @return how long to wait before the next look; empty when the node is drained
     */
    Optional<Duration> drain(MachineDeletion.Guest guest, Instant since, Instant now) {
        String node = Meta.name(guest.node());
        Objects objects = guest.objects();
        if (!guest.node().isTrue("spec", "unschedulable")) {
            objects.mergePatch(
                    guest.nodes(),
                    "",
                    node,
                    null,
                    JsonObject.of("spec", JsonObject.of("unschedulable", true)),
                    MachineController.SOURCE);
        }
        Instant due = since.plus(timings.draw(Stage.NODE_DRAIN, seed, Meta.uid(guest.node())));
        if (now.isBefore(due)) {
            return Optional.of(Duration.between(now, due));
        }
        boolean left = false;
        for (JsonObject pod : evictable(objects, node)) {
            if (!Meta.deleting(pod) && allowed(objects, pod)) {
                objects.delete(
                        objects.resource("v1", "Pod"),
                        Meta.namespace(pod),
                        Meta.name(pod),
                        Objects.Deletion.BACKGROUND);
            }
            left |= objects.get(objects.resource("v1", "Pod"), Meta.namespace(pod), Meta.name(pod))
                    .isPresent();
        }
        return left ? Optional.of(RETRY) : Optional.empty();
    }

    /** Pods on the node but those of daemon sets and those that are over. */
    private static List<JsonObject> evictable(Objects objects, String node) {
        List<JsonObject> pods = new ArrayList<>();
        for (JsonObject pod : objects.list(objects.resource("v1", "Pod"), "")) {
            String phase = pod.text("status", "phase");
            boolean over = "Succeeded".equals(phase) || "Failed".equals(phase);
            if (node.equals(pod.text("spec", "nodeName")) && !over && !Meta.controlledBy(pod, "DaemonSet")) {
                pods.add(pod);
            }
        }
        return pods;
    }

    private static boolean allowed(Objects objects, JsonObject pod) {
        ResourceType budgets = objects.resource("policy/v1", "PodDisruptionBudget");
        for (JsonObject budget : objects.list(budgets, Meta.namespace(pod))) {
            JsonObject selector = budget.object("spec", "selector", "matchLabels");
            if (!selector.isEmpty()
                    && Meta.labelled(pod, selector)
                    && budget.integer(0, "status", "disruptionsAllowed") <= 0) {
                return false;
            }
        }
        return true;
    }
}
