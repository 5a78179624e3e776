package dev.hcp.reconcilers.operator;

import dev.hcp.api.json.JsonObject;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How long it took after the creation of objects for conditions of them to become true for the first time, as histograms.
 * What was true before this began to look is left out: it was counted before. Used under its owner's lock.
 */
final class Transitions {
    /** Upper bounds of the buckets, in seconds: from seconds to an hour, as long as clusters and nodes take. */
    private static final double[] BUCKETS = {
        5, 10, 20, 30, 60, 90, 120, 180, 240, 300, 360, 480, 600, 900, 1200, 1800, 2700, 3600
    };

    private final MeterRegistry registry;
    private final String name;
    private final String description;
    private final List<String> conditions;
    private final Instant since;
    private final Map<Object, Set<String>> counted = new HashMap<>();

    Transitions(MeterRegistry registry, String name, String description, List<String> conditions, Instant since) {
        this.registry = registry;
        this.name = name;
        this.description = description;
        this.conditions = conditions;
        this.since = since;
    }

    void changed(Object uid, JsonObject object, Tags tags) {
        Set<String> known = counted.computeIfAbsent(uid, unknown -> new HashSet<>());
        for (String type : conditions) {
            JsonObject condition = ObjectFigures.condition(object, type);
            if (!"True".equals(condition.text("status")) || !known.add(type)) {
                continue;
            }
            Instant at = ObjectFigures.time(condition.text("lastTransitionTime"));
            if (!at.isBefore(since)) {
                Duration took = Duration.between(ObjectFigures.created(object), at);
                DistributionSummary.builder(name)
                        .description(description)
                        .tags(tags.and("condition", type))
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry)
                        .record(Math.max(0, took.toMillis() / 1000.0));
            }
        }
    }

    void gone(Object uid) {
        counted.remove(uid);
    }
}
