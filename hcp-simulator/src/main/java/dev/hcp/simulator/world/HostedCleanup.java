package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.faults.Fault.CloudCleanupStuck;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets go in hosted clusters what their operators and their cloud release after a while: routers, load balancers, volumes
 * whose claim is gone, the storage of the registry. Keys are control plane namespaces.
 */
final class HostedCleanup implements Actor<String> {
    private static final String BALANCER_FINALIZER = "service.kubernetes.io/load-balancer-cleanup";
    private static final String VOLUME_IN_USE = "kubernetes.io/pv-protection";
    private static final String MANAGER = "cloud-controller-manager";

    private final GuestClusters guests;
    private final Adversities adversities;
    private final Duration takes;

    HostedCleanup(GuestClusters guests, Adversities adversities, Timings timings) {
        this.adversities = adversities;
        this.guests = guests;
        this.takes = timings.of(Stage.POD_STOP);
    }

    @Override
    public String name() {
        return "hosted-cleanup";
    }

    @Override
    public Duration latency() {
        return takes;
    }

    @Override
    public void start(ActorContext<String> context) {
        adversities.onChange(fault -> {
            if (fault instanceof CloudCleanupStuck cleanup) {
                context.enqueue(cleanup.namespace());
            }
        });
        context.watchHosted("", "Service", (server, change) -> marked(change) ? List.of(server) : List.of());
        context.watchHosted(
                "operator.openshift.io",
                "IngressController",
                (server, change) -> marked(change) ? List.of(server) : List.of());
        context.watchHosted(
                "", "PersistentVolumeClaim", (server, change) -> change.after() == null ? List.of(server) : List.of());
        context.watchHosted(
                "imageregistry.operator.openshift.io",
                "Config",
                (server, change) -> change.before() == null ? List.of() : List.of(server));
    }

    private static boolean marked(Objects.Change change) {
        return change.after() != null && Meta.deleting(change.after());
    }

    @Override
    public Turn act(String key, ActorContext<String> context) {
        Optional<GuestClusters.Guest> found = guests.find(key);
        boolean stuck = adversities
                .find(CloudCleanupStuck.class, fault -> fault.namespace().equals(key))
                .isPresent();
        if (found.isPresent() && !stuck) {
            Objects guest = found.get().objects();
            routers(guest);
            release(guest, guest.resource("v1", "Service"), BALANCER_FINALIZER);
            volumes(guest);
            release(guest, guest.resource("v1", "PersistentVolume"), VOLUME_IN_USE);
            new Operands(guest).registry("Removed");
        }
        return Turn.done();
    }

    private static void routers(Objects guest) {
        ResourceType services = guest.resource("v1", "Service");
        ResourceType controllers = guest.resource("operator.openshift.io/v1", "IngressController");
        for (JsonObject controller : guest.list(controllers, "")) {
            if (Meta.deleting(controller)) {
                for (String name : List.of("router-", "router-nodeport-")) {
                    String service = name + Meta.name(controller);
                    if (guest.get(services, "openshift-ingress", service).isPresent()) {
                        guest.delete(services, "openshift-ingress", service, Objects.Deletion.BACKGROUND);
                    }
                }
            }
        }
        release(guest, controllers, Operands.INGRESS_FINALIZER);
    }

    private static void release(Objects guest, ResourceType type, String finalizer) {
        for (JsonObject object : guest.list(type, "")) {
            List<@Nullable Object> finalizers = new ArrayList<>(object.array("metadata", "finalizers"));
            if (Meta.deleting(object) && finalizers.remove(finalizer)) {
                guest.mergePatch(
                        type,
                        Meta.namespace(object),
                        Meta.name(object),
                        null,
                        JsonObject.of("metadata", JsonObject.of("finalizers", JsonArray.copyOf(finalizers))),
                        MANAGER);
            }
        }
    }

    private static void volumes(Objects guest) {
        ResourceType volumes = guest.resource("v1", "PersistentVolume");
        ResourceType claims = guest.resource("v1", "PersistentVolumeClaim");
        for (JsonObject volume : guest.list(volumes, "")) {
            JsonObject claim = volume.object("spec", "claimRef");
            boolean retained = "Retain".equals(volume.text("spec", "persistentVolumeReclaimPolicy"));
            if (!retained
                    && claim.get("name") instanceof String name
                    && claim.get("namespace") instanceof String namespace
                    && guest.get(claims, namespace, name).isEmpty()) {
                guest.delete(volumes, "", Meta.name(volume), Objects.Deletion.BACKGROUND);
            }
        }
    }
}
