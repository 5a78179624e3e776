package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.faults.Fault.LoadBalancerNotProvisioned;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.kernel.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gives Services of type LoadBalancer their address, out of 198.18.0.0/15. */
final class LoadBalancers implements Actor<ObjectKey> {
    private static final String NAME = "service-load-balancer";

    private final Objects objects;
    private final Timings timings;
    private final Seed seed;
    private final ResourceType services;
    private final EventRecorder events;
    private final Adversities adversities;
    private int given;

    LoadBalancers(Objects objects, EventRecorder events, Adversities adversities, Timings timings, Seed seed) {
        this.events = events;
        this.adversities = adversities;
        this.objects = objects;
        this.timings = timings;
        this.seed = seed;
        this.services = objects.resource("v1", "Service");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        adversities.onChange(fault -> {
            if (fault instanceof LoadBalancerNotProvisioned stuck) {
                objects.list(services, stuck.namespace()).stream()
                        .filter(LoadBalancers::waits)
                        .map(ObjectKey::of)
                        .forEach(context::enqueue);
            }
        });
        context.watch(
                "", "Service", change -> waits(change.object()) ? List.of(ObjectKey.of(change.object())) : List.of());
    }

    private Optional<LoadBalancerNotProvisioned> obstacle(ObjectKey key) {
        return adversities.find(
                LoadBalancerNotProvisioned.class,
                fault -> Adversities.selects(fault.namespace(), key.namespace())
                        && Adversities.selects(fault.service(), key.name()));
    }

    private static boolean waits(JsonObject service) {
        boolean wanted = "LoadBalancer".equals(service.text("spec", "type"));
        return wanted == service.array("status", "loadBalancer", "ingress").isEmpty();
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found = objects.get(services, key.namespace(), key.name());
        if (found.isEmpty() || Meta.deleting(found.get()) || !waits(found.get())) {
            return Turn.done();
        }
        JsonObject service = found.get();
        JsonObject loadBalancer = JsonObject.EMPTY.with("ingress", null);
        if ("LoadBalancer".equals(service.text("spec", "type"))) {
            Instant due = Instant.parse(String.valueOf(service.text("metadata", "creationTimestamp")))
                    .plus(timings.draw(Stage.LOAD_BALANCER, seed, key + "/" + Meta.uid(service)));
            if (context.now().isBefore(due)) {
                return Turn.requeueAfter(Duration.between(context.now(), due));
            }
            Optional<LoadBalancerNotProvisioned> obstacle = obstacle(key);
            if (obstacle.isPresent()) {
                String message =
                        "Error syncing load balancer: " + obstacle.get().message();
                events.record(services, key, true, "SyncLoadBalancerFailed", message, "service-controller");
                return Turn.done();
            }
            int number = ++given;
            String address = "198." + (18 + (number >> 16 & 1)) + "." + (number >> 8 & 0xff) + "." + (number & 0xff);
            loadBalancer = JsonObject.of("ingress", JsonArray.of(JsonObject.of("ip", address, "ipMode", "VIP")));
        }
        JsonObject status = JsonObject.of("status", JsonObject.of("loadBalancer", loadBalancer));
        objects.mergePatch(services, key.namespace(), key.name(), "status", status, NAME);
        return Turn.done();
    }
}
