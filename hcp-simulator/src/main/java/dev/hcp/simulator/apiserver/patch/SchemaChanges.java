package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Schema;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Brings sets of fields in line with a schema that changed since they were made: what became atomic is owned as a whole by
 * those who owned a part of it. What was atomic once is not taken apart.
 */
final class SchemaChanges {
    /** Sets that were met lately and need no change: objects of a kind have few different ones. */
    private static final AtomicReferenceArray<@Nullable Settled> SETTLED = new AtomicReferenceArray<>(1 << 10);

    private record Settled(JsonObject set, Schema schema) {}

    private SchemaChanges() {}

    /** The set as the schema allows it; the same set when nothing has changed. */
    @SuppressWarnings("ReferenceEquality") // what needs no change stays the same instance
    static JsonObject reconciled(JsonObject set, Schema schema) {
        int place = (set.hashCode() * 0x9E3779B1) >>> 22;
        Settled known = SETTLED.getPlain(place);
        if (known != null && known.schema == schema && known.set.equals(set)) {
            return set;
        }
        JsonObject result = below(set, schema);
        if (result == set) {
            SETTLED.setPlain(place, new Settled(set, schema));
        }
        return result;
    }

    private static JsonObject below(JsonObject set, Schema schema) {
        JsonObject result = set;
        for (int i = 0; i < set.size(); i++) {
            String step = set.keyAt(i);
            if (!(set.valueAt(i) instanceof JsonObject child) || child.isEmpty()) {
                continue;
            }
            Schema below = step.startsWith("f:") ? schema.member(step.substring(2)) : schema.items();
            if (below == null || below.isDeduced()) {
                continue;
            }
            JsonObject changed = isAtomic(below) ? JsonObject.EMPTY : below(child, below);
            if (changed != child) {
                result = result.with(step, changed);
            }
        }
        return result;
    }

    private static boolean isAtomic(Schema schema) {
        return "array".equals(schema.type())
                ? schema.listType() == Schema.ListType.ATOMIC
                : "object".equals(schema.type()) && schema.atomicMap();
    }
}
