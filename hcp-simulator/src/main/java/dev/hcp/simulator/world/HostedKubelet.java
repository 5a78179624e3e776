package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.faults.Fault.VolumesNotAttached;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.kernel.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The kubelets of a hosted cluster. One that has lost contact, or whose node is gone, does nothing for its pods. */
final class HostedKubelet implements Actor<ObjectKey> {
    /** So often somebody tries to attach a volume again. */
    private static final Duration RETRY = Duration.ofMinutes(1);

    private final Objects objects;
    private final ResourceType claims;
    private final ResourceType pods;
    private final ResourceType nodes;
    private final FieldIndex index;
    private final PodLifecycle lifecycle;
    private final EventRecorder events;
    private final Adversities adversities;
    private final String controlPlane;

    HostedKubelet(
            GuestClusters.Guest guest, EventRecorder events, Adversities adversities, Timings timings, Seed seed) {
        this.objects = guest.objects();
        this.controlPlane = guest.controlPlaneNamespace();
        this.events = events;
        this.adversities = adversities;
        this.claims = objects.resource("v1", "PersistentVolumeClaim");
        this.pods = objects.resource("v1", "Pod");
        this.nodes = objects.resource("v1", "Node");
        this.index = new FieldIndex(objects);
        // Faults of the management cluster are about its own pods.
        this.lifecycle = new PodLifecycle(objects, events, new Adversities(), timings, seed);
    }

    @Override
    public String name() {
        return lifecycle.name();
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        lifecycle.start(context);
        context.watch("", "Node", this::nodeChanged);
    }

    private List<ObjectKey> nodeChanged(Objects.Change change) {
        boolean was = change.before() != null && inContact(change.before());
        boolean is = change.after() != null && inContact(change.after());
        return was || !is
                ? List.of()
                : index.find(pods, "", Meta.name(change.object()), "spec", "nodeName").stream()
                        .map(ObjectKey::of)
                        .toList();
    }

    private static boolean inContact(JsonObject node) {
        String ready =
                ConditionList.find(node.array("status", "conditions"), "Ready").text("status");
        return ready != null && !ready.equals("Unknown");
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<String> node = objects.get(pods, key.namespace(), key.name()).map(pod -> pod.text("spec", "nodeName"));
        boolean silent = node.isPresent()
                && objects.get(nodes, "", node.get())
                        .filter(HostedKubelet::inContact)
                        .isEmpty();
        if (silent) {
            return Turn.done();
        }
        return node.isPresent() && waitsForVolume(key, context) ? Turn.resyncAfter(RETRY) : lifecycle.act(key, context);
    }

    /** A pod whose volumes do not get to its node does not start; it says so. */
    private boolean waitsForVolume(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<VolumesNotAttached> fault = adversities.find(
                VolumesNotAttached.class, found -> Adversities.selects(found.namespace(), controlPlane));
        Optional<JsonObject> pod = fault.isEmpty()
                ? Optional.empty()
                : objects.get(pods, key.namespace(), key.name())
                        .filter(found -> !Meta.deleting(found) && !ContainerStatuses.running(found));
        List<String> volumes = pod.map(VolumeProvisioner::claimNames).orElse(List.of()).stream()
                .flatMap(claim -> objects.get(claims, key.namespace(), claim).stream())
                .map(claim -> String.valueOf(claim.text("spec", "volumeName")))
                .toList();
        if (volumes.isEmpty()) {
            return false;
        }
        if (pod.orElseThrow().text("status", "startTime") == null) {
            JsonObject starting = PodStatus.starting(pod.orElseThrow(), "", context.now());
            objects.mergePatch(
                    pods, key.namespace(), key.name(), "status", JsonObject.of("status", starting), lifecycle.name());
        }
        String message = "AttachVolume.Attach failed for volume \"" + volumes.get(0) + "\" : "
                + fault.orElseThrow().message();
        events.record(pods, key, true, "FailedAttachVolume", message, "attachdetach-controller");
        return true;
    }
}
