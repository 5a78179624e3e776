package dev.hcp.reconcilers.operator;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A gauge that counts objects by tags. One that counted something once stays, at zero if need be, so that it is seen to go.
 * Used under its owner's lock.
 */
final class Counts {
    private final MeterRegistry registry;
    private final String name;
    private final String description;
    private final Map<Tags, AtomicLong> counts = new HashMap<>();
    private final Map<Object, List<Tags>> byObject = new HashMap<>();

    Counts(MeterRegistry registry, String name, String description) {
        this.registry = registry;
        this.name = name;
        this.description = description;
    }

    /** An object counts under these tags from now on, and under none that it counted before. */
    void set(Object object, List<Tags> tags) {
        List<Tags> before = tags.isEmpty() ? byObject.remove(object) : byObject.put(object, tags);
        if (before != null) {
            before.forEach(each -> count(each).decrementAndGet());
        }
        tags.forEach(each -> count(each).incrementAndGet());
    }

    private AtomicLong count(Tags tags) {
        return counts.computeIfAbsent(tags, unknown -> {
            AtomicLong count = new AtomicLong();
            Gauge.builder(name, count, AtomicLong::doubleValue)
                    .description(description)
                    .tags(tags)
                    .strongReference(true)
                    .register(registry);
            return count;
        });
    }
}
