package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.MachineAnnotations;
import dev.hcp.api.names.MachineConfigAnnotations;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.faults.Fault.NodeUpgradeFails;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.kubevirt.NodeSoftware;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The machine config daemons on nodes that are upgraded in place. Each has the node drained, writes the new operating
 * system, reboots, and has the node uncordoned. Keys are nodes of hosted clusters.
 */
final class MachineConfigDaemon implements Actor<MachineConfigDaemon.NodeKey> {
    private static final String NAME = "machine-config-daemon";
    private static final String POD = NAME + "-";
    private static final String NAMESPACE = "-upgrade";
    private static final Duration DOWN = Duration.ofSeconds(15);
    /** After so long without a sign of life a node that reboots counts as gone. */
    private static final Duration GRACE = Duration.ofSeconds(40);

    private final Objects objects;
    private final GuestClusters guests;
    private final Adversities adversities;
    private final Timings timings;
    private final Seed seed;
    private final ResourceType machineSets;
    /** Since when nodes that are drained write what they shall become. */
    private final Map<NodeKey, Instant> begun = new HashMap<>();

    /** A node of the hosted cluster of a control plane namespace. */
    record NodeKey(String server, String node) {
        @Override
        public String toString() {
            return server + ": " + node;
        }
    }

    MachineConfigDaemon(Objects objects, GuestClusters guests, Adversities adversities, Timings timings, Seed seed) {
        this.objects = objects;
        this.guests = guests;
        this.adversities = adversities;
        this.timings = timings;
        this.seed = seed;
        this.machineSets = objects.resource("cluster.x-k8s.io/v1beta1", "MachineSet");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean needsManagementApi() {
        return false;
    }

    @Override
    public void start(ActorContext<NodeKey> context) {
        Set<NodeKey> working = new LinkedHashSet<>();
        context.watchHosted("", "Pod", (server, change) -> {
            JsonObject pod = change.object();
            if (!Meta.namespace(pod).endsWith(NAMESPACE) || !Meta.name(pod).startsWith(POD)) {
                return List.of();
            }
            NodeKey key = new NodeKey(server, Meta.name(pod).substring(POD.length()));
            if (change.after() == null) {
                working.remove(key);
                begun.remove(key);
                return List.of();
            }
            working.add(key);
            return List.of(key);
        });
        context.watchHosted("", "Node", (server, change) -> {
            NodeKey key = new NodeKey(server, Meta.name(change.object()));
            return working.contains(key) ? List.of(key) : List.of();
        });
        adversities.onChange(fault -> {
            if (fault instanceof NodeUpgradeFails) {
                working.forEach(context::enqueue);
            }
        });
    }

    @Override
    public Turn act(NodeKey key, ActorContext<NodeKey> context) {
        Optional<GuestClusters.Guest> guest = guests.find(key.server());
        if (guest.isEmpty()) {
            return Turn.pollAfter(DOWN);
        }
        Objects inGuest = guest.get().objects();
        Optional<JsonObject> node = inGuest.get(inGuest.resource("v1", "Node"), "", key.node());
        if (node.isEmpty() || !runs(inGuest, node.get())) {
            return Turn.done();
        }
        String desired = annotation(node.get(), MachineConfigAnnotations.DESIRED_CONFIG);
        if (desired == null) {
            return Turn.done();
        }
        return desired.equals(annotation(node.get(), MachineConfigAnnotations.CURRENT_CONFIG))
                ? finish(inGuest, node.get(), desired)
                : work(key, inGuest, node.get(), desired, context);
    }

    private static boolean runs(Objects inGuest, JsonObject node) {
        String namespace = annotation(node, MachineAnnotations.NODE_OWNER_NAME) + NAMESPACE;
        return inGuest.get(inGuest.resource("v1", "Pod"), namespace, POD + Meta.name(node))
                .filter(pod -> PodTemplates.ready(pod) && !Meta.deleting(pod))
                .isPresent();
    }

    private Turn work(NodeKey key, Objects inGuest, JsonObject node, String desired, ActorContext<NodeKey> context) {
        String drain = MachineConfigAnnotations.DRAIN + desired;
        Optional<NodeUpgradeFails> fault = adversities.find(
                NodeUpgradeFails.class,
                each -> Adversities.selects(each.namespace(), key.server())
                        && Adversities.selects(each.node(), key.node()));
        if (fault.isPresent()) {
            begun.remove(key);
            annotate(inGuest, node, "Degraded", fault.get().message(), null);
            return Turn.done();
        }
        annotate(inGuest, node, "Working", null, drain);
        if (!drain.equals(annotation(node, MachineConfigAnnotations.LAST_APPLIED_DRAIN))) {
            return Turn.done();
        }
        Instant since = begun.computeIfAbsent(key, begins -> context.now());
        String draw = key + "/" + desired;
        Instant reboots = since.plus(timings.draw(Stage.NODE_UPDATE, seed, draw));
        Instant back = reboots.plus(timings.draw(Stage.NODE_REBOOT, seed, draw));
        Instant missed = reboots.plus(GRACE);
        if (context.now().isBefore(back)) {
            if (!context.now().isBefore(missed)) {
                NodeSoftware.silent(inGuest, node, context.now());
            }
            Instant next = context.now().isBefore(missed) && missed.isBefore(back) ? missed : back;
            return Turn.requeueAfter(Duration.between(context.now(), next));
        }
        begun.remove(key);
        NodeSoftware.running(inGuest, node, version(key.server(), node), context.now());
        JsonObject annotations = JsonObject.of(
                MachineConfigAnnotations.CURRENT_CONFIG,
                desired,
                MachineConfigAnnotations.DESIRED_DRAIN,
                MachineConfigAnnotations.UNCORDON + desired);
        patch(inGuest, node, annotations);
        return Turn.done();
    }

    private static Turn finish(Objects inGuest, JsonObject node, String desired) {
        String uncordon = MachineConfigAnnotations.UNCORDON + desired;
        boolean uncordoned = uncordon.equals(annotation(node, MachineConfigAnnotations.LAST_APPLIED_DRAIN));
        annotate(inGuest, node, uncordoned ? "Done" : "Working", null, uncordon);
        return Turn.done();
    }

    /** The release of what the node's pool shall run. */
    private @Nullable String version(String namespace, JsonObject node) {
        return objects.get(machineSets, namespace, String.valueOf(annotation(node, MachineAnnotations.NODE_OWNER_NAME)))
                .filter(set -> java.util.Objects.equals(
                        set.text("metadata", "annotations", Annotations.NODE_POOL_TARGET_CONFIG_VERSION),
                        annotation(node, MachineConfigAnnotations.DESIRED_CONFIG)))
                .map(set -> set.text("spec", "template", "spec", "version"))
                .orElse(null);
    }

    private static void annotate(
            Objects inGuest, JsonObject node, String state, @Nullable String reason, @Nullable String drain) {
        JsonObject annotations = JsonObject.of(
                MachineConfigAnnotations.REASON, reason == null ? "" : reason, MachineConfigAnnotations.STATE, state);
        patch(
                inGuest,
                node,
                drain == null ? annotations : annotations.with(MachineConfigAnnotations.DESIRED_DRAIN, drain));
    }

    private static void patch(Objects inGuest, JsonObject node, JsonObject annotations) {
        inGuest.mergePatch(
                inGuest.resource("v1", "Node"),
                "",
                Meta.name(node),
                null,
                JsonObject.of("metadata", JsonObject.of("annotations", annotations)),
                NAME);
    }

    private static @Nullable String annotation(JsonObject node, String name) {
        return node.text("metadata", "annotations", name);
    }
}
