package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.MachineAnnotations;
import dev.hcp.api.value.GoDuration;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.ApiException;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.FieldIndex;
import dev.hcp.simulator.world.GuestClusters;
import dev.hcp.simulator.world.Meta;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets a machine go: hooks, drain, volumes, infrastructure, node, in this order. */
final class MachineDeletion {
    private static final String DETACHED = "VolumeDetachSucceeded";
    private static final String PRE_DRAIN = "PreDrainDeleteHookSucceeded";
    private static final String PRE_TERMINATE = "PreTerminateDeleteHookSucceeded";
    private static final String UNREACHABLE = "the API server of the hosted cluster does not answer";
    /** What the webhook of machines fills in. */
    private static final Duration NODE_DELETION = Duration.ofSeconds(10);

    private final CapiObjects capi;
    private final GuestClusters guests;
    private final NodeDrain drain;

    MachineDeletion(CapiObjects capi, GuestClusters guests, NodeDrain drain) {
        this.capi = capi;
        this.guests = guests;
        this.drain = drain;
    }

    /** A machine on its way out, in one turn. */
    private record Leaving(JsonObject machine, CapiConditions conditions, Instant now) {
        boolean annotated(String name) {
            return machine.at("metadata", "annotations", name) != null;
        }

        boolean hooked(String prefix) {
            JsonObject annotations = machine.object("metadata", "annotations");
            for (int i = 0; i < annotations.size(); i++) {
                if (annotations.keyAt(i).startsWith(prefix)) {
                    return true;
                }
            }
            return false;
        }

        /** A time limit of its specification; 0, and none, mean for ever. */
        Optional<Duration> limit(String field) {
            String text = machine.text("spec", field);
            return text == null
                    ? Optional.empty()
                    : GoDuration.of(text).parsed().filter(limit -> !limit.isZero() && !limit.isNegative());
        }

        /** Whether so much time passed since a condition last changed. */
        boolean timedOut(String condition, String field) {
            Optional<Duration> limit = limit(field);
            return limit.isPresent()
                    && !conditions.get(condition).isEmpty()
                    && !since(condition).plus(limit.get()).isAfter(now);
        }

        Instant since(String condition) {
            String since = conditions.get(condition).text("lastTransitionTime");
            return since == null ? now : Instant.parse(since);
        }
    }

    /** The machine's node, with the API server it is in. */
    record Guest(Objects objects, FieldIndex index, ResourceType nodes, JsonObject node) {}

    Turn act(JsonObject machine, Optional<CapiObjects.Referenced> infrastructure, ActorContext<ObjectKey> context) {
        if (!machine.array("metadata", "finalizers").contains(MachineController.FINALIZER)) {
            return Turn.done();
        }
        Leaving leaving = new Leaving(machine, CapiConditions.of(machine, context.now()), context.now());
        Optional<Turn> wait = waits(leaving, infrastructure);
        JsonObject written = write(leaving);
        if (wait.isPresent()) {
            return wait.get();
        }
        capi.removeFinalizer(capi.machines, written, MachineController.FINALIZER);
        return Turn.done();
    }

    private JsonObject write(Leaving leaving) {
        leaving.conditions()
                .summarize(
                        List.of(),
                        MachineController.HEALTH_CHECK,
                        MachineController.OWNER_REMEDIATED,
                        MachineController.BOOTSTRAP_READY,
                        MachineController.INFRASTRUCTURE_READY,
                        MachineController.DRAINING);
        JsonObject status = leaving.machine().object("status");
        JsonObject next = status.with("phase", "Deleting")
                .with("conditions", leaving.conditions().build());
        boolean begins = !"Deleting".equals(status.text("phase"));
        return capi.writeStatus(
                capi.machines, leaving.machine(), begins ? next.with("lastUpdated", Meta.time(leaving.now())) : next);
    }

