package dev.hcp.simulator.world.kubevirt;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Naming;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.Meta;
import dev.hcp.simulator.world.Stage;
import dev.hcp.simulator.world.capi.CapiConditions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** KubeVirt's controller and handlers of instances: a launcher pod for each, and the domain that runs in it. */
final class InstanceController implements Actor<ObjectKey> {
    static final String FINALIZER = "kubevirt.io/foregroundDeleteVirtualMachine";

    private static final String NAME = "virt-handler";
    private static final Set<String> FINAL = Set.of("Succeeded", "Failed");

    private final VirtObjects virt;
    /** When the guests that are shutting down will be off; by uid. */
    private final Map<String, Instant> stopping = new HashMap<>();

    InstanceController(VirtObjects virt) {
        this.virt = virt;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch(VirtObjects.KUBEVIRT, "VirtualMachineInstance", change -> List.of(ObjectKey.of(change.object())));
        context.watch("", "Pod", change -> VirtObjects.owners(change.object(), "VirtualMachineInstance"));
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found = virt.get(virt.instances, key);
        if (found.isEmpty()) {
            return Turn.done();
        }
        JsonObject instance = found.get();
        Optional<JsonObject> pod = launcher(instance);
        if (Meta.deleting(instance)) {
            return stop(instance, pod, context);
        }
        String phase = instance.text("status", "phase");
        if (phase != null && FINAL.contains(phase)) {
            return Turn.done();
        }
        if (phase == null) {
            report(instance, "Pending", Optional.empty(), context);
            createLauncher(instance, context);
            return Turn.done();
        }
        boolean lost = pod.isEmpty()
                || Meta.deleting(pod.get())
                || FINAL.contains(String.valueOf(pod.get().text("status", "phase")));
        if (lost && !phase.equals("Pending")) {
            report(instance, "Failed", pod, context);
            return Turn.done();
        }
        if (pod.isEmpty()) {
            createLauncher(instance, context);
            return Turn.done();
        }
        if (!CapiConditions.isTrue(pod.get(), "Ready") && !phase.equals("Running")) {
            report(instance, "Scheduling", pod, context);
            return Turn.done();
        }
        return run(instance, phase, pod.get(), context);
    }

    private Turn run(JsonObject instance, String phase, JsonObject pod, ActorContext<ObjectKey> context) {
        if (phase.equals("Running")) {
            report(instance, phase, Optional.of(pod), context);
            return Turn.done();
        }
        Instant scheduled = phaseSince(instance, "Scheduled").orElse(context.now());
        Instant due = scheduled.plus(virt.timings.draw(Stage.VM_START, virt.seed, Meta.uid(instance)));
        if (context.now().isBefore(due)) {
            report(instance, "Scheduled", Optional.of(pod), context);
            return Turn.requeueAfter(Duration.between(context.now(), due));
        }
        report(instance, "Running", Optional.of(pod), context);
        return Turn.done();
    }

    private Optional<JsonObject> launcher(JsonObject instance) {
        return virt.objects.ownedBy(Meta.uid(instance)).stream()
                .filter(object -> "Pod".equals(object.text("kind")))
                .findFirst();
    }

    private void createLauncher(JsonObject instance, ActorContext<ObjectKey> context) {
        String name = Meta.name(instance);
        RandomGenerator random = context.random("launcher of " + Meta.uid(instance));
        StringBuilder suffix = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            suffix.append(Naming.SUFFIX_ALPHABET.charAt(random.nextInt(Naming.SUFFIX_ALPHABET.length())));
        }
        virt.objects.create(virt.pods, new LauncherPod(instance).build("virt-launcher-" + name + "-" + suffix), NAME);
    }

    /** The guest shuts down, then its pod ends, then the instance is gone. */
    private Turn stop(JsonObject instance, Optional<JsonObject> pod, ActorContext<ObjectKey> context) {
        String uid = Meta.uid(instance);
        if (pod.isEmpty()) {
            stopping.remove(uid);
            virt.removeFinalizer(virt.instances, instance, FINALIZER, NAME);
            return Turn.done();
        }
        boolean runs = "Running".equals(instance.text("status", "phase"));
        Instant due = stopping.computeIfAbsent(
                uid, u -> runs ? context.now().plus(virt.timings.draw(Stage.VM_STOP, virt.seed, uid)) : context.now());
        if (context.now().isBefore(due)) {
            return Turn.requeueAfter(Duration.between(context.now(), due));
        }
        if (!Meta.deleting(pod.get())) {
            report(instance, "Succeeded", pod, context);
            virt.delete(virt.pods, ObjectKey.of(pod.get()));
        }
        return Turn.done();
    }

    /** Since when an instance is in a phase. */
    static Optional<Instant> phaseSince(JsonObject instance, String phase) {
        for (Object item : instance.array("status", "phaseTransitionTimestamps")) {
            if (item instanceof JsonObject transition && phase.equals(transition.text("phase"))) {
                return Optional.ofNullable(transition.text("phaseTransitionTimestamp"))
                        .map(Instant::parse);
            }
        }
        return Optional.empty();
    }

    /** Whether all disks can be written to from several nodes at once. */
    private boolean sharedDisks(JsonObject instance) {
        for (String claim : LauncherPod.claims(instance)) {
            boolean shared = virt.objects
                    .get(virt.claims, Meta.namespace(instance), claim)
                    .filter(found -> found.array("spec", "accessModes").contains("ReadWriteMany"))
                    .isPresent();
            if (!shared) {
                return false;
            }
        }
        return true;
    }

    private void report(JsonObject instance, String phase, Optional<JsonObject> pod, ActorContext<ObjectKey> context) {
        JsonObject status = new InstanceStatus(instance, phase, pod, sharedDisks(instance), context.now()).build();
        virt.get(virt.instances, ObjectKey.of(instance))
                .ifPresent(newest -> virt.writeStatus(virt.instances, newest, status, NAME));
    }
}
