package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.kinds.Selections;
import dev.hcp.simulator.apiserver.store.Store;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Evictions: deletions of pods that disruption budgets allow, and that these take note of. */
final class Evictions {
    private static final String REFUSED = "Cannot evict pod as it would violate the pod's disruption budget.";
    private static final Set<String> UNPROTECTED_PHASES = Set.of("Pending", "Succeeded", "Failed");
    private static final long RETRY_SECONDS = 10;

    private final ApiServer server;
    private final Store store;

    Evictions(ApiServer server) {
        this.server = server;
        this.store = server.store();
    }

    void evict(Resource resource, String namespace, String name, Objects.Deletion options, WriteContext context) {
        store.lock().lock();
        try {
            JsonObject pod = server.objects()
                    .get(resource, namespace, name)
                    .orElseThrow(() -> Failures.notFound(resource, name));
            String phase = String.valueOf(pod.text("status", "phase"));
            if (!UNPROTECTED_PHASES.contains(phase) && !ObjectMeta.isDying(pod)) {
                askBudgets(namespace, pod, context);
            }
            server.deletions().delete(resource, namespace, name, options, context);
        } finally {
            store.lock().unlock();
        }
    }

    private void askBudgets(String namespace, JsonObject pod, WriteContext context) {
        ResourceType budgets = server.objects().resource("policy/v1", "PodDisruptionBudget");
        List<JsonObject> selecting = server.objects().list(budgets, namespace).stream()
                .filter(budget -> budget.at("spec", "selector") != null)
                .filter(budget -> Selections.matches(budget.object("spec", "selector"), pod))
                .toList();
        if (selecting.size() > 1) {
            throw Failures.raw(
                    "This pod has more than one PodDisruptionBudget, which the eviction subresource does not "
                            + "support.");
        }
        if (selecting.isEmpty() || isUnhealthyAnyway(selecting.get(0), pod)) {
            return;
        }
        JsonObject budget = selecting.get(0);
        checkSpare(budget);
        if (!context.dryRun()) {
            JsonObject status = budget.object("status");
            status = status.with("disruptionsAllowed", status.integer(0, "disruptionsAllowed") - 1)
                    .withAt(server.timestamp(), "disruptedPods", ObjectMeta.text(pod, "name"));
            server.objects().update(budgets, "status", budget.with("status", status), "kube-apiserver");
        }
    }

    /** Whether a pod that is not ready does not count for its budget: always, or while enough others are healthy. */
    private static boolean isUnhealthyAnyway(JsonObject budget, JsonObject pod) {
        for (Object condition : pod.array("status", "conditions")) {
            if (condition instanceof JsonObject each
                    && "Ready".equals(each.text("type"))
                    && "True".equals(each.text("status"))) {
                return false;
            }
        }
        long desired = budget.integer(0, "status", "desiredHealthy");
        return "AlwaysAllow".equals(budget.text("spec", "unhealthyPodEvictionPolicy"))
                || (desired > 0 && budget.integer(0, "status", "currentHealthy") >= desired);
    }

    private static void checkSpare(JsonObject budget) {
        String name = ObjectMeta.text(budget, "name");
        if (budget.integer(0, "status", "observedGeneration") < budget.integer(0, "metadata", "generation")) {
            throw refused("The disruption budget " + name + " is still being processed by the server.", RETRY_SECONDS);
        }
        if (budget.integer(0, "status", "disruptionsAllowed") <= 0) {
            throw refused(
                    "The disruption budget " + name + " needs " + budget.integer(0, "status", "desiredHealthy")
                            + " healthy pods and has " + budget.integer(0, "status", "currentHealthy") + " currently",
                    null);
        }
    }

    private static ApiException refused(String why, @Nullable Long retryAfterSeconds) {
        JsonObject details =
                JsonObject.of("causes", JsonArray.of(JsonObject.of("reason", "DisruptionBudget", "message", why)));
        return Failures.of(
                429,
                "TooManyRequests",
                REFUSED,
                retryAfterSeconds == null ? details : details.with("retryAfterSeconds", retryAfterSeconds));
    }
}
