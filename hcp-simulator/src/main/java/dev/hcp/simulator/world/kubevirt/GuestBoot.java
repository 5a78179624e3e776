package dev.hcp.simulator.world.kubevirt;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.Fault.MachineNotReady;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.Adversities;
import dev.hcp.simulator.world.FieldIndex;
import dev.hcp.simulator.world.GuestClusters;
import dev.hcp.simulator.world.Meta;
import dev.hcp.simulator.world.Power;
import dev.hcp.simulator.world.Stage;
import dev.hcp.simulator.world.capi.CapiConditions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The operating systems in virtual machines: they boot, fetch their ignition configuration, and their kubelets join the
 * hosted cluster. Keys are those of VirtualMachineInstances.
 */
final class GuestBoot implements Actor<ObjectKey> {
    private static final String NAME = "guest";
    private static final Duration RETRY = Duration.ofSeconds(10);
    /** After so long without a sign of life a node counts as gone. */
    private static final Duration GRACE = Duration.ofSeconds(40);

    private final VirtObjects virt;
    private final GuestClusters guests;
    private final IgnitionFetch ignition;
    private final Adversities adversities;
    private final Power power;
    /** When the machines that boot had their configuration; by uid of the instance. */
    private final Map<String, Instant> ignited = new HashMap<>();
    /** Where the nodes are whose machines are off, and since when; by key of the instance. */
    private final Map<ObjectKey, Lost> lost = new HashMap<>();

    private record Lost(String controlPlaneNamespace, String uid, Instant since) {}

    GuestBoot(VirtObjects virt, FieldIndex index, GuestClusters guests, Adversities adversities) {
        this.virt = virt;
        this.guests = guests;
        this.ignition = new IgnitionFetch(virt, index, adversities);
        this.adversities = adversities;
        this.power = new Power(virt.objects, adversities);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        adversities.onChange(fault -> concerned(fault, context.now()).forEach(context::enqueue));
        context.watch(VirtObjects.KUBEVIRT, "VirtualMachineInstance", change -> {
            JsonObject instance = change.object();
            boolean ran = change.before() != null && running(change.before());
            boolean runs = change.after() != null && running(change.after());
            if (ran == runs) {
                return List.of();
            }
            ObjectKey key = ObjectKey.of(instance);
            String namespace = instance.text("metadata", "labels", VirtObjects.MACHINE_NAMESPACE);
            if (!runs && namespace != null) {
                lost.put(key, new Lost(namespace, Meta.uid(instance), context.now()));
            }
            return List.of(key);
        });
    }

    /** Machines whose management node is off, or on again, and those that are said not to be ready. */
    private List<ObjectKey> concerned(Fault fault, Instant now) {
        List<String> nodes = power.nodesOf(fault);
        String machine = fault instanceof MachineNotReady unready ? unready.machine() : "";
        List<ObjectKey> keys = new ArrayList<>();
        for (JsonObject instance :
                nodes.isEmpty() && machine.isEmpty() ? List.<JsonObject>of() : virt.objects.list(virt.instances, "")) {
            String namespace = instance.text("metadata", "labels", VirtObjects.MACHINE_NAMESPACE);
            String node = instance.text("status", "nodeName");
            boolean onNode = node != null && nodes.contains(node) && running(instance);
            if (namespace != null && onNode && !power.isOn(node)) {
                lost.putIfAbsent(ObjectKey.of(instance), new Lost(namespace, Meta.uid(instance), now));
            }
            if (onNode || Meta.name(instance).equals(machine)) {
                keys.add(ObjectKey.of(instance));
            }
        }
        return keys;
    }

    private static boolean running(JsonObject instance) {
        return "Running".equals(instance.text("status", "phase"));
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> instance = virt.get(virt.instances, key)
                .filter(GuestBoot::running)
                .filter(i -> !Meta.deleting(i) && power.isOn(i.text("status", "nodeName")));
        if (instance.isPresent()) {
            lost.remove(key);
            String namespace = instance.get().text("metadata", "labels", VirtObjects.MACHINE_NAMESPACE);
            return namespace == null ? Turn.done() : boot(namespace, instance.get(), context);
        }
        Lost gone = lost.get(key);
        if (gone == null) {
            return Turn.done();
        }
        ignited.remove(gone.uid());
        Instant due = gone.since().plus(GRACE);
        if (context.now().isBefore(due)) {
            return Turn.requeueAfter(Duration.between(context.now(), due));
        }
        lost.remove(key);
        loseContact(gone, key.name(), context.now());
        return Turn.done();
    }

