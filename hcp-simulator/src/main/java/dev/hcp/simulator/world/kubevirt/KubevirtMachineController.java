package dev.hcp.simulator.world.kubevirt;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.ApiException;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.GuestClusters;
import dev.hcp.simulator.world.Meta;
import dev.hcp.simulator.world.capi.CapiConditions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Cluster API's provider for KubeVirt: a virtual machine for each KubevirtMachine. */
final class KubevirtMachineController implements Actor<ObjectKey> {
    private static final String PROVIDER = "capi-provider";
    private static final String FINALIZER = "kubevirtmachine.infrastructure.cluster.x-k8s.io";
    /** So often a virtual machine that was refused is tried again. */
    private static final Duration RETRY = Duration.ofSeconds(20);

    private static final String PROVISIONED = "VMProvisioned";
    private static final String MIGRATABLE = "VMLiveMigratable";

    private final VirtObjects virt;
    private final GuestClusters guests;
    private final ResourceType capiMachines;
    private final ResourceType clusters;

    KubevirtMachineController(VirtObjects virt, GuestClusters guests) {
        this.virt = virt;
        this.guests = guests;
        this.capiMachines = virt.objects.resource("cluster.x-k8s.io/v1beta1", "Machine");
        this.clusters = virt.objects.resource("cluster.x-k8s.io/v1beta1", "Cluster");
    }

    @Override
    public String name() {
        return PROVIDER;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch(
                "infrastructure.cluster.x-k8s.io", "KubevirtMachine", change -> List.of(ObjectKey.of(change.object())));
        context.watch(VirtObjects.KUBEVIRT, "VirtualMachine", change -> labelled(change.object()));
        context.watch(VirtObjects.KUBEVIRT, "VirtualMachineInstance", change -> labelled(change.object()));
        context.watch("cluster.x-k8s.io", "Cluster", change -> {
            boolean before = change.before() != null && change.before().isTrue("status", "infrastructureReady");
            boolean after = change.after() != null && change.after().isTrue("status", "infrastructureReady");
            return after && !before ? all(Meta.namespace(change.object())) : List.of();
        });
        context.watch("apps", "Deployment", change -> {
            boolean up = change.after() != null && change.after().integer(0, "status", "availableReplicas") > 0;
            return up && PROVIDER.equals(Meta.name(change.object())) ? all(Meta.namespace(change.object())) : List.of();
        });
        context.watchHosted(
                "",
                "Node",
                (server, change) -> change.before() == null
                        ? List.of(new ObjectKey(server, Meta.name(change.object())))
                        : List.of());
    }

    private static List<ObjectKey> labelled(JsonObject object) {
        String name = object.text("metadata", "labels", VirtObjects.MACHINE_NAME);
        String namespace = object.text("metadata", "labels", VirtObjects.MACHINE_NAMESPACE);
        return name == null || namespace == null ? List.of() : List.of(new ObjectKey(namespace, name));
    }

    private List<ObjectKey> all(String namespace) {
        return virt.objects.list(virt.machines, namespace).stream()
                .map(ObjectKey::of)
                .toList();
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found = virt.get(virt.machines, key);
        boolean paused =
                found.isPresent() && found.get().at("metadata", "annotations", Annotations.CAPI_PAUSED) != null;
        if (found.isEmpty() || paused || !virt.runs(key.namespace(), PROVIDER)) {
            return Turn.done();
        }
        if (Meta.deleting(found.get())) {
            delete(found.get(), context);
            return Turn.done();
        }
        List<ObjectKey> owners = VirtObjects.owners(found.get(), "Machine");
        Optional<JsonObject> owner = owners.isEmpty() ? Optional.empty() : virt.get(capiMachines, owners.get(0));
        if (owner.isEmpty()) {
            return Turn.done();
        }
        JsonObject machine = virt.addFinalizer(virt.machines, found.get(), FINALIZER, PROVIDER);
        CapiConditions conditions = CapiConditions.of(machine, context.now());
        JsonObject status = provision(machine, owner.get(), conditions);
        conditions.summarize(List.of(PROVISIONED), PROVISIONED);
        JsonObject complete = status.with("conditions", conditions.build());
        virt.get(virt.machines, key).ifPresent(newest -> virt.writeStatus(virt.machines, newest, complete, PROVIDER));
        boolean refused = "VMCreateFailed".equals(conditions.get(PROVISIONED).text("reason"));
        return refused ? Turn.pollAfter(RETRY) : Turn.done();
    }

