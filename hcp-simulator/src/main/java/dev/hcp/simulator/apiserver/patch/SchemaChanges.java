package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Schema;

/**
 * Brings sets of fields in line with a schema that changed since they were made: what became atomic is owned as a whole by
 * those who owned a part of it. What was atomic once is not taken apart.
 */
final class SchemaChanges {
    private SchemaChanges() {}

    /** The set as the schema allows it; the same set when nothing has changed. */
    static JsonObject reconciled(JsonObject set, Schema schema) {
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
            JsonObject changed = isAtomic(below) ? JsonObject.EMPTY : reconciled(child, below);
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
