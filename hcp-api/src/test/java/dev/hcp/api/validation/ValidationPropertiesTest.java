package dev.hcp.api.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Defaulting;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.api.validation.schema.SchemaCompiler;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ValidationPropertiesTest {
    private static final Schema SCHEMA = SchemaCompiler.compileRoot(Json.parseObject("""
            {"type":"object","properties":{"spec":{"type":"object","required":["size"],
              "x-kubernetes-validations":[{"rule":"!has(self.max) || self.size <= self.max"},
                {"rule":"!has(oldSelf.name) || has(self.name)"}],
              "properties":{
                "size":{"type":"integer","minimum":0,"maximum":100,"default":3},
                "max":{"type":"integer"},
                "name":{"type":"string","maxLength":5,"pattern":"^[a-c]*$","x-kubernetes-validations":[
                  {"rule":"self.size() != 3"}]},
                "mode":{"type":"string","enum":["a","b"],"default":"a"},
                "tags":{"type":"array","x-kubernetes-list-type":"set","maxItems":3,"items":{"type":"string"}},
                "parts":{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["k"],
                  "items":{"type":"object","required":["k"],"properties":{"k":{"type":"string"},
                    "v":{"type":"integer","default":1,"minimum":1}},
                    "x-kubernetes-validations":[{"rule":"self.v < 9"}]}},
                "inner":{"type":"object","default":{},"properties":{"deep":{"type":"string","default":"x"}}}
              }}}}""".replace("\n", "")));

    private static final SchemaValidator VALIDATOR = SchemaValidator.of(SCHEMA);

    private static List<FieldError> errors(JsonObject object, JsonObject old) {
        List<FieldError> errors = new ArrayList<>(VALIDATOR.schemaErrors(object, old));
        errors.addAll(VALIDATOR.listErrors(object, old));
        VALIDATOR.checkRules(object, old, errors, warning -> {});
        return errors;
    }

    @Provide
    Arbitrary<JsonObject> objects() {
        Arbitrary<Object> size = Arbitraries.integers().between(-2, 120).map(Integer::longValue);
        Arbitrary<Object> text = Arbitraries.strings()
                .withChars('a', 'b', 'c', 'd')
                .ofMaxLength(6)
                .map(s -> s);
        Arbitrary<Object> parts = Combinators.combine(text, size)
                .as((k, v) -> (Object) JsonObject.of("k", k, "v", v))
                .list()
                .ofMaxSize(3)
                .map(JsonArray::copyOf);
        Arbitrary<Object> tags = text.list().ofMaxSize(4).map(JsonArray::copyOf);
        return Combinators.combine(
                        size.injectNull(0.3),
                        size.injectNull(0.3),
                        text.injectNull(0.3),
                        Arbitraries.<Object>of("a", "b", "c", 7L).injectNull(0.3),
                        tags.injectNull(0.3),
                        parts.injectNull(0.3))
                .as((count, max, name, mode, list, map) -> JsonObject.builder(6)
                        .putIfPresent("size", count)
                        .putIfPresent("max", max)
                        .putIfPresent("name", name)
                        .putIfPresent("mode", mode)
                        .putIfPresent("tags", list)
                        .putIfPresent("parts", map)
                        .build())
                .map(spec -> JsonObject.of(
                        "apiVersion",
                        "example.com/v1",
                        "kind",
                        "Thing",
                        "metadata",
                        JsonObject.of("name", "x"),
                        "spec",
                        spec));
    }

    @Property(tries = 300)
    void a_valid_object_stays_valid_with_its_defaults_filled_in(@ForAll("objects") JsonObject object) {
        JsonObject defaulted = Defaulting.apply(object, SCHEMA);
        assertThat(Defaulting.apply(defaulted, SCHEMA)).isSameAs(defaulted);
        if (errors(object, null).isEmpty()) {
            assertThat(errors(defaulted, null)).isEmpty();
        }
    }

    @Property(tries = 300)
    void an_update_that_changes_nothing_is_accepted_whatever_the_object(@ForAll("objects") JsonObject object) {
        JsonObject stored = Defaulting.apply(object, SCHEMA);
        assertThat(errors(stored, stored)).isEmpty();
        assertThat(errors(Json.parseObject(stored.toString()), stored)).isEmpty();
    }
}