    private JsonObject provision(JsonObject machine, JsonObject owner, CapiConditions conditions) {
        JsonObject status = machine.object("status").toBuilder()
                .put("ready", machine.isTrue("status", "ready"))
                .build();
        String cluster = owner.text("spec", "clusterName");
        boolean infrastructure = cluster != null
                && virt.objects
                        .get(clusters, Meta.namespace(machine), cluster)
                        .filter(c -> c.isTrue("status", "infrastructureReady"))
                        .isPresent();
        if (!infrastructure) {
            conditions.markFalse(PROVISIONED, "WaitingForClusterInfrastructure", "Info", "");
            return status;
        }
        String userData = owner.text("spec", "bootstrap", "dataSecretName");
        Optional<JsonObject> secret =
                userData == null ? Optional.empty() : virt.objects.get(virt.secrets, Meta.namespace(machine), userData);
        MachineVirtualMachine wanted = new MachineVirtualMachine(machine);
        ObjectKey key = new ObjectKey(wanted.namespace(), Meta.name(machine));
        Optional<JsonObject> vm = virt.get(virt.virtualMachines, key);
        if (vm.isEmpty() && secret.isEmpty()) {
            conditions.markFalse(PROVISIONED, "WaitingForBootstrapData", "Info", "");
            return status;
        }
        if (vm.isEmpty()) {
            copyUserData(machine, wanted, secret.get());
            try {
                vm = Optional.of(virt.objects.create(virt.virtualMachines, wanted.build(), PROVIDER));
            } catch (ApiException refused) {
                conditions.markFalse(
                        PROVISIONED, "VMCreateFailed", "Error", "Failed vm creation: " + refused.getMessage());
                return status;
            }
        }
        return follow(machine, vm.get(), status, conditions);
    }

    private void copyUserData(JsonObject machine, MachineVirtualMachine wanted, JsonObject secret) {
        ObjectKey key = new ObjectKey(wanted.namespace(), wanted.userDataSecret());
        if (virt.get(virt.secrets, key).isEmpty()) {
            JsonObject metadata = JsonObject.of("name", key.name(), "namespace", key.namespace());
            String cluster = machine.text("metadata", "labels", "cluster.x-k8s.io/cluster-name");
            if (cluster != null) {
                metadata = metadata.with("labels", JsonObject.of("cluster.x-k8s.io/cluster-name", cluster));
            }
            virt.objects.create(
                    virt.secrets,
                    JsonObject.of(
                            "apiVersion",
                            "v1",
                            "kind",
                            "Secret",
                            "metadata",
                            metadata,
                            "data",
                            JsonObject.of("userdata", secret.at("data", "value"))),
                    PROVIDER);
        }
    }

    private JsonObject follow(JsonObject machine, JsonObject vm, JsonObject status, CapiConditions conditions) {
        Optional<JsonObject> instance = virt.objects.get(virt.instances, Meta.namespace(vm), Meta.name(vm));
        boolean running = CapiConditions.isTrue(vm, "Ready")
                && instance.filter(i -> "Running".equals(i.text("status", "phase")))
                        .isPresent();
        String address = instance.map(i -> i.array("status", "interfaces"))
                .filter(interfaces -> !interfaces.isEmpty())
                .map(interfaces -> interfaces.object(0).text("ipAddress"))
                .orElse(null);
        if (!running || instance.isEmpty() || address == null) {
            reportProgress(vm, conditions);
            boolean hadAddress =
                    running && !machine.array("status", "addresses").isEmpty();
            return status.with("ready", hadAddress);
        }
        conditions.markTrue(PROVISIONED);
        reportMigration(machine, instance.get(), conditions);
        String name = Meta.name(machine);
        List<JsonObject> addresses = List.of(
                JsonObject.of("type", "Hostname", "address", name),
                JsonObject.of("type", "InternalIP", "address", address),
                JsonObject.of("type", "ExternalIP", "address", address),
                JsonObject.of("type", "InternalDNS", "address", name));
        String providerId = "kubevirt://" + name;
        if (!providerId.equals(machine.text("spec", "providerID"))) {
            virt.objects.mergePatch(
                    virt.machines,
                    Meta.namespace(machine),
                    name,
                    null,
                    JsonObject.of("spec", JsonObject.of("providerID", providerId)),
                    PROVIDER);
        }
        return status.toBuilder()
                .put("addresses", addresses)
                .put("ready", true)
                .put("nodeupdated", identifyNode(machine, providerId))
                .build();
    }

