package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.GuestClusters;
import dev.hcp.simulator.world.Meta;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps a MachineSet at its number of machines. */
final class MachineSetController implements Actor<ObjectKey> {
    private static final String SOURCE = "machineset-controller";
    private static final String NO_CREATE = "cluster.x-k8s.io/disable-machine-create";
    private static final String DELETE_FIRST = "cluster.x-k8s.io/delete-machine";

    private final CapiObjects capi;
    private final GuestClusters guests;

    MachineSetController(CapiObjects capi, GuestClusters guests) {
        this.capi = capi;
        this.guests = guests;
    }

    @Override
    public String name() {
        return SOURCE;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch(CapiObjects.GROUP, "MachineSet", change -> List.of(ObjectKey.of(change.object())));
        context.watch(CapiObjects.GROUP, "Machine", change -> CapiObjects.owners(change.object(), "MachineSet"));
        capi.watchManager(context, capi.machineSets);
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found = capi.get(capi.machineSets, key).filter(set -> !Meta.deleting(set));
        if (found.isEmpty() || !capi.runs(key.namespace()) || capi.paused(found.get())) {
            return Turn.done();
        }
        JsonObject set = found.get();
        List<JsonObject> machines = new ArrayList<>();
        JsonObject selector = set.object("spec", "selector", "matchLabels");
        for (JsonObject machine : capi.owned(set, "Machine")) {
            if (Meta.labelled(machine, selector)) {
                machines.add(machine);
            }
        }
        remediate(machines, context);
        propagate(set, machines);
        int wanted = (int) set.integer(1, "spec", "replicas");
        if (machines.size() < wanted && set.at("metadata", "annotations", NO_CREATE) == null) {
            grow(set, machines, wanted - machines.size(), context);
        } else if (machines.size() > wanted) {
            shrink(set, machines, machines.size() - wanted, context.now());
        }
        report(set, machines, wanted, context);
        return Turn.done();
    }

    private void grow(JsonObject set, List<JsonObject> machines, int count, ActorContext<ObjectKey> context) {
        Set<String> taken = new HashSet<>();
        machines.forEach(machine -> taken.add(Meta.name(machine)));
        for (int i = 0; i < count; i++) {
            String purpose = "machine of " + Meta.uid(set) + " " + Meta.generation(set) + " " + taken.size();
            String name = RandomNames.generate(
                    Meta.name(set),
                    purpose,
                    context,
                    candidate -> taken.contains(candidate)
                            || capi.objects
                                    .get(capi.machines, Meta.namespace(set), candidate)
                                    .isPresent());
            Optional<JsonObject> machine = new MachineClone(capi, set, name).create();
            if (machine.isEmpty()) {
                capi.event(
                        capi.machineSets,
                        set,
                        true,
                        "FailedCreate",
                        "Failed to create machine: failed to clone infrastructure machine from "
                                + set.object("spec", "template", "spec", "infrastructureRef")
                                        .text("kind")
                                + " " + Meta.namespace(set) + "/"
                                + set.text("spec", "template", "spec", "infrastructureRef", "name"),
                        SOURCE);
                return;
            }
            taken.add(name);
            machines.add(machine.get());
            capi.event(capi.machineSets, set, false, "SuccessfulCreate", "Created machine \"" + name + "\"", SOURCE);
        }
    }

    private void shrink(JsonObject set, List<JsonObject> machines, int count, Instant now) {
        List<DeletePriority.Candidate> candidates = new ArrayList<>();
        for (JsonObject machine : machines) {
            boolean healthy = machine.at("status", "nodeRef") != null
                    && machine.at("status", "failureReason") == null
                    && machine.at("status", "failureMessage") == null
                    && CapiConditions.isTrue(machine, "NodeHealthy");
            candidates.add(new DeletePriority.Candidate(
                    Meta.name(machine),
                    Meta.deleting(machine),
                    machine.at("metadata", "annotations", DELETE_FIRST) != null,
                    healthy,
                    Duration.between(created(machine, now), now)));
        }
        Set<String> chosen =
                new HashSet<>(DeletePriority.of(set.at("spec", "deletePolicy")).choose(candidates, count));
        for (JsonObject machine : machines) {
            if (chosen.contains(Meta.name(machine)) && !Meta.deleting(machine)) {
                capi.delete(capi.machines, machine);
                capi.event(
                        capi.machineSets,
                        set,
                        false,
                        "SuccessfulDelete",
                        "Deleted machine \"" + Meta.name(machine) + "\"",
                        SOURCE);
            }
        }
    }

    private static Instant created(JsonObject machine, Instant now) {
        String created = machine.text("metadata", "creationTimestamp");
        return created == null ? now : Instant.parse(created);
    }

