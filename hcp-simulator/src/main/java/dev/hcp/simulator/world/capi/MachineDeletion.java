package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.value.GoDuration;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.GuestClusters;
import dev.hcp.simulator.world.Meta;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Lets a machine go: hooks, drain, volumes, infrastructure, node, in this order. */
final class MachineDeletion {
    private static final String PRE_DRAIN = "pre-drain.delete.hook.machine.cluster.x-k8s.io";
    private static final String PRE_TERMINATE = "pre-terminate.delete.hook.machine.cluster.x-k8s.io";
    private static final String NO_DRAIN = "machine.cluster.x-k8s.io/exclude-node-draining";
    private static final String NO_DETACH_WAIT = "machine.cluster.x-k8s.io/exclude-wait-for-node-volume-detach";
    private static final String DETACHED = "VolumeDetachSucceeded";

    private final CapiObjects capi;
    private final GuestClusters guests;
    private final NodeDrain drain;

    MachineDeletion(CapiObjects capi, GuestClusters guests, NodeDrain drain) {
        this.capi = capi;
        this.guests = guests;
        this.drain = drain;
    }

    Turn act(JsonObject found, Optional<CapiObjects.Referenced> infrastructure, ActorContext<ObjectKey> context) {
        if (!found.array("metadata", "finalizers").contains(MachineController.FINALIZER)) {
            return Turn.done();
        }
        JsonObject machine =
                capi.writeStatus(capi.machines, found, found.object("status").with("phase", "Deleting"));
        Optional<Guest> guest = nodeThatMayGo(machine);
        if (guest.isPresent()) {
            Optional<Turn> wait = releaseNode(machine, guest.get(), context);
            if (wait.isPresent()) {
                return wait.get();
            }
            machine = capi.get(capi.machines, ObjectKey.of(machine)).orElse(machine);
        }
        if (hooked(machine, PRE_TERMINATE)) {
            mark(
                    machine,
                    context,
                    c -> c.markFalse("PreTerminateDeleteHookSucceeded", "WaitingExternalHook", "Info", ""));
            return Turn.done();
        }
        if (infrastructure.isPresent()) {
            capi.delete(infrastructure.get().type(), infrastructure.get().object());
            mark(machine, context, c -> c.markFalse(MachineController.INFRASTRUCTURE_READY, "Deleting", "Info", ""));
            return Turn.done();
        }
        guest.ifPresent(g -> g.objects.delete(g.nodes, "", Meta.name(g.node), Objects.Deletion.BACKGROUND));
        capi.get(capi.machines, ObjectKey.of(machine))
                .ifPresent(newest -> capi.removeFinalizer(capi.machines, newest, MachineController.FINALIZER));
        return Turn.done();
    }

    /** The machine's node, with the API server it is in. */
    record Guest(Objects objects, ResourceType nodes, JsonObject node) {}

    /** The node, unless the whole cluster is being deleted: then it needs no farewell. */
    private Optional<Guest> nodeThatMayGo(JsonObject machine) {
        boolean clusterStays =
                capi.cluster(machine).filter(cluster -> !Meta.deleting(cluster)).isPresent();
        if (!clusterStays || machine.at("status", "nodeRef") == null) {
            return Optional.empty();
        }
        return guests.find(Meta.namespace(machine)).flatMap(guest -> {
            Objects objects = guest.objects();
            return MachineController.node(objects, machine, null)
                    .map(node -> new Guest(objects, objects.resource("v1", "Node"), node));
        });
    }

    /** Drains the node; a turn to end with while that is not done. */
    private Optional<Turn> releaseNode(JsonObject machine, Guest guest, ActorContext<ObjectKey> context) {
        if (hooked(machine, PRE_DRAIN)) {
            mark(machine, context, c -> c.markFalse("PreDrainDeleteHookSucceeded", "WaitingExternalHook", "Info", ""));
            return Optional.of(Turn.done());
        }
        boolean drained = CapiConditions.isTrue(machine, MachineController.DRAINING);
        if (!drained
                && machine.at("metadata", "annotations", NO_DRAIN) == null
                && !timedOut(machine, MachineController.DRAINING, "nodeDrainTimeout", context.now())) {
            JsonObject marked = mark(
                    machine,
                    context,
                    c -> c.markFalse(
                            MachineController.DRAINING, "Draining", "Info", "Draining the node before deletion"));
            Instant since = transition(marked, MachineController.DRAINING, context.now());
            Optional<Duration> wait = drain.drain(guest, since, context.now());
            if (wait.isPresent()) {
                return Optional.of(Turn.requeueAfter(wait.get()));
            }
            mark(marked, context, c -> c.markTrue(MachineController.DRAINING));
            capi.event(
                    capi.machines,
                    machine,
                    false,
                    "SuccessfulDrainNode",
                    "success draining Machine's node \"" + Meta.name(guest.node) + "\"",
                    MachineController.SOURCE);
        }
        return waitForVolumes(machine, guest, context);
    }

    private Optional<Turn> waitForVolumes(JsonObject machine, Guest guest, ActorContext<ObjectKey> context) {
        boolean attached = !guest.node.array("status", "volumesAttached").isEmpty();
        if (!attached
                || machine.at("metadata", "annotations", NO_DETACH_WAIT) != null
                || timedOut(machine, DETACHED, "nodeVolumeDetachTimeout", context.now())) {
            return Optional.empty();
        }
        JsonObject newest = capi.get(capi.machines, ObjectKey.of(machine)).orElse(machine);
        mark(
                newest,
                context,
                c -> c.markFalse(
                        DETACHED, "WaitingForVolumeDetach", "Info", "Waiting for node volumes to be detached"));
        return Optional.of(Turn.done());
    }

    /** Whether so much time passed since a condition was first set; 0 and no timeout mean for ever. */
    private static boolean timedOut(JsonObject machine, String condition, String field, Instant now) {
        String text = machine.text("spec", field);
        Duration timeout =
                text == null ? Duration.ZERO : GoDuration.of(text).parsed().orElse(Duration.ZERO);
        boolean waiting = !CapiConditions.find(machine, condition).isEmpty();
        return !timeout.isZero()
                && waiting
                && !transition(machine, condition, now).plus(timeout).isAfter(now);
    }

    private static Instant transition(JsonObject machine, String condition, Instant now) {
        String since = CapiConditions.find(machine, condition).text("lastTransitionTime");
        return since == null ? now : Instant.parse(since);
    }

    private static boolean hooked(JsonObject machine, String prefix) {
        JsonObject annotations = machine.object("metadata", "annotations");
        for (int i = 0; i < annotations.size(); i++) {
            if (annotations.keyAt(i).startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private JsonObject mark(JsonObject machine, ActorContext<ObjectKey> context, UnaryOperator<CapiConditions> change) {
        CapiConditions conditions = change.apply(CapiConditions.of(machine, context.now()));
        conditions.summarize(
                List.of(),
                MachineController.HEALTH_CHECK,
                MachineController.OWNER_REMEDIATED,
                MachineController.BOOTSTRAP_READY,
                MachineController.INFRASTRUCTURE_READY,
                MachineController.DRAINING);
        return capi.writeStatus(
                capi.machines, machine, machine.object("status").with("conditions", conditions.build()));
    }
}
