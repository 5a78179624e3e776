package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.FieldIndex;
import dev.hcp.simulator.world.GuestClusters;
import dev.hcp.simulator.world.Meta;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows a machine's infrastructure and its node. */
final class MachineController implements Actor<ObjectKey> {
    static final String SOURCE = "machine-controller";
    static final String FINALIZER = "machine.cluster.x-k8s.io";
    static final String BOOTSTRAP_READY = "BootstrapReady";
    static final String INFRASTRUCTURE_READY = "InfrastructureReady";
    static final String NODE_HEALTHY = "NodeHealthy";
    static final String HEALTH_CHECK = "HealthCheckSucceeded";
    static final String OWNER_REMEDIATED = "OwnerRemediated";
    static final String DRAINING = "DrainingSucceeded";

    private static final Duration MISSING_OBJECT = Duration.ofSeconds(30);
    private static final Duration GUEST_POLL = Duration.ofSeconds(15);

    private final CapiObjects capi;
    private final FieldIndex index;
    private final GuestClusters guests;
    private final MachineDeletion deletion;

    MachineController(CapiObjects capi, FieldIndex index, GuestClusters guests, MachineDeletion deletion) {
        this.capi = capi;
        this.index = index;
        this.guests = guests;
        this.deletion = deletion;
    }

    @Override
    public String name() {
        return SOURCE;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch(CapiObjects.GROUP, "Machine", change -> List.of(ObjectKey.of(change.object())));
        CapiObjects.watchKinds(
                context, CapiObjects.MACHINE_KINDS, change -> CapiObjects.owners(change.object(), "Machine"));
        context.watchHosted("", "Node", (server, change) -> ofNode(server, change.object()));
        context.watch(CapiObjects.GROUP, "MachineDeployment", this::ofDeployment);
        capi.watchManager(context, capi.machines);
    }

    /** The machines of a deployment that has gone on to another revision. */
    private List<ObjectKey> ofDeployment(Objects.Change change) {
        boolean same = change.before() == null
                || change.after() == null
                || Revisions.revision(Optional.of(change.before())) == Revisions.revision(Optional.of(change.after()));
        List<ObjectKey> keys = new ArrayList<>();
        for (JsonObject machine :
                same ? List.<JsonObject>of() : capi.objects.list(capi.machines, Meta.namespace(change.object()))) {
            if (Meta.name(change.object()).equals(machine.text("metadata", "labels", CapiObjects.DEPLOYMENT_NAME))) {
                keys.add(ObjectKey.of(machine));
            }
        }
        return keys;
    }

    private List<ObjectKey> ofNode(String namespace, JsonObject node) {
        Set<ObjectKey> keys = new LinkedHashSet<>();
        String providerId = node.text("spec", "providerID");
        if (providerId != null) {
            index.find(capi.machines, namespace, providerId, "spec", "providerID")
                    .forEach(machine -> keys.add(ObjectKey.of(machine)));
        }
        index.find(capi.machines, namespace, Meta.name(node), "status", "nodeRef", "name")
                .forEach(machine -> keys.add(ObjectKey.of(machine)));
        return List.copyOf(keys);
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found = capi.get(capi.machines, key);
        if (found.isEmpty() || !capi.runs(key.namespace()) || capi.paused(found.get())) {
            return Turn.done();
        }
        JsonObject machine = found.get();
        Optional<CapiObjects.Referenced> infrastructure =
                capi.referenced(machine.object("spec", "infrastructureRef"), key.namespace());
        if (Meta.deleting(machine)) {
            return deletion.act(machine, infrastructure, context);
        }
        machine = capi.addFinalizer(capi.machines, machine, FINALIZER);
        String cluster = String.valueOf(machine.text("spec", "clusterName"));
        if (infrastructure.isPresent()) {
            capi.adopt(infrastructure.get().type(), infrastructure.get().object(), machine, cluster, "MachineSet");
        }
        return follow(machine, infrastructure, context);
    }

