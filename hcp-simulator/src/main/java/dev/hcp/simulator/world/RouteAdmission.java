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
 * admitted; those for whole domains only where the ingress controller {@code default} allows it. Those that a hosted control
 * plane's own router serves are left to it.
 */
final class RouteAdmission implements Actor<ObjectKey> {
    private static final String NAME = "default-router";
    private static final String ADMITTED = "Admitted";
    private static final String OTHER_ROUTER = "hypershift.openshift.io/hosted-control-plane";

    private final Objects objects;
    private final Timings timings;
    private final Seed seed;
    private final String domain;
    private final ResourceType routes;
    private final ResourceType controllers;

    RouteAdmission(Objects objects, Timings timings, Seed seed, String domain) {
        this.objects = objects;
        this.timings = timings;
        this.seed = seed;
        this.domain = domain;
        this.routes = objects.resource("route.openshift.io/v1", "Route");
        this.controllers = objects.resource("operator.openshift.io/v1", "IngressController");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch("route.openshift.io", "Route", change -> List.of(ObjectKey.of(change.object())));
        context.watch("operator.openshift.io", "IngressController", change -> objects.list(routes, "").stream()
                .filter(RouteAdmission::isWildcard)
                .map(ObjectKey::of)
                .toList());
    }

    /** Whether a route is for all names below a domain. */
    static boolean isWildcard(JsonObject route) {
        return "Subdomain".equals(route.text("spec", "wildcardPolicy"));
    }

    private boolean admitsWildcards() {
        return objects.get(controllers, "openshift-ingress-operator", "default")
                .filter(found -> "WildcardsAllowed".equals(found.text("spec", "routeAdmission", "wildcardPolicy")))
                .isPresent();
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
        JsonObject before = route.array("status", "ingress").isEmpty()
                ? JsonObject.EMPTY
                : route.array("status", "ingress").object(0);
        boolean admits = !isWildcard(route) || admitsWildcards();
        if (host.equals(before.text("host")) && admits == ConditionList.isTrue(before.array("conditions"), ADMITTED)) {
            return Turn.done();
        }
        ConditionList conditions = new ConditionList(JsonArray.EMPTY, context.now());
        JsonArray admitted = (admits
                        ? conditions.set(ADMITTED, true, null, null)
                        : conditions.set(ADMITTED, false, "RouteNotAdmitted", "wildcard routes are not allowed"))
                .build();
        JsonObject entry = JsonObject.builder(5)
                .put("conditions", admitted)
                .put("host", host)
                .put("routerCanonicalHostname", "router-default." + domain)
                .put("routerName", "default")
                .put("wildcardPolicy", isWildcard(route) ? "Subdomain" : "None")
                .build();
        JsonObject status = JsonObject.of("status", JsonObject.of("ingress", JsonArray.of(entry)));
        objects.mergePatch(routes, key.namespace(), key.name(), "status", status, NAME);
        return Turn.done();
    }
}
