package dev.hcp.simulator.world.kubevirt;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.Meta;
import dev.hcp.simulator.world.capi.CapiConditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** KubeVirt's controller of virtual machines: their disks, and an instance while they shall run. */
final class VirtualMachineController implements Actor<ObjectKey> {
    static final String NAME = "virt-controller";

    private static final String FINALIZER = "kubevirt.io/virtualMachineControllerFinalize";
    private static final Set<String> FINAL = Set.of("Succeeded", "Failed");
    /** Why an importer that is expected to run does not. */
    private static final List<String> STOPPED = List.of("Error", "ImagePullFailed");

    private static final Set<String> RESTARTED = Set.of("Always", "RerunOnFailure");

    private final VirtObjects virt;

    VirtualMachineController(VirtObjects virt) {
        this.virt = virt;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch(VirtObjects.KUBEVIRT, "VirtualMachine", change -> List.of(ObjectKey.of(change.object())));
        context.watch(
                VirtObjects.KUBEVIRT,
                "VirtualMachineInstance",
                change -> VirtObjects.owners(change.object(), "VirtualMachine"));
        context.watch(VirtObjects.CDI, "DataVolume", change -> VirtObjects.owners(change.object(), "VirtualMachine"));
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found = virt.get(virt.virtualMachines, key);
        if (found.isEmpty()) {
            return Turn.done();
        }
        JsonObject vm = found.get();
        Optional<JsonObject> instance = virt.get(virt.instances, key);
        if (Meta.deleting(vm)) {
            if (instance.isPresent()) {
                virt.delete(virt.instances, key);
                report(vm, instance, List.of(), context);
            } else {
                virt.removeFinalizer(virt.virtualMachines, vm, FINALIZER, NAME);
            }
            return Turn.done();
        }
        vm = virt.addFinalizer(virt.virtualMachines, vm, FINALIZER, NAME);
        List<JsonObject> disks = disks(vm);
        String strategy = strategy(vm);
        if (instance.isPresent()) {
            endOrRestart(instance.get(), strategy);
        } else if (starts(strategy) && ready(disks)) {
            instance = Optional.of(virt.objects.create(virt.instances, instanceOf(vm), NAME));
        }
        report(vm, instance, disks, context);
        return Turn.done();
    }

    private static String strategy(JsonObject vm) {
        String strategy = vm.text("spec", "runStrategy");
        return strategy != null ? strategy : vm.isTrue("spec", "running") ? "Always" : "Halted";
    }

    private static boolean starts(String strategy) {
        return RESTARTED.contains(strategy) || strategy.equals("Once");
    }

    private void endOrRestart(JsonObject instance, String strategy) {
        String phase = String.valueOf(instance.text("status", "phase"));
        boolean again = FINAL.contains(phase)
                && (strategy.equals("Always") || (strategy.equals("RerunOnFailure") && phase.equals("Failed")));
        if (again || strategy.equals("Halted")) {
            virt.delete(virt.instances, ObjectKey.of(instance));
        }
    }

    private static boolean ready(List<JsonObject> disks) {
        return disks.stream().allMatch(disk -> "Succeeded".equals(disk.text("status", "phase")));
    }

    private List<JsonObject> disks(JsonObject vm) {
        List<JsonObject> disks = new ArrayList<>();
        for (Object item : vm.array("spec", "dataVolumeTemplates")) {
            if (item instanceof JsonObject template) {
                ObjectKey key = new ObjectKey(Meta.namespace(vm), String.valueOf(template.text("metadata", "name")));
                disks.add(virt.get(virt.dataVolumes, key)
                        .orElseGet(() -> virt.objects.create(virt.dataVolumes, disk(vm, template, key), NAME)));
            }
        }
        return disks;
    }