    private Turn follow(
            JsonObject machine, Optional<CapiObjects.Referenced> infrastructure, ActorContext<ObjectKey> context) {
        JsonObject.Builder status = machine.object("status").toBuilder();
        CapiConditions conditions = CapiConditions.of(machine, context.now());
        boolean bootstrapped = machine.at("spec", "bootstrap", "dataSecretName") != null;
        if (bootstrapped) {
            conditions.markTrue(BOOTSTRAP_READY);
        } else {
            conditions.markFalse(BOOTSTRAP_READY, "WaitingForDataSecret", "Info", "");
        }
        status.put("bootstrapReady", bootstrapped);
        boolean ready = false;
        boolean failed =
                machine.at("status", "failureReason") != null || machine.at("status", "failureMessage") != null;
        JsonObject current = machine;
        if (infrastructure.isPresent()) {
            JsonObject object = infrastructure.get().object();
            ready = object.isTrue("status", "ready");
            mirrorReadiness(conditions, object, ready);
            current = copyIdentity(machine, object, ready);
            if (ready) {
                status.put("addresses", object.array("status", "addresses"));
            }
            failed |= copyFailure(status, object);
        } else if (machine.isTrue("status", "infrastructureReady")) {
            failed = true;
            status.put("failureReason", "InvalidConfiguration")
                    .put(
                            "failureMessage",
                            "Machine infrastructure resource " + kind(machine) + " with name "
                                    + machine.text("spec", "infrastructureRef", "name")
                                    + " has been deleted after being ready");
        } else {
            conditions.markFalse(INFRASTRUCTURE_READY, "WaitingForInfrastructure", "Info", "");
        }
        status.put("infrastructureReady", ready);
        boolean interruptible = infrastructure
                .filter(found -> found.object().isTrue("status", "interruptible"))
                .isPresent();
        Optional<String> problem = followNode(current, interruptible, status, conditions);
        String providerId = current.text("spec", "providerID");
        boolean counts = providerId == null;
        conditions.summarize(
                counts ? List.of(BOOTSTRAP_READY, INFRASTRUCTURE_READY) : List.of(),
                HEALTH_CHECK,
                OWNER_REMEDIATED,
                BOOTSTRAP_READY,
                INFRASTRUCTURE_READY,
                DRAINING);
        status.put("conditions", conditions.build());
        status.put("observedGeneration", Meta.generation(current));
        JsonObject built = status.build();
        boolean running = built.at("nodeRef") != null && ready;
        String phase = failed
                ? "Failed"
                : running ? "Running" : providerId != null ? "Provisioned" : bootstrapped ? "Provisioning" : "Pending";
        write(current, built.with("phase", phase), context.now());
        if (problem.isPresent()) {
            return Turn.failed(problem.get());
        }
        if (infrastructure.isEmpty()) {
            return Turn.requeueAfter(MISSING_OBJECT);
        }
        boolean waitsForNode = providerId != null && built.at("nodeRef") == null;
        return waitsForNode ? Turn.pollAfter(GUEST_POLL) : Turn.done();
    }

    private void write(JsonObject machine, JsonObject status, Instant now) {
        boolean moved = !java.util.Objects.equals(status.get("phase"), machine.at("status", "phase"));
        JsonObject complete = moved ? status.with("lastUpdated", Meta.time(now)) : status;
        JsonObject newest = capi.get(capi.machines, ObjectKey.of(machine)).orElse(machine);
        capi.writeStatus(capi.machines, newest, complete);
    }

    private static void mirrorReadiness(CapiConditions conditions, JsonObject infrastructure, boolean ready) {
        JsonObject theirs = CapiConditions.find(infrastructure, "Ready");
        if (!theirs.isEmpty()) {
            conditions.mirror(INFRASTRUCTURE_READY, theirs);
        } else if (ready) {
            conditions.markTrue(INFRASTRUCTURE_READY);
        } else {
            conditions.markFalse(INFRASTRUCTURE_READY, "WaitingForInfrastructure", "Info", "");
        }
    }

    /** Takes over providerID and failure domain of an infrastructure that is ready. */
    private JsonObject copyIdentity(JsonObject machine, JsonObject infrastructure, boolean ready) {
        if (!ready) {
            return machine;
        }
        JsonObject patch = JsonObject.EMPTY;
        for (String field : List.of("providerID", "failureDomain")) {
            String value = infrastructure.text("spec", field);
            if (value != null && !value.equals(machine.text("spec", field))) {
                patch = patch.withAt(value, "spec", field);
            }
        }
        return patch.isEmpty() ? machine : capi.patch(capi.machines, machine, patch);
    }

    /** A failure stays with the machine even when the infrastructure recovers. */
    private static boolean copyFailure(JsonObject.Builder status, JsonObject infrastructure) {
        String reason = infrastructure.text("status", "failureReason");
        String message = infrastructure.text("status", "failureMessage");
        if (reason != null) {
            status.put("failureReason", reason);
        }
        if (message != null) {
            status.put(
                    "failureMessage",
                    "Failure detected from referenced resource " + gvk(infrastructure) + " with name \""
                            + Meta.name(infrastructure) + "\": " + message);
        }
        return reason != null || message != null;
    }

    private static String gvk(JsonObject object) {
        return object.text("apiVersion") + ", Kind=" + object.text("kind");
    }