    /** Tells the node which machine it is; whether that is done. */
    private boolean identifyNode(JsonObject machine, String providerId) {
        Optional<GuestClusters.Guest> guest = guests.find(Meta.namespace(machine));
        if (guest.isEmpty()) {
            return machine.isTrue("status", "nodeupdated");
        }
        Objects inGuest = guest.get().objects();
        ResourceType nodes = inGuest.resource("v1", "Node");
        Optional<JsonObject> node = inGuest.get(nodes, "", Meta.name(machine));
        if (node.isPresent() && node.get().at("spec", "providerID") == null) {
            JsonObject patch = JsonObject.of("spec", JsonObject.of("providerID", providerId));
            inGuest.mergePatch(nodes, "", Meta.name(machine), null, patch, PROVIDER);
        }
        return node.isPresent();
    }

    private void reportProgress(JsonObject vm, CapiConditions conditions) {
        JsonObject scheduled = CapiConditions.find(vm, "PodScheduled");
        if ("False".equals(scheduled.text("status")) && "Unschedulable".equals(scheduled.text("reason"))) {
            conditions.markFalse(PROVISIONED, "Unschedulable", "Info", String.valueOf(scheduled.text("message")));
            return;
        }
        for (Object item : vm.array("spec", "dataVolumeTemplates")) {
            String name = item instanceof JsonObject template ? template.text("metadata", "name") : null;
            Optional<JsonObject> volume =
                    name == null ? Optional.empty() : virt.objects.get(virt.dataVolumes, Meta.namespace(vm), name);
            String phase = volume.map(v -> v.text("status", "phase")).orElse(null);
            if (phase == null || phase.equals("Pending")) {
                conditions.markFalse(PROVISIONED, "DVPending", "Info", "DataVolume " + name + " is pending");
                return;
            }
            if (phase.equals("Failed")) {
                conditions.markFalse(PROVISIONED, "DVFailed", "Error", "DataVolume " + name + " failed");
                return;
            }
            JsonObject running =
                    volume.map(v -> CapiConditions.find(v, "Running")).orElse(JsonObject.EMPTY);
            if ("False".equals(running.text("status")) && "ImagePullFailed".equals(running.text("reason"))) {
                conditions.markFalse(
                        PROVISIONED,
                        "DVImagePullFailed",
                        "Info",
                        "DataVolume " + name + " import is not running: " + running.text("message"));
                return;
            }
            if (!phase.equals("Succeeded")) {
                conditions.markFalse(PROVISIONED, "DVNotReady", "Info", "DataVolume " + name + " is importing");
                return;
            }
        }
        conditions.markFalse(
                PROVISIONED, "VMNotReady", "Info", "VM is not ready: " + vm.text("status", "printableStatus"));
    }

    private static void reportMigration(JsonObject machine, JsonObject instance, CapiConditions conditions) {
        JsonObject migratable = CapiConditions.find(instance, "LiveMigratable");
        if ("False".equals(migratable.text("status"))) {
            conditions.markFalse(
                    MIGRATABLE,
                    String.valueOf(migratable.text("reason")),
                    "Info",
                    Meta.name(machine) + " is not a live migratable machine: " + migratable.text("message"));
        } else {
            conditions.markTrue(MIGRATABLE);
        }
    }

    /** The finalizer goes as soon as the deletion is asked for: the virtual machine may outlive the machine. */
    private void delete(JsonObject machine, ActorContext<ObjectKey> context) {
        if (!machine.array("metadata", "finalizers").contains(FINALIZER)) {
            return;
        }
        CapiConditions conditions =
                CapiConditions.of(machine, context.now()).markFalse(PROVISIONED, "Deleting", "Info", "");
        conditions.summarize(List.of(), PROVISIONED);
        virt.writeStatus(
                virt.machines, machine, machine.object("status").with("conditions", conditions.build()), PROVIDER);
        MachineVirtualMachine wanted = new MachineVirtualMachine(machine);
        virt.delete(virt.virtualMachines, new ObjectKey(wanted.namespace(), Meta.name(machine)));
        virt.delete(virt.secrets, new ObjectKey(wanted.namespace(), wanted.userDataSecret()));
        virt.get(virt.machines, ObjectKey.of(machine))
                .ifPresent(newest -> virt.removeFinalizer(virt.machines, newest, FINALIZER, PROVIDER));
    }
}