    private static JsonObject disk(JsonObject vm, JsonObject template, ObjectKey key) {
        JsonObject labels = template.object("metadata", "labels").with("kubevirt.io/created-by", Meta.uid(vm));
        return JsonObject.of(
                "apiVersion",
                "cdi.kubevirt.io/v1beta1",
                "kind",
                "DataVolume",
                "metadata",
                JsonObject.of(
                        "name",
                        key.name(),
                        "namespace",
                        key.namespace(),
                        "labels",
                        labels,
                        "ownerReferences",
                        List.of(Meta.controllerReference(vm))),
                "spec",
                template.object("spec"));
    }

    private static JsonObject instanceOf(JsonObject vm) {
        JsonObject template = vm.object("spec", "template");
        return JsonObject.of(
                "apiVersion",
                "kubevirt.io/v1",
                "kind",
                "VirtualMachineInstance",
                "metadata",
                JsonObject.of(
                        "name",
                        Meta.name(vm),
                        "namespace",
                        Meta.namespace(vm),
                        "labels",
                        template.object("metadata", "labels"),
                        "annotations",
                        template.object("metadata", "annotations"),
                        "finalizers",
                        List.of(InstanceController.FINALIZER),
                        "ownerReferences",
                        List.of(Meta.controllerReference(vm))),
                "spec",
                template.object("spec"));
    }

    private void report(
            JsonObject vm, Optional<JsonObject> instance, List<JsonObject> disks, ActorContext<ObjectKey> context) {
        CapiConditions conditions = CapiConditions.of(vm, context.now());
        JsonObject ready = instance.map(i -> CapiConditions.find(i, "Ready")).orElse(JsonObject.EMPTY);
        if (instance.isEmpty()) {
            VirtConditions.set(conditions, "Ready", false, "VMINotExists", "VMI does not exist");
        } else if (ready.isEmpty()) {
            VirtConditions.set(conditions, "Ready", false, "VMIConditionMissing", "VMI is missing the Ready condition");
        } else {
            conditions.mirror("Ready", ready);
        }
        for (String type : List.of("LiveMigratable", "PodScheduled")) {
            JsonObject condition =
                    instance.map(i -> CapiConditions.find(i, type)).orElse(JsonObject.EMPTY);
            if (condition.isEmpty()) {
                conditions.remove(type);
            } else {
                conditions.mirror(type, condition);
            }
        }
        JsonObject.Builder status = vm.object("status").toBuilder()
                .put("conditions", conditions.build())
                .put("created", instance.isPresent())
                .put("printableStatus", printable(vm, instance, disks))
                .put("ready", conditions.isTrue("Ready"))
                .put("runStrategy", strategy(vm));
        JsonObject built = status.build();
        virt.get(virt.virtualMachines, ObjectKey.of(vm))
                .ifPresent(newest -> virt.writeStatus(virt.virtualMachines, newest, built, NAME));
    }

    private static boolean isBroken(JsonObject disk) {
        JsonObject running = CapiConditions.find(disk, "Running");
        boolean stopped =
                "False".equals(running.text("status")) && STOPPED.contains(String.valueOf(running.text("reason")));
        return "Failed".equals(disk.text("status", "phase")) || stopped;
    }

    /** The first that fits, in the order of the reference. */
    private static String printable(JsonObject vm, Optional<JsonObject> instance, List<JsonObject> disks) {
        String phase = instance.map(i -> i.text("status", "phase")).orElse(null);
        boolean over = phase != null && FINAL.contains(phase);
        if (Meta.deleting(vm)) {
            return "Terminating";
        }
        if (instance.filter(Meta::deleting).isPresent() && !over) {
            return "Stopping";
        }
        if ("Running".equals(phase)) {
            return "Running";
        }
        if (disks.stream().anyMatch(VirtualMachineController::isBroken)) {
            return "DataVolumeError";
        }
        if (instance.map(i -> CapiConditions.find(i, "PodScheduled"))
                .filter(c -> "False".equals(c.text("status")) && "Unschedulable".equals(c.text("reason")))
                .isPresent()) {
            return "ErrorUnschedulable";
        }
        if (!ready(disks)) {
            return "Provisioning";
        }
        if (instance.isPresent() && !over) {
            return "Starting";
        }
        return instance.isEmpty() && starts(strategy(vm)) ? "Starting" : "Stopped";
    }
}
