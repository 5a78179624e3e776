package dev.hcp.reconcilers.operator;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** The gauges of one object: those that do not apply to it now are not there. Used under its owner's lock. */
final class Gauges {
    private record Name(String name, Tags tags) {}

    private static final class Value implements DoubleSupplier {
        private volatile DoubleSupplier current;

        Value(DoubleSupplier current) {
            this.current = current;
        }

        @Override
        public double getAsDouble() {
            return current.getAsDouble();
        }
    }

    private record Registered(Meter meter, Value value) {}

    private final MeterRegistry registry;
    private final Map<Name, Registered> registered = new HashMap<>();

    Gauges(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The gauges that an object has now. */
    final class Now {
        private final Map<Name, DoubleSupplier> wanted = new HashMap<>();
        private final Map<String, String> descriptions = new HashMap<>();

        void set(String name, String description, Tags tags, DoubleSupplier value) {
            wanted.put(new Name(name, tags), value);
            descriptions.put(name, description);
        }

        /** Makes them so. */
        void apply() {
            registered.entrySet().removeIf(entry -> {
                boolean gone = !wanted.containsKey(entry.getKey());
                if (gone) {
                    registry.remove(entry.getValue().meter());
                }
                return gone;
            });
            wanted.forEach((name, value) -> {
                Registered known = registered.get(name);
                if (known != null) {
                    known.value().current = value;
                } else {
                    Value holder = new Value(value);
                    Meter meter = Gauge.builder(name.name(), holder, Value::getAsDouble)
                            .description(descriptions.get(name.name()))
                            .tags(name.tags())
                            .strongReference(true)
                            .register(registry);
                    registered.put(name, new Registered(meter, holder));
                }
            });
        }
    }

    Now now() {
        return new Now();
    }
}
