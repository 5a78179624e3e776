package dev.hcp.simulator.apiserver.definition;

import static dev.hcp.simulator.apiserver.definition.DefinitionSpec.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.cel.RuleDefinitions.Known;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a definition said before it is replaced, and may go on to say.
 *
 * @param schemas the schemas by the names of their versions
 * @param expressions the rules and message expressions in all of them
 */
record KnownSchemas(Map<String, JsonObject> schemas, Set<String> expressions) {
    /** The definition is new. */
    static final KnownSchemas NONE = new KnownSchemas(Map.of(), Set.of());

    static KnownSchemas of(JsonObject definition) {
        Map<String, JsonObject> schemas = new HashMap<>();
        Set<String> expressions = new HashSet<>();
        for (JsonObject version : DefinitionSpec.of(definition).versions()) {
            JsonObject schema = DefinitionSpec.schema(version);
            if (schema != null) {
                schemas.put(text(version, "name"), schema);
                collect(schema, expressions);
            }
        }
        return new KnownSchemas(schemas, expressions);
    }

    private static void collect(JsonObject schema, Set<String> expressions) {
        JsonArray rules = schema.array("x-kubernetes-validations");
        for (int i = 0; i < rules.size(); i++) {
            expressions.add(text(rules.object(i), "rule"));
            expressions.add(text(rules.object(i), "messageExpression"));
        }
        JsonObject properties = schema.object("properties");
        for (int i = 0; i < properties.size(); i++) {
            if (properties.valueAt(i) instanceof JsonObject property) {
                collect(property, expressions);
            }
        }
        for (String below : new String[] {"items", "additionalProperties"}) {
            if (schema.get(below) instanceof JsonObject part) {
                collect(part, expressions);
            }
        }
    }

    /** What is known when a version now has this schema. */
    Known forVersion(String version, JsonObject schema) {
        return new Known(expressions, schema.equals(schemas.get(version)));
    }
}