    /** What the machine waits for; nothing when it may go. */
    private Optional<Turn> waits(Leaving leaving, Optional<CapiObjects.Referenced> infrastructure) {
        boolean nodeGoes = nodeMayGo(leaving.machine());
        if (nodeGoes) {
            Optional<Turn> wait = releaseNode(leaving);
            if (wait.isPresent()) {
                return wait;
            }
        }
        if (leaving.hooked(MachineAnnotations.PRE_TERMINATE_HOOK_PREFIX)) {
            leaving.conditions().markFalse(PRE_TERMINATE, "WaitingExternalHook", "Info", "");
            return Optional.of(Turn.done());
        }
        leaving.conditions().markTrue(PRE_TERMINATE);
        if (infrastructure.isPresent()) {
            capi.delete(infrastructure.get().type(), infrastructure.get().object());
            leaving.conditions().markFalse(MachineController.INFRASTRUCTURE_READY, "Deleting", "Info", "");
            return Optional.of(Turn.done());
        }
        leaving.conditions().markFalse(MachineController.INFRASTRUCTURE_READY, "Deleted", "Info", "");
        return nodeGoes ? deleteNode(leaving) : Optional.empty();
    }

    /** Whether there is a node to take leave of: not while the whole cluster, or its control plane, goes. */
    private boolean nodeMayGo(JsonObject machine) {
        Optional<JsonObject> cluster = capi.cluster(machine).filter(found -> !Meta.deleting(found));
        return machine.at("status", "nodeRef") != null
                && cluster.isPresent()
                && capi.referenced(cluster.get().object("spec", "controlPlaneRef"), Meta.namespace(machine))
                        .filter(controlPlane -> Meta.deleting(controlPlane.object()))
                        .isEmpty();
    }

    private Optional<Turn> releaseNode(Leaving leaving) {
        if (leaving.hooked(MachineAnnotations.PRE_DRAIN_HOOK_PREFIX)) {
            leaving.conditions().markFalse(PRE_DRAIN, "WaitingExternalHook", "Info", "");
            return Optional.of(Turn.done());
        }
        leaving.conditions().markTrue(PRE_DRAIN);
        Optional<Turn> wait = drain(leaving);
        return wait.isPresent() ? wait : waitForVolumes(leaving);
    }

    private Optional<Turn> drain(Leaving leaving) {
        CapiConditions conditions = leaving.conditions();
        if (conditions.isTrue(MachineController.DRAINING)
                || leaving.annotated(MachineAnnotations.EXCLUDE_NODE_DRAINING)
                || leaving.timedOut(MachineController.DRAINING, "nodeDrainTimeout")) {
            return Optional.empty();
        }
        if (conditions.get(MachineController.DRAINING).isEmpty()) {
            // From now on the time limit counts.
            conditions.markFalse(MachineController.DRAINING, "Draining", "Info", "Draining the node before deletion");
        }
        String name = String.valueOf(leaving.machine().text("status", "nodeRef", "name"));
        Optional<GuestClusters.Guest> guest = guests.find(Meta.namespace(leaving.machine()));
        if (guest.isEmpty()) {
            String failure = "unable to get node " + name + ": " + UNREACHABLE;
            // An error is another condition, so it begins the time limit again.
            conditions.markFalse(MachineController.DRAINING, "DrainingFailed", "Warning", failure);
            event(leaving, true, "FailedDrainNode", "error draining Machine's node \"" + name + "\": " + failure);
            return Optional.of(Turn.failed(failure));
        }
        Optional<Guest> node = node(guest.get(), leaving.machine());
        if (node.isPresent()) {
            Optional<Duration> wait = drain.drain(node.get(), leaving.since(MachineController.DRAINING), leaving.now());
            if (wait.isPresent()) {
                return wait.map(Turn::requeueAfter);
            }
        }
        conditions.markTrue(MachineController.DRAINING);
        event(leaving, false, "SuccessfulDrainNode", "success draining Machine's node \"" + name + "\"");
        return Optional.empty();
    }

