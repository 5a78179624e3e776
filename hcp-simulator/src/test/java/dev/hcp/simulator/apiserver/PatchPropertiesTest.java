package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.MergePatch;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.simulator.apiserver.patch.JsonPatch;
import dev.hcp.simulator.apiserver.patch.StrategicMergePatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** A patch made of the difference of two trees leads from the first to the second. */
class PatchPropertiesTest {
    private static final Schema ITEMS = Schema.builder("array")
            .items(Schema.builder("object")
                    .additional(Schema.builder("string").build())
                    .build())
            .patch("name", Set.of("merge"))
            .build();
    private static final Schema LISTS =
            Schema.builder("object").property("items", ITEMS).build();

    @Provide
    Arbitrary<JsonObject> trees() {
        Arbitrary<Object> scalars = Arbitraries.of("a", "b", 1L, 2L, true);
        Arbitrary<JsonObject> flat = objects(scalars);
        Arbitrary<Object> nested = Arbitraries.oneOf(
                scalars, flat.map(tree -> tree), scalars.list().ofMaxSize(3).map(JsonArray::copyOf));
        return objects(Arbitraries.oneOf(nested, objects(nested).map(tree -> tree)));
    }

    private static Arbitrary<JsonObject> objects(Arbitrary<Object> values) {
        return Arbitraries.maps(Arbitraries.of("k", "l", "m/n", "o~p"), values)
                .ofMaxSize(4)
                .map(JsonObject::copyOf);
    }

    @Property
    void a_json_patch_leads_from_one_tree_to_the_other(@ForAll("trees") JsonObject a, @ForAll("trees") JsonObject b) {
        List<Object> operations = new ArrayList<>();
        operations(a, b, "", operations);
        assertThat(JsonPatch.apply(a, JsonArray.copyOf(operations))).isEqualTo(b);
    }

    private static void operations(JsonObject a, JsonObject b, String path, List<Object> out) {
        for (String name : a.keySet()) {
            if (!b.containsKey(name)) {
                out.add(JsonObject.of("op", "remove", "path", path + "/" + escaped(name)));
            }
        }
        b.forEach((name, value) -> {
            String at = path + "/" + escaped(name);
            if (a.get(name) instanceof JsonObject before && value instanceof JsonObject after) {
                operations(before, after, at, out);
            } else if (!value.equals(a.get(name))) {
                out.add(JsonObject.of("op", a.containsKey(name) ? "replace" : "add", "path", at, "value", value));
            }
        });
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    @Property
    void a_merge_patch_leads_from_one_tree_to_the_other(@ForAll("trees") JsonObject a, @ForAll("trees") JsonObject b) {
        JsonObject patch = difference(a, b);
        assertThat(MergePatch.apply(a, patch)).isEqualTo(b);
        assertThat(MergePatch.apply(b, patch)).as("twice is once").isSameAs(b);
    }

    private static JsonObject difference(JsonObject a, JsonObject b) {
        JsonObject.Builder patch = JsonObject.builder(4);
        a.keySet().stream().filter(name -> !b.containsKey(name)).forEach(name -> patch.put(name, null));
        b.forEach((name, value) -> {
            @Nullable Object old = a.get(name);
            if (old instanceof JsonObject before && value instanceof JsonObject after) {
                patch.put(name, difference(before, after));
            } else if (!value.equals(old)) {
                patch.put(name, value);
            }
        });
        return patch.build();
    }

    @Provide
    Arbitrary<JsonArray> items() {
        return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d"), Arbitraries.of("1", "2"))
                .ofMaxSize(4)
                .map(map -> JsonArray.copyOf(map.entrySet().stream()
                        .map(entry -> JsonObject.of("name", entry.getKey(), "v", entry.getValue()))
                        .toList()));
    }

    @Property
    void a_strategic_merge_patch_leads_from_one_list_to_the_other(
            @ForAll("items") JsonArray a, @ForAll("items") JsonArray b) {
        List<Object> changes = new ArrayList<>(b);
        for (Object item : a) {
            JsonObject object = (JsonObject) item;
            if (b.stream().noneMatch(other -> object.get("name").equals(((JsonObject) other).get("name")))) {
                changes.add(JsonObject.of("$patch", "delete", "name", object.get("name")));
            }
        }
        JsonArray order = JsonArray.copyOf(b.stream()
                .map(item -> JsonObject.of("name", ((JsonObject) item).get("name")))
                .toList());
        JsonObject patch = JsonObject.of("items", JsonArray.copyOf(changes), "$setElementOrder/items", order);
        JsonObject patched = a.isEmpty() && changes.isEmpty()
                ? JsonObject.of("items", a)
                : StrategicMergePatch.apply(JsonObject.of("items", a), patch, LISTS);
        assertThat(Json.write(patched.array("items"))).isEqualTo(Json.write(b));
    }
}
