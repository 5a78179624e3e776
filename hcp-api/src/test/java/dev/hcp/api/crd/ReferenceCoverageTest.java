package dev.hcp.api.crd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.crd.ReferenceCrds.KindInEdition;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.schema.Edition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How much of the reference definitions of HyperShift's own kinds ours say: every member of the schema of every version and every keyword
 * on it counts as one fact, and none is missing.
 */
@Tag("oracle")
class ReferenceCoverageTest {
    private static final List<String> STRUCTURE = List.of(
            "properties", "items", "additionalProperties", "required", "x-kubernetes-validations", "description");

    @ParameterizedTest
    @EnumSource
    void every_fact_of_the_reference_is_in_our_definition(Edition edition) {
        List<String> missing = new ArrayList<>();
        int facts = 0;
        for (KindInEdition place : ReferenceCrds.kinds()) {
            if (place.edition() == edition && place.toString().contains("hypershift.openshift.io")) {
                Map<String, Object> ours = facts(place.ours());
                Map<String, Object> reference = facts(place.reference());
                facts += reference.size();
                reference.forEach((fact, value) -> {
                    if (!value.equals(ours.get(fact))) {
                        missing.add(place + fact + " should be " + value + ", is " + ours.get(fact));
                    }
                });
            }
        }
        assertThat(facts).isGreaterThan(4000);
        assertThat(missing).isEmpty();
    }

    private static Map<String, Object> facts(JsonObject definition) {
        Map<String, Object> facts = new TreeMap<>();
        for (Object each : definition.array("spec", "versions")) {
            JsonObject version = (JsonObject) each;
            String name = " " + version.text("name");
            collect(version.object("schema", "openAPIV3Schema").without("apiVersion"), name, facts);
            for (String fact : List.of("served", "storage", "deprecated", "deprecationWarning")) {
                facts.put(name + " is " + fact, String.valueOf(version.get(fact)));
            }
        }
        return facts;
    }

    private static void collect(JsonObject schema, String path, Map<String, Object> facts) {
        facts.put(path, true);
        for (int i = 0; i < schema.size(); i++) {
            if (!STRUCTURE.contains(schema.keyAt(i))) {
                facts.put(path + " " + schema.keyAt(i), unordered(schema.keyAt(i), schema.valueAt(i)));
            }
        }
        schema.array("required").forEach(name -> facts.put(path + " required " + name, true));
        schema.array("x-kubernetes-validations").forEach(rule -> {
            JsonObject tree = (JsonObject) rule;
            facts.put(path + " rule " + tree.text("rule"), String.valueOf(tree.text("message")));
        });
        JsonObject members = schema.object("properties");
        for (int i = 0; i < members.size(); i++) {
            collect((JsonObject) members.valueAt(i), path + "." + members.keyAt(i), facts);
        }
        for (String inner : List.of("items", "additionalProperties")) {
            if (schema.get(inner) instanceof JsonObject values) {
                collect(values, path + "[]", facts);
            }
        }
    }

    private static Object unordered(String keyword, Object value) {
        return keyword.equals("enum") || keyword.equals("x-kubernetes-list-map-keys")
                ? ((JsonArray) value).stream().map(String::valueOf).sorted().toList()
                : value;
    }
}
