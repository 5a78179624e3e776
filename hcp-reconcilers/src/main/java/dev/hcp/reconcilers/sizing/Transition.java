package dev.hcp.reconcilers.sizing;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.value.GoDuration;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A cluster's way from the size it has to the one it needs, as its conditions tell it. Used by one thread. */
final class Transition {
    private static final String TRANSITIONED = "The HostedCluster has transitioned to a new t-shirt size.";
    private static final String REQUIRED = "The HostedCluster will transition to a new t-shirt size.";

    private final JsonObject cluster;
    private final Sizes sizes;
    private final Conditions conditions;
    private final Pass pass;

    Transition(JsonObject cluster, Sizes sizes, Pass pass) {
        this.cluster = cluster;
        this.sizes = sizes;
        this.conditions = Conditions.of(cluster, pass.now());
        this.pass = pass;
    }

    /** The size that a cluster says it has. */
    static Optional<String> computed(Conditions conditions) {
        return conditions.is(ConditionTypes.CLUSTER_SIZE_COMPUTED, Conditions.TRUE)
                ? Optional.of(conditions.reason(ConditionTypes.CLUSTER_SIZE_COMPUTED))
                : Optional.empty();
    }

    /** Goes as far towards a size as time and other clusters allow. */
    Conditions to(Sizes.Size wanted) {
        Optional<String> current = computed(conditions);
        if (current.isEmpty() || current.get().equals(wanted.name())) {
            arrive(wanted);
        } else {
            require(wanted);
            approach(wanted, sizes.named(current.get()));
        }
        return conditions;
    }

    /** The time of transition is that of the last change of size. */
    private void arrive(Sizes.Size size) {
        String type = ConditionTypes.CLUSTER_SIZE_COMPUTED;
        if (conditions.reason(type).equals(size.name())) {
            conditions.set(type, true, size.name(), TRANSITIONED);
        } else {
            conditions.setAndStamp(type, true, size.name(), TRANSITIONED);
        }
        conditions.set(
                ConditionTypes.CLUSTER_SIZE_TRANSITION_PENDING,
                false,
                ConditionReasons.CLUSTER_SIZE_TRANSITIONED,
                TRANSITIONED);
        conditions.set(
                ConditionTypes.CLUSTER_SIZE_TRANSITION_REQUIRED, false, ConditionReasons.AS_EXPECTED, TRANSITIONED);
    }

    /** The wait starts anew when yet another size is needed. */
    private void require(Sizes.Size size) {
        String type = ConditionTypes.CLUSTER_SIZE_TRANSITION_REQUIRED;
        if (conditions.reason(type).equals(size.name())) {
            conditions.set(type, true, size.name(), REQUIRED);
        } else {
            conditions.setAndStamp(type, true, size.name(), REQUIRED);
        }
    }

    private void approach(Sizes.Size wanted, Optional<Sizes.Size> current) {
        // A size that the configuration does not have any more is left like a smaller one.
        boolean grows = current.map(size -> size.from() < wanted.from()).orElse(true);
        Duration delay = grows ? sizes.delayOfIncrease() : sizes.delayOfDecrease();
        Duration waited = Duration.between(
                since(conditions, ConditionTypes.CLUSTER_SIZE_TRANSITION_REQUIRED, pass.now()), pass.now());
        if (waited.compareTo(delay) < 0) {
            String message = "HostedClusters must wait at least " + GoDuration.of(delay) + " to "
                    + (grows ? "increase" : "decrease") + " in size after the cluster size changes.";
            wait(ConditionReasons.TRANSITION_DELAY_NOT_ELAPSED, message, delay.minus(waited));
        } else if (!isScheduled(cluster)) {
            arrive(wanted);
        } else {
            enterWindow(wanted);
        }
    }

    /** Only clusters that have machines of their own wait for each other: their changes move pods between machines. */
    private void enterWindow(Sizes.Size wanted) {
        Instant opened = pass.now().minus(sizes.window());
        long moved = 0;
        Instant first = pass.now();
        for (JsonObject other : pass.trees(HostedCluster.class, "")) {
            if (!isScheduled(other) || ObjectKey.of(other).equals(ObjectKey.of(cluster))) {
                continue;
            }
            Instant last = since(Conditions.of(other, pass.now()), ConditionTypes.CLUSTER_SIZE_COMPUTED, Instant.MIN);
            if (last.isAfter(opened)) {
                moved++;
                first = last.isBefore(first) ? last : first;
            }
        }
        if (moved < sizes.limit()) {
            arrive(wanted);
        } else {
            String message = moved + " HostedClusters have already transitioned sizes in the last "
                    + GoDuration.of(sizes.window()) + ", more time must elapse before the next transition.";
            wait(ConditionReasons.CONCURRENCY_LIMIT_REACHED, message, Duration.between(opened, first));
        }
    }

    private void wait(String reason, String message, Duration rest) {
        conditions.set(ConditionTypes.CLUSTER_SIZE_TRANSITION_PENDING, true, reason, message);
        pass.requeueAfter(rest);
    }

    private static boolean isScheduled(JsonObject cluster) {
        return "true".equals(cluster.text("metadata", "annotations", Annotations.CLUSTER_SCHEDULED));
    }

    private static Instant since(Conditions conditions, String type, Instant otherwise) {
        return conditions
                .get(type)
                .map(condition -> condition.text("lastTransitionTime"))
                .map(Instant::parse)
                .orElse(otherwise);
    }
}
