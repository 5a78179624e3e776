package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.ApiException;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.world.Meta;
import dev.hcp.simulator.world.Stage;
import dev.hcp.simulator.world.Timings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Empties a node of a hosted cluster: no new pods, and those on it are evicted as far as their budgets allow. */
final class NodeDrain {
    /** When the next attempt begins after one in which not all pods left. */
    private static final Duration RETRY = Duration.ofSeconds(20);
    /** After so long the pods of a node that does not answer count as gone. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(5);

    private static final String MIRROR = "kubernetes.io/config.mirror";

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
        Objects objects = guest.objects();
        JsonObject node = guest.node();
        if (!node.isTrue("spec", "unschedulable")) {
            objects.mergePatch(
                    guest.nodes(),
                    "",
                    Meta.name(node),
                    null,
                    JsonObject.of("spec", JsonObject.of("unschedulable", true)),
                    MachineController.SOURCE);
        }
        boolean reachable = !"Unknown".equals(CapiConditions.find(node, "Ready").text("status"));
        if (!evict(guest, reachable, now)) {
            return Optional.of(RETRY);
        }
        Instant due = since.plus(timings.draw(Stage.NODE_DRAIN, seed, Meta.uid(node)));
        return now.isBefore(due) ? Optional.of(Duration.between(now, due)) : Optional.empty();
    }

    /** Evicts the pods on a node; whether all are gone. */
    private static boolean evict(MachineDeletion.Guest guest, boolean reachable, Instant now) {
        Objects objects = guest.objects();
        ResourceType pods = objects.resource("v1", "Pod");
        boolean empty = true;
        for (JsonObject pod : guest.index().find(pods, "", Meta.name(guest.node()), "spec", "nodeName")) {
            if (stays(pod) || (!reachable && givenUp(pod, now))) {
                continue;
            }
            if (!Meta.deleting(pod)) {
                tryToEvict(objects, pod);
            }
            empty &= objects.get(pods, Meta.namespace(pod), Meta.name(pod)).isEmpty();
        }
        return empty;
    }

    private static void tryToEvict(Objects objects, JsonObject pod) {
        try {
            objects.evict(Meta.namespace(pod), Meta.name(pod));
        } catch (ApiException refused) {
            // A budget forbids it, or two of them quarrel: the pod stays, and the next attempt asks again.
        }
    }

    private static boolean stays(JsonObject pod) {
        return Meta.controlledBy(pod, "DaemonSet") || pod.at("metadata", "annotations", MIRROR) != null;
    }

    private static boolean givenUp(JsonObject pod, Instant now) {
        String deletion = pod.text("metadata", "deletionTimestamp");
        return deletion != null && !Instant.parse(deletion).plus(GIVEN_UP).isAfter(now);
    }
}