    private Turn boot(String namespace, JsonObject instance, ActorContext<ObjectKey> context) {
        Optional<GuestClusters.Guest> guest = guests.find(namespace);
        if (guest.isPresent() && joined(guest.get().objects(), instance)) {
            return becomeReady(guest.get().objects(), instance, context);
        }
        Instant started = InstanceController.phaseSince(instance, "Running").orElse(context.now());
        Duration whole = virt.timings.draw(Stage.NODE_BOOT, virt.seed, Meta.uid(instance));
        Duration first = whole.dividedBy(3);
        if (context.now().isBefore(started.plus(first))) {
            return Turn.requeueAfter(Duration.between(context.now(), started.plus(first)));
        }
        Instant configured = ignited.get(Meta.uid(instance));
        if (configured == null) {
            if (!ignition.fetch(namespace, instance, context.now())) {
                return Turn.pollAfter(RETRY);
            }
            configured = context.now();
            ignited.put(Meta.uid(instance), configured);
        }
        Instant due = configured.plus(whole.minus(first));
        if (context.now().isBefore(due)) {
            return Turn.requeueAfter(Duration.between(context.now(), due));
        }
        if (guest.isEmpty()) {
            return Turn.pollAfter(RETRY);
        }
        join(namespace, guest.get().objects(), instance, context.now());
        ignited.remove(Meta.uid(instance));
        return becomeReady(guest.get().objects(), instance, context);
    }

    private static boolean joined(Objects inGuest, JsonObject instance) {
        return inGuest.get(inGuest.resource("v1", "Node"), "", Meta.name(instance))
                .filter(node -> Meta.uid(instance).equals(node.text("status", "nodeInfo", "bootID")))
                .isPresent();
    }

    private void join(String namespace, Objects inGuest, JsonObject instance, Instant now) {
        ResourceType nodes = inGuest.resource("v1", "Node");
        GuestNode node = new GuestNode(instance, ignition.release(namespace, instance), now);
        if (inGuest.get(nodes, "", Meta.name(instance)).isEmpty()) {
            inGuest.create(nodes, node.build(), "kubelet");
        }
        inGuest.mergePatch(nodes, "", Meta.name(instance), "status", JsonObject.of("status", node.status()), "kubelet");
    }

    private Turn becomeReady(Objects inGuest, JsonObject instance, ActorContext<ObjectKey> context) {
        ResourceType nodes = inGuest.resource("v1", "Node");
        Optional<JsonObject> node = inGuest.get(nodes, "", Meta.name(instance));
        JsonObject ready = node.map(n -> CapiConditions.find(n, "Ready")).orElse(JsonObject.EMPTY);
        Optional<MachineNotReady> unready = adversities.find(
                MachineNotReady.class,
                fault -> fault.machine().equals(Meta.name(instance))
                        && fault.namespace()
                                .equals(instance.text("metadata", "labels", VirtObjects.MACHINE_NAMESPACE)));
        if (node.isPresent() && unready.isPresent()) {
            GuestNode.setReady(
                    inGuest,
                    node.get(),
                    "False",
                    unready.get().reason(),
                    unready.get().message(),
                    context.now());
            return Turn.done();
        }
        if (node.isEmpty() || "True".equals(ready.text("status"))) {
            return Turn.done();
        }
        Instant due = Instant.parse(String.valueOf(ready.text("lastTransitionTime")))
                .plus(virt.timings.draw(Stage.NODE_READY, virt.seed, Meta.uid(instance)));
        if (context.now().isBefore(due)) {
            return Turn.requeueAfter(Duration.between(context.now(), due));
        }
        GuestNode.setReady(
                inGuest, node.get(), "True", "KubeletReady", "kubelet is posting ready status", context.now());
        return Turn.done();
    }

    private void loseContact(Lost gone, String name, Instant now) {
        guests.find(gone.controlPlaneNamespace()).ifPresent(guest -> {
            Objects inGuest = guest.objects();
            inGuest.get(inGuest.resource("v1", "Node"), "", name)
                    .filter(node -> gone.uid().equals(node.text("status", "nodeInfo", "bootID")))
                    .ifPresent(node -> GuestNode.setReady(
                            inGuest,
                            node,
                            "Unknown",
                            "NodeStatusUnknown",
                            "Kubelet stopped posting node status.",
                            now));
        });
    }
}
