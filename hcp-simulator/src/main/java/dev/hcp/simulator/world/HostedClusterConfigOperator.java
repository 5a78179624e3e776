package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Carries into the HostedControlPlane what is to be known of the hosted cluster: the status of its ClusterVersion and how
 * many nodes it has. Keys are control plane namespaces.
 */
final class HostedClusterConfigOperator implements Actor<String> {
    private static final String NAME = "hosted-cluster-config-operator";
    private static final List<String> CONDITIONS =
            List.of("Failing", "Progressing", "Available", "ReleaseAccepted", "Upgradeable");

    private final Objects objects;
    private final GuestClusters guests;
    private final ResourceType controlPlanes;
    private final ResourceType deployments;

    HostedClusterConfigOperator(Objects objects, GuestClusters guests) {
        this.objects = objects;
        this.guests = guests;
        this.controlPlanes = objects.resource("hypershift.openshift.io/v1beta1", "HostedControlPlane");
        this.deployments = objects.resource("apps/v1", "Deployment");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<String> context) {
        context.watch(
                "apps",
                "Deployment",
                change ->
                        NAME.equals(Meta.name(change.object())) ? List.of(Meta.namespace(change.object())) : List.of());
        context.watchHosted("config.openshift.io", "ClusterVersion", (server, change) -> List.of(server));
        context.watchHosted(
                "",
                "Node",
                (server, change) -> change.before() == null || change.after() == null ? List.of(server) : List.of());
    }

    @Override
    public Turn act(String key, ActorContext<String> context) {
        Optional<GuestClusters.Guest> guest = guests.find(key);
        List<JsonObject> found = objects.list(controlPlanes, key);
        boolean runs = objects.get(deployments, key, NAME)
                .filter(deployment -> deployment.integer(0, "status", "availableReplicas") > 0)
                .isPresent();
        if (guest.isEmpty() || found.isEmpty() || !runs) {
            return Turn.done();
        }
        Objects inGuest = guest.get().objects();
        JsonObject controlPlane = found.get(0);
        JsonObject status = controlPlane.object("status");
        Optional<JsonObject> version = inGuest.get(
                        inGuest.resource("config.openshift.io/v1", "ClusterVersion"), "", "version")
                .filter(object -> !object.array("status", "history").isEmpty());
        if (version.isPresent()) {
            JsonObject reported = version.get().object("status");
            status = status.with("versionStatus", versionStatus(reported))
                    .with("conditions", conditions(status.array("conditions"), reported, context.now()));
        }
        status = status.with(
                "nodeCount", inGuest.list(inGuest.resource("v1", "Node"), "").size());
        if (!status.equals(controlPlane.object("status"))) {
            objects.update(controlPlanes, "status", controlPlane.with("status", status), NAME);
        }
        return Turn.done();
    }

    private static JsonObject versionStatus(JsonObject reported) {
        return JsonObject.builder(5)
                .put("availableUpdates", reported.get("availableUpdates"))
                .putIfPresent("conditionalUpdates", reported.get("conditionalUpdates"))
                .put("desired", reported.get("desired"))
                .put("history", reported.get("history"))
                .put("observedGeneration", reported.integer(0, "observedGeneration"))
                .build();
    }

    private static JsonArray conditions(JsonArray existing, JsonObject reported, Instant now) {
        ConditionList conditions = new ConditionList(existing, now);
        for (String type : CONDITIONS) {
            JsonObject theirs = ConditionList.find(reported.array("conditions"), type);
            String status = theirs.text("status");
            if (status == null && !type.equals("Upgradeable")) {
                continue;
            }
            String reason = theirs.text("reason");
            String message = theirs.text("message");
            conditions.set(
                    "ClusterVersion" + type,
                    status == null ? "True" : status,
                    reason == null || reason.isEmpty() ? "FromClusterVersion" : reason,
                    message == null ? "" : message);
        }
        return conditions.build();
    }
}