    private Optional<Turn> waitForVolumes(Leaving leaving) {
        CapiConditions conditions = leaving.conditions();
        if (conditions.isTrue(DETACHED)
                || leaving.annotated(MachineAnnotations.EXCLUDE_WAIT_FOR_NODE_VOLUME_DETACH)
                || leaving.timedOut(DETACHED, "nodeVolumeDetachTimeout")) {
            return Optional.empty();
        }
        if (conditions.get(DETACHED).isEmpty()) {
            conditions.markFalse(DETACHED, "WaitingForVolumeDetach", "Info", "Waiting for node volumes to be detached");
        }
        String name = String.valueOf(leaving.machine().text("status", "nodeRef", "name"));
        Optional<GuestClusters.Guest> guest = guests.find(Meta.namespace(leaving.machine()));
        if (guest.isEmpty()) {
            event(
                    leaving,
                    true,
                    "FailedWaitForVolumeDetach",
                    "error waiting for node volumes detaching, Machine's node \"" + name + "\": " + UNREACHABLE);
            return Optional.of(Turn.failed(UNREACHABLE));
        }
        boolean attached = node(guest.get(), leaving.machine())
                .filter(node -> !node.node().array("status", "volumesAttached").isEmpty())
                .isPresent();
        if (attached) {
            // The node's change will tell; only the limit passes by itself.
            return Optional.of(leaving.limit("nodeVolumeDetachTimeout")
                    .map(limit -> Turn.requeueAfter(Duration.between(
                            leaving.now(), leaving.since(DETACHED).plus(limit))))
                    .orElseGet(Turn::done));
        }
        conditions.markTrue(DETACHED);
        event(
                leaving,
                false,
                "NodeVolumesDetached",
                "success waiting for node volumes detaching Machine's node \"" + name + "\"");
        return Optional.empty();
    }

    /** Tries for so long as the machine allows; then it goes without. */
    private Optional<Turn> deleteNode(Leaving leaving) {
        CapiConditions conditions = leaving.conditions();
        String failure = UNREACHABLE;
        Optional<GuestClusters.Guest> guest = guests.find(Meta.namespace(leaving.machine()));
        if (guest.isPresent()) {
            try {
                node(guest.get(), leaving.machine()).ifPresent(node -> node.objects()
                        .delete(node.nodes(), "", Meta.name(node.node()), Objects.Deletion.BACKGROUND));
                conditions.markFalse(MachineController.NODE_HEALTHY, "Deleting", "Info", "");
                return Optional.empty();
            } catch (ApiException refused) {
                failure = String.valueOf(refused.getMessage());
            }
        }
        conditions.markFalse(MachineController.NODE_HEALTHY, "DeletionFailed", "Warning", "");
        event(leaving, true, "FailedDeleteNode", "error deleting Machine's node: " + failure);
        boolean given = leaving.machine().at("spec", "nodeDeletionTimeout") != null;
        Optional<Duration> limit = given ? leaving.limit("nodeDeletionTimeout") : Optional.of(NODE_DELETION);
        Instant asked = Instant.parse(String.valueOf(leaving.machine().text("metadata", "deletionTimestamp")));
        boolean tries = limit.isEmpty() || asked.plus(limit.get()).isAfter(leaving.now());
        return tries ? Optional.of(Turn.failed(failure)) : Optional.empty();
    }

    private static Optional<Guest> node(GuestClusters.Guest guest, JsonObject machine) {
        Objects inGuest = guest.objects();
        return MachineController.node(inGuest, machine)
                .map(node -> new Guest(inGuest, guest.index(), inGuest.resource("v1", "Node"), node));
    }

    private void event(Leaving leaving, boolean warning, String reason, String message) {
        capi.event(capi.machines, leaving.machine(), warning, reason, message, MachineController.SOURCE);
    }
}