    /** Deletes the machines that a health check gave up, all at once. */
    private void remediate(List<JsonObject> machines, ActorContext<ObjectKey> context) {
        for (int i = 0; i < machines.size(); i++) {
            JsonObject machine = machines.get(i);
            if ("False".equals(CapiConditions.find(machine, "OwnerRemediated").text("status"))
                    && !Meta.deleting(machine)) {
                CapiConditions conditions =
                        CapiConditions.of(machine, context.now()).markTrue("OwnerRemediated");
                machines.set(
                        i,
                        capi.writeStatus(
                                capi.machines,
                                machine,
                                machine.object("status").with("conditions", conditions.build())));
                capi.delete(capi.machines, machine);
            }
        }
    }

    /** Timeouts reach machines that exist; anything else is for new ones. */
    private void propagate(JsonObject set, List<JsonObject> machines) {
        JsonObject wanted = set.object("spec", "template", "spec");
        for (int i = 0; i < machines.size(); i++) {
            JsonObject machine = machines.get(i);
            JsonObject.Builder patch = JsonObject.builder(3);
            for (String field : List.of("nodeDrainTimeout", "nodeVolumeDetachTimeout", "nodeDeletionTimeout")) {
                if (wanted.get(field) != null
                        && !java.util.Objects.equals(wanted.get(field), machine.at("spec", field))) {
                    patch.put(field, wanted.get(field));
                }
            }
            JsonObject changes = patch.build();
            if (!changes.isEmpty() && !Meta.deleting(machine)) {
                machines.set(i, capi.patch(capi.machines, machine, JsonObject.of("spec", changes)));
            }
        }
    }

    private void report(JsonObject set, List<JsonObject> machines, int wanted, ActorContext<ObjectKey> context) {
        JsonObject labels = set.object("spec", "template", "metadata", "labels");
        int labelled = 0;
        int ready = 0;
        for (JsonObject machine : machines) {
            labelled += Meta.labelled(machine, labels) ? 1 : 0;
            ready += nodeReady(machine) ? 1 : 0;
        }
        CapiConditions conditions = CapiConditions.of(set, context.now());
        conditions.markTrue("MachinesCreated");
        reportResize(conditions, machines.size(), wanted);
        reportReady(conditions, machines);
        conditions.summarize(List.of(), "MachinesCreated", "Resized", "MachinesReady");
        JsonObject status = set.object("status").toBuilder()
                .put("availableReplicas", ready)
                .put("conditions", conditions.build())
                .put("fullyLabeledReplicas", labelled)
                .put("observedGeneration", Meta.generation(set))
                .put("readyReplicas", ready)
                .put("replicas", machines.size())
                .put("selector", Selectors.text(set.object("spec", "selector", "matchLabels")))
                .build();
        Optional<JsonObject> newest = capi.get(capi.machineSets, ObjectKey.of(set));
        newest.ifPresent(object -> capi.writeStatus(capi.machineSets, object, status));
    }

    private boolean nodeReady(JsonObject machine) {
        String node = machine.text("status", "nodeRef", "name");
        if (node == null) {
            return false;
        }
        return guests.find(Meta.namespace(machine))
                .flatMap(guest -> {
                    Objects inGuest = guest.objects();
                    return inGuest.get(inGuest.resource("v1", "Node"), "", node);
                })
                .filter(object -> CapiConditions.isTrue(object, "Ready"))
                .isPresent();
    }

    private static void reportResize(CapiConditions conditions, int actual, int wanted) {
        if (actual < wanted) {
            conditions.markFalse(
                    "Resized",
                    "ScalingUp",
                    "Warning",
                    "Scaling up MachineSet to " + wanted + " replicas (actual " + actual + ")");
        } else if (actual > wanted) {
            conditions.markFalse(
                    "Resized",
                    "ScalingDown",
                    "Warning",
                    "Scaling down MachineSet to " + wanted + " replicas (actual " + actual + ")");
        } else {
            conditions.markTrue("Resized");
        }
    }

    private static void reportReady(CapiConditions conditions, List<JsonObject> machines) {
        List<JsonObject> ready = new ArrayList<>();
        for (JsonObject machine : machines) {
            JsonObject condition = CapiConditions.find(machine, "Ready");
            if (!condition.isEmpty()) {
                String reason = condition.text("reason");
                ready.add(
                        reason == null
                                ? condition
                                : condition.with("reason", reason + " @ Machine/" + Meta.name(machine)));
            }
        }
        if (ready.isEmpty()) {
            conditions.markTrue("MachinesReady");
        } else {
            conditions.mirror("MachinesReady", CapiConditions.gravest(ready));
        }
    }
}
