package dev.hcp.reconcilers.operator;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.NamingConvention;
import org.jspecify.annotations.Nullable;

/**
 * Writes HyperShift's meters and their labels as HyperShift does, and all others as another convention does: Micrometer's
 * own for Prometheus has no label that begins with an underscore, as {@code _id} does.
 *
 * <p>For {@code registry.config().namingConvention(new HypershiftNames(registry.config().namingConvention()))}.
 *
 * @param others for all other meters and labels
 */
public record HypershiftNames(NamingConvention others) implements NamingConvention {
    private static final String PREFIX = "hypershift_";

    @Override
    public String name(String name, Meter.Type type, @Nullable String baseUnit) {
        return name.startsWith(PREFIX) ? name : others.name(name, type, baseUnit);
    }

    @Override
    public String tagKey(String key) {
        return key.equals("_id") ? key : others.tagKey(key);
    }

    @Override
    public String tagValue(String value) {
        return others.tagValue(value);
    }
}
