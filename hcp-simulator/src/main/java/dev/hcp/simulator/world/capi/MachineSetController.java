package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.apiserver.kinds.Selections;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.GuestClusters;
import dev.hcp.simulator.world.Meta;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Keeps a MachineSet at its number of machines. */
final class MachineSetController implements Actor<ObjectKey> {
    private static final String SOURCE = "machineset-controller";
    private static final String NO_CREATE = "cluster.x-k8s.io/disable-machine-create";
    private static final String DELETE_FIRST = "cluster.x-k8s.io/delete-machine";

    private final CapiObjects capi;
    private final GuestClusters guests;
    private final Pace pace = new Pace();
    /** Machines that nobody controls; there are hardly ever any. */
    private final Set<ObjectKey> orphans = new LinkedHashSet<>();

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
        context.watch(CapiObjects.GROUP, "Machine", this::setsOf);
        capi.watchManager(context, capi.machineSets);
    }

    /** The set that owns a machine; for one that nobody controls, those that would have it. */
    private List<ObjectKey> setsOf(Objects.Change change) {
        JsonObject machine = change.object();
        if (!isOrphan(machine) || change.after() == null) {
            orphans.remove(ObjectKey.of(machine));
            return CapiObjects.owners(machine, "MachineSet");
        }
        orphans.add(ObjectKey.of(machine));
        List<ObjectKey> keys = new ArrayList<>();
        for (JsonObject set : capi.objects.list(capi.machineSets, Meta.namespace(machine))) {
            if (selects(set, machine)) {
                keys.add(ObjectKey.of(set));
            }
        }
        return keys;
    }

    private static boolean isOrphan(JsonObject machine) {
        return Meta.controller(machine).isEmpty() && !Meta.deleting(machine);
    }

    private static boolean selects(JsonObject set, JsonObject machine) {
        JsonObject selector = set.object("spec", "selector");
        return !selector.isEmpty() && Selections.matches(selector, machine);
    }

    /** Becomes the controller of those machines that it selects and that have none. */
    private void adopt(JsonObject set, List<JsonObject> machines) {
        for (ObjectKey key : List.copyOf(orphans)) {
            Optional<JsonObject> machine = key.namespace().equals(Meta.namespace(set))
                    ? capi.get(capi.machines, key).filter(MachineSetController::isOrphan)
                    : Optional.empty();
            if (machine.isPresent() && selects(set, machine.get())) {
                machines.add(
                        capi.adopt(capi.machines, machine.get(), set, String.valueOf(set.text("spec", "clusterName"))));
                capi.event(
                        capi.machineSets,
                        set,
                        false,
                        "SuccessfulAdopt",
                        "Adopted Machine \"" + key.name() + "\"",
                        SOURCE);
            }
        }
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found = capi.get(capi.machineSets, key).filter(set -> !Meta.deleting(set));
        if (found.isEmpty() || !capi.runs(key.namespace()) || capi.paused(found.get())) {
            return Turn.done();
        }
        Optional<Duration> rest = pace.rest(key, context.now());
        if (rest.isPresent()) {
            return Turn.requeueAfter(rest.get());
        }
        JsonObject set = found.get();
        List<JsonObject> machines = new ArrayList<>();
        for (JsonObject machine : capi.owned(set, "Machine")) {
            if (selects(set, machine)) {
                machines.add(machine);
            }
        }
        adopt(set, machines);
        pace.begin(key, machines.size(), context.now());
        remediate(machines, context);
        if (set.integer(0, "status", "observedGeneration") != Meta.generation(set)) {
            propagate(set, machines);
        }
        int wanted = (int) set.integer(1, "spec", "replicas");
        Optional<String> missing = Optional.empty();
        if (machines.size() < wanted && set.at("metadata", "annotations", NO_CREATE) == null) {
            missing = grow(set, machines, wanted - machines.size(), context);
        } else if (machines.size() > wanted) {
            shrink(set, machines, machines.size() - wanted, context.now());
        }
        Optional<Duration> next = report(set, machines, wanted, missing, context);
        return missing.map(Turn::failed)
                .orElseGet(() -> next.map(Turn::requeueAfter).orElseGet(Turn::done));
    }

    /** Makes machines; answers what hinders it. */
    private Optional<String> grow(
            JsonObject set, List<JsonObject> machines, int count, ActorContext<ObjectKey> context) {
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
                JsonObject template = set.object("spec", "template", "spec", "infrastructureRef");
                String failure = "failed to clone infrastructure machine from " + template.text("kind") + " "
                        + Meta.namespace(set) + "/" + template.text("name");
                capi.event(capi.machineSets, set, true, "FailedCreate", "Failed to create machine: " + failure, SOURCE);
                return Optional.of(failure);
            }
            taken.add(name);
            machines.add(machine.get());
            capi.event(capi.machineSets, set, false, "SuccessfulCreate", "Created machine \"" + name + "\"", SOURCE);
        }
        return Optional.empty();
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

    /** Labels, annotations and timeouts of the template reach machines that exist; anything else is for new ones. */
    private void propagate(JsonObject set, List<JsonObject> machines) {
        for (int i = 0; i < machines.size(); i++) {
            if (!Meta.deleting(machines.get(i))) {
                machines.set(i, new MachineClone(capi, set, Meta.name(machines.get(i))).renew(machines.get(i)));
            }
        }
    }

    /** Writes the status; answers when a machine that is ready will have been so for long enough to be available. */
    private Optional<Duration> report(
            JsonObject set,
            List<JsonObject> machines,
            int wanted,
            Optional<String> missing,
            ActorContext<ObjectKey> context) {
        JsonObject labels = set.object("spec", "template", "metadata", "labels");
        Duration minimum = Duration.ofSeconds(set.integer(0, "spec", "minReadySeconds"));
        Duration next = null;
        int labelled = 0;
        int ready = 0;
        int available = 0;
        Function<String, Optional<JsonObject>> nodes = nodes(Meta.namespace(set));
        for (JsonObject machine : machines) {
            labelled += Meta.labelled(machine, labels) ? 1 : 0;
            JsonObject readiness = readiness(machine, nodes);
            if ("True".equals(readiness.text("status"))) {
                ready++;
                Duration left = minimum.isZero()
                        ? Duration.ZERO
                        : Duration.between(context.now(), since(readiness).plus(minimum));
                if (left.isZero() || left.isNegative()) {
                    available++;
                } else {
                    next = next == null || left.compareTo(next) < 0 ? left : next;
                }
            }
        }
        CapiConditions conditions = CapiConditions.of(set, context.now());
        if (missing.isPresent()) {
            conditions.markFalse("MachinesCreated", "InfrastructureTemplateCloningFailed", "Error", missing.get());
        } else {
            conditions.markTrue("MachinesCreated");
        }
        reportResize(conditions, machines.size(), wanted);
        reportReady(conditions, machines);
        conditions.summarize(List.of(), "MachinesCreated", "Resized", "MachinesReady");
        JsonObject status = set.object("status").toBuilder()
                .put("availableReplicas", available)
                .put("conditions", conditions.build())
                .put("fullyLabeledReplicas", labelled)
                .put("observedGeneration", Meta.generation(set))
                .put("readyReplicas", ready)
                .put("replicas", machines.size())
                .put("selector", Selectors.text(set.object("spec", "selector", "matchLabels")))
                .build();
        Optional<JsonObject> newest = capi.get(capi.machineSets, ObjectKey.of(set));
        newest.ifPresent(object -> capi.writeStatus(capi.machineSets, object, status));
        return Optional.ofNullable(next);
    }

    /** The nodes of the hosted cluster that a namespace belongs to, by name. */
    private Function<String, Optional<JsonObject>> nodes(String namespace) {
        Optional<Objects> inGuest = guests.find(namespace).map(GuestClusters.Guest::objects);
        if (inGuest.isEmpty()) {
            return name -> Optional.empty();
        }
        ResourceType type = inGuest.get().resource("v1", "Node");
        return name -> inGuest.get().get(type, "", name);
    }

    /** The condition of a machine's node that says whether it is ready; empty where there is none. */
    private static JsonObject readiness(JsonObject machine, Function<String, Optional<JsonObject>> nodes) {
        String node = machine.text("status", "nodeRef", "name");
        return node == null
                ? JsonObject.EMPTY
                : nodes.apply(node)
                        .map(object -> CapiConditions.find(object, "Ready"))
                        .orElse(JsonObject.EMPTY);
    }

    private static Instant since(JsonObject condition) {
        String text = condition.text("lastTransitionTime");
        return text == null ? Instant.EPOCH : Instant.parse(text);
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
