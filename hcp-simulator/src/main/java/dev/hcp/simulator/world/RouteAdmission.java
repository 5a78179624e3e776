package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.kernel.Turn;
import java.util.List;
import java.util.Optional;

/**
 * The default ingress of the management cluster: Routes get a host below its domain unless they name one, and are
 * admitted. Those that a hosted control plane's own router serves are left to it.
 */
final class RouteAdmission implements Actor<ObjectKey> {
    private static final String NAME = "default-router";
    private static final String OTHER_ROUTER = "hypershift.openshift.io/hosted-control-plane";

    private final Objects objects;
    private final Timings timings;
    private final Seed seed;
    private final String domain;
    private final ResourceType routes;

    RouteAdmission(Objects objects, Timings timings, Seed seed, String domain) {
        this.objects = objects;
        this.timings = timings;
        this.seed = seed;
        this.domain = domain;
        this.routes = objects.resource("route.openshift.io/v1", "Route");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch("route.openshift.io", "Route", change -> List.of(ObjectKey.of(change.object())));
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found = objects.get(routes, key.namespace(), key.name());
        if (found.isEmpty()
                || Meta.deleting(found.get())
                || found.get().object("metadata", "labels").containsKey(OTHER_ROUTER)) {
            return Turn.done();
        }
        JsonObject route = found.get();
        String host = route.text("spec", "host");
        if (host == null || host.isEmpty()) {
            host = key.name() + "-" + key.namespace() + "." + domain;
            JsonObject patch = JsonObject.of("spec", JsonObject.of("host", host));
            objects.mergePatch(routes, key.namespace(), key.name(), null, patch, NAME);
            return Turn.requeueAfter(timings.draw(Stage.ROUTE_ADMIT, seed, key + "/" + Meta.uid(route)));
        }
        JsonArray ingress = route.array("status", "ingress");
        if (!ingress.isEmpty() && host.equals(ingress.object(0).text("host"))) {
            return Turn.done();
        }
        JsonArray admitted = new ConditionList(JsonArray.EMPTY, context.now())
                .set("Admitted", true, null, null)
                .build();
        JsonObject entry = JsonObject.builder(5)
                .put("conditions", admitted)
                .put("host", host)
                .put("routerCanonicalHostname", "router-default." + domain)
                .put("routerName", "default")
                .put("wildcardPolicy", "None")
                .build();
        JsonObject status = JsonObject.of("status", JsonObject.of("ingress", JsonArray.of(entry)));
        objects.mergePatch(routes, key.namespace(), key.name(), "status", status, NAME);
        return Turn.done();
    }
}
