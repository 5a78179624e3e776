package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonObject;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Pod specs of which something is known, of those that were met lately: replicas, their templates and many a cluster have
 * equal ones. A fixed table: who is not in it is looked at again. Thread-safe.
 */
final class KnownSpecs {
    private static final int SIZE = 1 << 10;

    private final AtomicReferenceArray<@Nullable JsonObject> specs = new AtomicReferenceArray<>(SIZE);

    private static int place(JsonObject spec) {
        return (spec.hashCode() * 0x9E3779B1) >>> 22;
    }

    boolean has(JsonObject spec) {
        return spec.equals(specs.getPlain(place(spec)));
    }

    void add(JsonObject spec) {
        specs.setPlain(place(spec), spec);
    }
}
