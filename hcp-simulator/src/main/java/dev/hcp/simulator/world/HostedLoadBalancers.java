package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cloud controller managers of clusters on KubeVirt: for a Service of type LoadBalancer in a hosted cluster, one in the
 * control plane's namespace, whose address it takes over.
 */
final class HostedLoadBalancers implements Actor<HostedLoadBalancers.Key> {
    private static final String MANAGER = "kubevirt-cloud-controller-manager";
    private static final String SOURCE = "service-controller";
    private static final String TENANT_NAME = "cluster.x-k8s.io/tenant-service-name";
    private static final String TENANT_NAMESPACE = "cluster.x-k8s.io/tenant-service-namespace";
    private static final int NAME_LENGTH = 32;
    /** While a hosted API server is down, its services are looked at again so often. */
    private static final Duration DOWN = Duration.ofSeconds(15);
    /** So long the manager waits for an address before it says that there is none. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** A Service of a hosted cluster; one of the same name that comes later is another. */
    record Key(String controlPlane, String namespace, String name, String uid) {
        /** The name of its load balancer, as cloud providers derive it. */
        String balancer() {
            String name = "a" + uid.replace("-", "");
            return name.substring(0, Math.min(NAME_LENGTH, name.length()));
        }

        @Override
        public String toString() {
            return controlPlane + ": " + namespace + "/" + name;
        }
    }

    private final Objects objects;
    private final GuestClusters guests;
    private final InstantSource clock;
    private final ResourceType deployments;
    private final ResourceType services;

    HostedLoadBalancers(Objects objects, GuestClusters guests, InstantSource clock) {
        this.objects = objects;
        this.guests = guests;
        this.clock = clock;
        this.deployments = objects.resource("apps/v1", "Deployment");
        this.services = objects.resource("v1", "Service");
    }

    @Override
    public String name() {
        return MANAGER;
    }

    @Override
    public void start(ActorContext<Key> context) {
        context.watchHosted("", "Service", (server, change) -> {
            boolean concerns = isBalanced(change.before()) || isBalanced(change.after());
            return concerns ? List.of(key(server, change.object())) : List.of();
        });
        context.watch("", "Service", change -> {
            JsonObject labels = change.object().object("metadata", "labels");
            String name = labels.text(TENANT_NAME);
            String namespace = labels.text(TENANT_NAMESPACE);
            return name == null || namespace == null
                    ? List.of()
                    : all(Meta.namespace(change.object())).stream()
                            .filter(key ->
                                    key.name().equals(name) && key.namespace().equals(namespace))
                            .toList();
        });
        context.watch("apps", "Deployment", change -> {
            boolean up = change.after() != null && change.after().integer(0, "status", "availableReplicas") > 0;
            return up && MANAGER.equals(Meta.name(change.object())) ? all(Meta.namespace(change.object())) : List.of();
        });
    }

    private static boolean isBalanced(@Nullable JsonObject service) {
        return service != null && "LoadBalancer".equals(service.text("spec", "type"));
    }

    private static Key key(String server, JsonObject service) {
        return new Key(server, Meta.namespace(service), Meta.name(service), Meta.uid(service));
    }

    private Collection<Key> all(String plane) {
        Optional<GuestClusters.Guest> guest = guests.find(plane);
        return guest.isEmpty()
                ? List.of()
                : guest.get().objects().list(services(guest.get().objects()), "").stream()
                        .filter(HostedLoadBalancers::isBalanced)
                        .map(service -> key(plane, service))
                        .toList();
    }

    private static ResourceType services(Objects guest) {
        return guest.resource("v1", "Service");
    }

    @Override
    public Turn act(Key key, ActorContext<Key> context) {
        Optional<GuestClusters.Guest> guest = guests.find(key.controlPlane());
        Optional<JsonObject> manager = objects.get(deployments, key.controlPlane(), MANAGER);
        if (manager.filter(found -> found.integer(0, "status", "availableReplicas") > 0)
                .isEmpty()) {
            return Turn.done();
        }
        if (guest.isEmpty()) {
            return Turn.pollAfter(DOWN);
        }
        Objects inGuest = guest.get().objects();
        Optional<JsonObject> wanted = inGuest.get(services(inGuest), key.namespace(), key.name())
                .filter(found -> Meta.uid(found).equals(key.uid()))
                .filter(found -> isBalanced(found) && !Meta.deleting(found));
        Optional<JsonObject> balancer = objects.get(services, key.controlPlane(), key.balancer());
        if (wanted.isEmpty()) {
            balancer.filter(found -> !Meta.deleting(found))
                    .ifPresent(found ->
                            objects.delete(services, key.controlPlane(), key.balancer(), Objects.Deletion.BACKGROUND));
            return Turn.done();
        }
        if (balancer.isEmpty()) {
            say(inGuest, key, false, "EnsuringLoadBalancer", "Ensuring load balancer");
            objects.create(services, balancer(key, wanted.get()), MANAGER);
            return Turn.resyncAfter(PATIENCE);
        }
        return follow(key, inGuest, wanted.get(), balancer.get(), context.now());
    }

    private Turn follow(Key key, Objects inGuest, JsonObject service, JsonObject balancer, Instant now) {
        JsonArray addresses = balancer.array("status", "loadBalancer", "ingress");
        if (addresses.equals(service.array("status", "loadBalancer", "ingress"))) {
            Instant created = Instant.parse(String.valueOf(balancer.text("metadata", "creationTimestamp")));
            Duration left = Duration.between(now, created.plus(PATIENCE));
            if (addresses.isEmpty() && left.compareTo(Duration.ZERO) > 0) {
                return Turn.resyncAfter(left);
            }
            if (addresses.isEmpty()) {
                String message =
                        "Error syncing load balancer: failed to ensure load balancer: context deadline exceeded";
                say(inGuest, key, true, "SyncLoadBalancerFailed", message);
            }
            return Turn.done();
        }
        JsonObject status = JsonObject.of("loadBalancer", JsonObject.of("ingress", addresses));
        inGuest.mergePatch(
                services(inGuest), key.namespace(), key.name(), "status", JsonObject.of("status", status), MANAGER);
        say(inGuest, key, false, "EnsuredLoadBalancer", "Ensured load balancer");
        return Turn.done();
    }

    private void say(Objects inGuest, Key key, boolean warning, String reason, String message) {
        new EventRecorder(inGuest, clock)
                .record(
                        services(inGuest),
                        new ObjectKey(key.namespace(), key.name()),
                        warning,
                        reason,
                        message,
                        SOURCE);
    }

    /** It has no selector: endpoints are kept beside it. */
    private static JsonObject balancer(Key key, JsonObject service) {
        List<JsonObject> ports = new ArrayList<>();
        for (Object item : service.array("spec", "ports")) {
            JsonObject port = (JsonObject) item;
            Object node = port.get("nodePort");
            ports.add(JsonObject.builder(4)
                    .putIfPresent("name", port.get("name"))
                    .put("port", port.get("port"))
                    .put("protocol", port.get("protocol") == null ? "TCP" : port.get("protocol"))
                    .put("targetPort", node == null ? port.get("targetPort") : node)
                    .build());
        }
        JsonObject labels = JsonObject.of(TENANT_NAME, key.name(), TENANT_NAMESPACE, key.namespace());
        return JsonObject.of(
                "apiVersion",
                "v1",
                "kind",
                "Service",
                "metadata",
                JsonObject.of("labels", labels, "name", key.balancer(), "namespace", key.controlPlane()),
                "spec",
                JsonObject.of("ports", ports, "type", "LoadBalancer"));
    }
}
