package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The status of a Deployment: numbers of replicas, Available and Progressing. */
final class DeploymentProgress {
    private final JsonObject deployment;
    private final Instant now;
    private final long wanted;
    private final long replicas;
    private final long ready;
    private final long available;
    private final long updated;
    private final Optional<JsonObject> newest;
    private Optional<Duration> deadline = Optional.empty();

    /**
     * @param newest the ReplicaSet of the present template
     * @param owned all ReplicaSets, as they are now
     */
    DeploymentProgress(JsonObject deployment, Optional<JsonObject> newest, List<JsonObject> owned, Instant now) {
        this.deployment = deployment;
        this.now = now;
        this.newest = newest;
        this.wanted = DeploymentRollout.replicas(deployment);
        this.replicas = sum(owned, "replicas");
        this.ready = sum(owned, "readyReplicas");
        this.available = sum(owned, "availableReplicas");
        this.updated = owned.stream()
                .filter(set -> newest.isPresent() && Meta.uid(set).equals(Meta.uid(newest.get())))
                .mapToLong(set -> set.integer(0, "status", "replicas"))
                .sum();
    }

    private static long sum(List<JsonObject> sets, String field) {
        return sets.stream().mapToLong(set -> set.integer(0, "status", field)).sum();
    }

    /** When to look again, because the progress deadline may have passed by then; known once the status is. */
    Optional<Duration> deadline() {
        return deadline;
    }

    /**
     * The status as it should be.
     *
     * @param created whether the newest ReplicaSet was just made
     */
    JsonObject status(boolean created) {
        JsonArray before = deployment.array("status", "conditions");
        ConditionList conditions = new ConditionList(before, now);
        if (available >= wanted - DeploymentRollout.maxUnavailable(deployment)) {
            conditions.set("Available", true, "MinimumReplicasAvailable", "Deployment has minimum availability.");
        } else {
            conditions.set(
                    "Available", false, "MinimumReplicasUnavailable", "Deployment does not have minimum availability.");
        }
        if (deployment.isTrue("spec", "paused")) {
            pause(conditions, before);
        } else {
            newest.ifPresent(set -> progress(Meta.name(set), created, conditions, before));
        }
        return JsonObject.builder(7)
                .put("availableReplicas", orNull(available))
                .put("conditions", stamped(conditions.build(), before))
                .put("observedGeneration", Meta.generation(deployment))
                .put("readyReplicas", orNull(ready))
                .put("replicas", orNull(replicas))
                .put("unavailableReplicas", orNull(Math.max(0, Math.max(replicas, wanted) - available)))
                .put("updatedReplicas", orNull(updated))
                .build();
    }

    /** Nobody waits for progress; that there was none for too long stays said. */
    private static void pause(ConditionList conditions, JsonArray before) {
        String reason = ConditionList.find(before, "Progressing").text("reason");
        if (!"ProgressDeadlineExceeded".equals(reason)) {
            conditions.set("Progressing", "Unknown", "DeploymentPaused", "Deployment is paused");
        }
    }

    private void progress(String set, boolean created, ConditionList conditions, JsonArray before) {
        if (updated == wanted && replicas == wanted && available == wanted) {
            conditions.set(
                    "Progressing",
                    true,
                    "NewReplicaSetAvailable",
                    "ReplicaSet \"" + set + "\" has successfully progressed.");
            return;
        }
        Duration limit = Duration.ofSeconds(deployment.integer(600, "spec", "progressDeadlineSeconds"));
        if (created) {
            conditions.set("Progressing", true, "NewReplicaSetCreated", "Created new replica set \"" + set + "\"");
            deadline = Optional.of(fromNow(limit));
            return;
        }
        JsonObject last = ConditionList.find(before, "Progressing");
        String since = last.text("lastUpdateTime");
        Instant due = (since == null || moved() ? now : Instant.parse(since)).plus(limit);
        if (!now.isBefore(due)) {
            conditions.set(
                    "Progressing",
                    false,
                    "ProgressDeadlineExceeded",
                    "ReplicaSet \"" + set + "\" has timed out progressing.");
        } else if (moved()) {
            conditions.set("Progressing", true, "ReplicaSetUpdated", "ReplicaSet \"" + set + "\" is progressing.");
            deadline = Optional.of(fromNow(limit));
        } else if (!"ProgressDeadlineExceeded".equals(last.text("reason"))) {
            deadline = Optional.of(Duration.between(now, due));
        }
    }

    /** The status says in whole seconds since when it waits. */
    private Duration fromNow(Duration limit) {
        return Duration.between(now, now.truncatedTo(ChronoUnit.SECONDS).plus(limit));
    }

    /** Whether a count differs from what the status says, or the spec was changed. */
    private boolean moved() {
        return deployment.integer(0, "status", "updatedReplicas") != updated
                || deployment.integer(0, "status", "replicas") != replicas
                || deployment.integer(0, "status", "readyReplicas") != ready
                || deployment.integer(0, "status", "availableReplicas") != available
                || deployment.integer(0, "status", "observedGeneration") != Meta.generation(deployment);
    }

    /** A Deployment's conditions also say when they were last confirmed: on a change, and on any progress. */
    private JsonArray stamped(JsonArray conditions, JsonArray before) {
        Object[] stamped = new Object[conditions.size()];
        for (int i = 0; i < stamped.length; i++) {
            JsonObject condition = conditions.object(i);
            String type = String.valueOf(condition.text("type"));
            JsonObject last = ConditionList.find(before, type);
            boolean same = last.without("lastUpdateTime").equals(condition.without("lastUpdateTime"));
            boolean keep = same && !(type.equals("Progressing") && moved());
            Object updatedAt = keep ? last.get("lastUpdateTime") : null;
            stamped[i] = condition.with("lastUpdateTime", updatedAt == null ? Meta.time(now) : updatedAt);
        }
        return JsonArray.of(stamped);
    }

    private static @Nullable Long orNull(long count) {
        return count == 0 ? null : count;
    }
}
