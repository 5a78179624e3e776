package dev.hcp.simulator.apiserver.definition;

import dev.hcp.api.json.JsonObject;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Schemas of definitions that were checked before the program was made. Checking those that the project ships, above all
 * compiling their rules and estimating what they cost, takes most of the time until a first management cluster is ready.
 * Thread-safe.
 */
public final class VerifiedSchemas {
    /** Compared by content: a server's copy of a definition need not be the definition. */
    private static final Set<JsonObject> VERIFIED =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private VerifiedSchemas() {}

    /** Takes the schemas of a definition's versions for right. */
    public static void ofDefinition(JsonObject definition) {
        for (JsonObject version : DefinitionSpec.of(definition).versions()) {
            JsonObject schema = DefinitionSpec.schema(version);
            if (schema != null) {
                VERIFIED.add(schema);
            }
        }
    }

    static boolean contains(JsonObject schema) {
        return VERIFIED.contains(schema);
    }
}