    private static String kind(JsonObject machine) {
        return machine.text("spec", "infrastructureRef", "apiVersion") + ", Kind="
                + machine.text("spec", "infrastructureRef", "kind");
    }

    /** The node's part; a message when the node has vanished. */
    private Optional<String> followNode(
            JsonObject machine, boolean interruptible, JsonObject.Builder status, CapiConditions conditions) {
        String providerId = machine.text("spec", "providerID");
        if (providerId == null) {
            conditions.markFalse(NODE_HEALTHY, "WaitingForNodeRef", "Info", "");
            return Optional.empty();
        }
        Optional<GuestClusters.Guest> guest = guests.find(Meta.namespace(machine));
        if (guest.isEmpty()) {
            return Optional.empty();
        }
        boolean known = machine.at("status", "nodeRef") != null;
        Optional<JsonObject> node = node(guest.get(), machine, providerId);
        if (node.isEmpty()) {
            if (known) {
                conditions.markFalse(NODE_HEALTHY, "NodeNotFound", "Error", "");
                return Optional.of("no matching Node for Machine \"" + Meta.name(machine) + "\" in namespace \""
                        + Meta.namespace(machine) + "\"");
            }
            conditions.markFalse(NODE_HEALTHY, "NodeProvisioning", "Warning", "");
            return Optional.empty();
        }
        if (!known) {
            capi.event(capi.machines, machine, false, "SuccessfulSetNodeRef", Meta.name(node.get()), SOURCE);
        }
        status.put(
                "nodeRef",
                JsonObject.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "Node",
                        "name",
                        Meta.name(node.get()),
                        "uid",
                        Meta.uid(node.get())));
        status.put("nodeInfo", node.get().object("status", "nodeInfo"));
        markNode(guest.get().objects(), machine, node.get(), interruptible);
        markHealth(conditions, node.get());
        return Optional.empty();
    }

    private void markNode(Objects inGuest, JsonObject machine, JsonObject node, boolean interruptible) {
        JsonObject patch = NodeMetadata.patch(machine, node, outdated(machine), interruptible);
        if (!patch.isEmpty()) {
            inGuest.mergePatch(inGuest.resource("v1", "Node"), "", Meta.name(node), null, patch, SOURCE);
        }
    }

    /** Whether its deployment has gone on to another revision than its set's. */
    private boolean outdated(JsonObject machine) {
        String deployment = machine.text("metadata", "labels", CapiObjects.DEPLOYMENT_NAME);
        String set = machine.text("metadata", "labels", CapiObjects.SET_NAME);
        if (deployment == null || set == null) {
            return false;
        }
        String namespace = Meta.namespace(machine);
        long wanted = Revisions.revision(capi.objects.get(capi.machineDeployments, namespace, deployment));
        return Revisions.revision(capi.objects.get(capi.machineSets, namespace, set)) < wanted;
    }

    /** By name where it is known, else by providerID. */
    private static Optional<JsonObject> node(GuestClusters.Guest guest, JsonObject machine, String providerId) {
        if (machine.at("status", "nodeRef", "name") != null) {
            return node(guest.objects(), machine);
        }
        ResourceType nodes = guest.objects().resource("v1", "Node");
        return guest.index().find(nodes, "", providerId, "spec", "providerID").stream()
                .findFirst();
    }

    /** The node that the machine is known to be. */
    static Optional<JsonObject> node(Objects inGuest, JsonObject machine) {
        String name = machine.text("status", "nodeRef", "name");
        return name == null ? Optional.empty() : inGuest.get(inGuest.resource("v1", "Node"), "", name);
    }

    private static void markHealth(CapiConditions conditions, JsonObject node) {
        List<String> failed = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Object item : node.array("status", "conditions")) {
            if (item instanceof JsonObject condition) {
                String type = String.valueOf(condition.text("type"));
                String good = type.equals("Ready") ? "True" : "False";
                String actual = condition.text("status");
                if ("Unknown".equals(actual)) {
                    unknown.add("Node condition " + type + " is Unknown. ");
                } else if (!good.equals(actual)) {
                    failed.add("Node condition " + type + " is " + actual + ". ");
                }
            }
        }
        if (!failed.isEmpty()) {
            conditions.markFalse(NODE_HEALTHY, "NodeConditionsFailed", "Warning", String.join("", failed));
        } else if (!unknown.isEmpty()) {
            conditions.markUnknown(NODE_HEALTHY, "NodeConditionsFailed", String.join("", unknown));
        } else {
            conditions.markTrue(NODE_HEALTHY);
        }
    }
}
