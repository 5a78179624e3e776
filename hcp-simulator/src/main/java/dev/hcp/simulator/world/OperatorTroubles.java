package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.faults.Fault.ClusterOperatorDegraded;
import dev.hcp.simulator.faults.Fault.NameUnresolved;
import java.time.Instant;
import java.util.Optional;

/**
 * What cluster operators of a hosted cluster complain of: ingress and console that applications cannot be reached from
 * outside, others what is said to be broken.
 */
final class OperatorTroubles {
    private static final String AVAILABLE = "Available";
    private static final String DEGRADED = "Degraded";
    private static final String INGRESS_NAMESPACE = "openshift-ingress";
    private static final String CANARY =
            "The \"default\" ingress controller reports Degraded=True: DegradedConditions: One or more other status"
                    + " conditions indicate a degraded state: CanaryChecksSucceeding=False"
                    + " (CanaryChecksRepetitiveFailures: Canary route checks for the default ingress controller are failing)";

    /**
     * A complaint.
     *
     * @param available whether the operator is available all the same
     */
    record Trouble(boolean available, String reason, String message) {
        /** The conditions of an operator that says so. */
        JsonArray in(JsonObject operator, Instant now) {
            ConditionList conditions = new ConditionList(operator.array("status", "conditions"), now)
                    .set(DEGRADED, true, reason, message)
                    .set("Progressing", false, "AsExpected", null);
            return (available
                            ? conditions.set(AVAILABLE, true, "AsExpected", null)
                            : conditions.set(AVAILABLE, false, reason, message.replace("Degraded: ", "Available: ")))
                    .build();
        }
    }

    private final Objects objects;
    private final Adversities adversities;
    private final String controlPlane;
    private final Objects guest;
    private final Optional<String> unreachable;

    /** Looks whether the applications of the cluster can be reached; cheap while nothing is broken. */
    OperatorTroubles(Objects objects, Adversities adversities, String controlPlane, Objects guest) {
        this.objects = objects;
        this.adversities = adversities;
        this.controlPlane = controlPlane;
        this.guest = guest;
        this.unreachable = unreachable();
    }

    /** What an operator complains of. */
    Optional<Trouble> of(String operator) {
        Optional<Trouble> said = adversities
                .find(
                        ClusterOperatorDegraded.class,
                        fault -> Adversities.selects(fault.namespace(), controlPlane)
                                && Adversities.selects(fault.operator(), operator))
                .map(fault -> new Trouble(true, fault.reason(), fault.message()));
        if (said.isPresent() || unreachable.isEmpty()) {
            return said;
        }
        return switch (operator) {
            case "console" -> Optional.of(console(unreachable.get()));
            case "ingress" -> Optional.of(new Trouble(true, "IngressDegraded", CANARY));
            default -> Optional.empty();
        };
    }

    private Trouble console(String problem) {
        boolean refused = problem.startsWith("503");
        String url = "https://" + host();
        return refused
                ? new Trouble(
                        false,
                        "RouteHealth_StatusError",
                        "RouteHealthDegraded: route not yet available, " + url + " returns '" + problem + "'")
                : new Trouble(
                        false,
                        "RouteHealth_FailedGet",
                        "RouteHealthDegraded: failed to GET route (" + url + "): Get \"" + url + "\": " + problem);
    }

    private String domain() {
        ResourceType controllers = guest.resource("operator.openshift.io/v1", "IngressController");
        return guest.get(controllers, "openshift-ingress-operator", "default")
                .map(found -> String.valueOf(found.text("spec", "domain")))
                .orElse("");
    }

    private String host() {
        return "console-openshift-console." + domain();
    }

    /** Why a request from outside does not get to an application. */
    private Optional<String> unreachable() {
        if (!adversities.none()
                && adversities
                        .find(NameUnresolved.class, fault -> covers(fault.host()))
                        .isPresent()) {
            return Optional.of("dial tcp: lookup " + host() + ": no such host");
        }
        ResourceType routes = objects.resource("route.openshift.io/v1", "Route");
        for (JsonObject route : objects.list(routes, controlPlane)) {
            if (RouteAdmission.isWildcard(route) && refused(route)) {
                return Optional.of("503 Service Unavailable");
            }
        }
        for (JsonObject service : guest.list(guest.resource("v1", "Service"), INGRESS_NAMESPACE)) {
            if ("LoadBalancer".equals(service.text("spec", "type"))
                    && service.array("status", "loadBalancer", "ingress").isEmpty()) {
                return Optional.of("context deadline exceeded (Client.Timeout exceeded while awaiting headers)");
            }
        }
        return Optional.empty();
    }

    private boolean covers(String host) {
        return host.isEmpty() || host.equals(host()) || host.equals("*." + domain());
    }

    private static boolean refused(JsonObject route) {
        JsonArray ingress = route.array("status", "ingress");
        return !ingress.isEmpty()
                && "False"
                        .equals(ConditionList.find(ingress.object(0).array("conditions"), "Admitted")
                                .text("status"));
    }
}
