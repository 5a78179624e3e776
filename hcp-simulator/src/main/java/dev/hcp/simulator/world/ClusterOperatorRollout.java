package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Seed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One look at how far the cluster operators of a hosted cluster are on the way to a version. */
final class ClusterOperatorRollout {
    private static final String UPGRADEABLE = "Upgradeable";
    private static final String MANAGER = "cluster-version-operator";
    /** Operators that are done at about the same time are seen to be done together. */
    private static final Duration GRID = Duration.ofSeconds(10);

    private final Objects guest;
    private final ResourceType operators;
    private final Timings timings;
    private final Seed seed;
    private final String cluster;
    private final String version;
    private final Instant start;
    private final Instant now;
    private final Optional<Instant> nodeSince;
    private final boolean updating;
    private final OperatorTroubles troubles;
    private final List<String> waiting = new ArrayList<>();
    private Optional<Instant> next = Optional.empty();

    /**
     * @param cluster name of the cluster, for its random streams
     * @param start when the roll-out of the version began
     * @param nodeSince since when there is a ready node
     * @param updating whether there was a version before
     * @param troubles what keeps operators that have rolled out from being fine
     */
    ClusterOperatorRollout(
            Objects guest,
            Timings timings,
            Seed seed,
            String cluster,
            String version,
            Instant start,
            Instant now,
            Optional<Instant> nodeSince,
            boolean updating,
            OperatorTroubles troubles) {
        this.updating = updating;
        this.troubles = troubles;
        this.guest = guest;
        this.operators = guest.resource("config.openshift.io/v1", "ClusterOperator");
        this.timings = timings;
        this.seed = seed;
        this.cluster = cluster;
        this.version = version;
        this.start = start;
        this.now = now;
        this.nodeSince = nodeSince;
    }

    /** Moves each operator on as far as it should be by now. */
    void advance() {
        for (ClusterOperator operator : ClusterOperator.ALL) {
            Optional<JsonObject> existing = guest.get(operators, "", operator.name());
            if (existing.filter(this::done).isPresent()) {
                holdsUp(existing.get().array("status", "conditions"), operator);
                continue;
            }
            JsonObject live = existing.orElseGet(() -> create(operator));
            Optional<Instant> due = due(operator);
            if (due.isPresent() && !now.isBefore(due.get())) {
                Optional<OperatorTroubles.Trouble> trouble = troubles.of(operator.name());
                JsonObject status = trouble.map(what -> troubled(live, what)).orElseGet(() -> available(live));
                write(live, status);
                new Operands(guest).rolledOut(operator.name());
                holdsUp(status.array("conditions"), operator);
                continue;
            }
            waiting.add(operator.name());
            if (due.isPresent() && (next.isEmpty() || due.get().isBefore(next.get()))) {
                next = due;
            }
            if (existing.isEmpty() && operator.onNodes()) {
                write(live, unavailable(live));
            }
        }
    }

    /** Names of the operators that are not there yet. */
    List<String> waiting() {
        return List.copyOf(waiting);
    }

    /** How many there are. */
    int total() {
        return ClusterOperator.ALL.size();
    }

    /** When the next of them will be done, if that only takes time. */
    Optional<Instant> next() {
        return next;
    }

    private Optional<Instant> due(ClusterOperator operator) {
        if (operator.onNodes() && nodeSince.isEmpty()) {
            return Optional.empty();
        }
        Instant from = operator.onNodes() && nodeSince.get().isAfter(start) ? nodeSince.get() : start;
        Duration takes = timings.draw(Stage.CLUSTER_OPERATOR, seed, cluster + "/" + operator.name() + "/" + version);
        long steps = (takes.toMillis() + GRID.toMillis() - 1) / GRID.toMillis();
        return Optional.of(from.plus(GRID.multipliedBy(steps)));
    }

    private boolean done(JsonObject operator) {
        return version.equals(versionOf(operator));
    }

    /** An operator that has rolled out must be available, and in an update must not be degraded either. */
    private void holdsUp(JsonArray conditions, ClusterOperator operator) {
        boolean degraded = updating && ConditionList.isTrue(conditions, "Degraded");
        if (degraded || !ConditionList.isTrue(conditions, "Available")) {
            waiting.add(operator.name());
        }
    }

    private JsonObject troubled(JsonObject live, OperatorTroubles.Trouble trouble) {
        return JsonObject.of(
                "conditions",
                trouble.in(live, now),
                "versions",
                JsonArray.of(JsonObject.of("name", "operator", "version", version)));
    }

    private static String versionOf(JsonObject operator) {
        JsonArray versions = operator.array("status", "versions");
        return versions.isEmpty() ? "" : String.valueOf(versions.object(0).text("version"));
    }

    private JsonObject create(ClusterOperator operator) {
        return guest.create(
                operators,
                JsonObject.of(
                        "apiVersion",
                        "config.openshift.io/v1",
                        "kind",
                        "ClusterOperator",
                        "metadata",
                        JsonObject.of("name", operator.name()),
                        "spec",
                        JsonObject.EMPTY),
                MANAGER);
    }

    private JsonObject available(JsonObject live) {
        ConditionList conditions = new ConditionList(live.array("status", "conditions"), now)
                .set("Degraded", false, "AsExpected", null)
                .set("Progressing", false, "AsExpected", null)
                .set("Available", true, "AsExpected", null);
        if (ConditionList.find(live.array("status", "conditions"), UPGRADEABLE).isEmpty()) {
            conditions.set(UPGRADEABLE, true, "AsExpected", null);
        }
        return status(conditions, version);
    }

    private JsonObject unavailable(JsonObject live) {
        return status(
                new ConditionList(live.array("status", "conditions"), now)
                        .set("Degraded", false, "AsExpected", null)
                        .set("Progressing", true, "Deploying", "Deploying version " + version)
                        .set("Available", false, "NoReadyNodes", "No node is ready to run the operand"),
                "");
    }

    private static JsonObject status(ConditionList conditions, String version) {
        JsonObject status = JsonObject.of("conditions", conditions.build());
        return version.isEmpty()
                ? status
                : status.with("versions", JsonArray.of(JsonObject.of("name", "operator", "version", version)));
    }

    private void write(JsonObject operator, JsonObject status) {
        guest.update(operators, "status", operator.with("status", status), MANAGER);
    }
}
