package dev.hcp.simulator.apiserver.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.api.validation.schema.SchemaCompiler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sets of fields are sets: what their trees give is what sets of paths give. */
class FieldSetsTest {
    private static JsonObject set(Set<List<String>> paths) {
        JsonObject set = JsonObject.EMPTY;
        for (List<String> path : paths) {
            set = with(set, path);
        }
        return set;
    }

    private static JsonObject with(JsonObject node, List<String> path) {
        String step = path.get(0);
        boolean known = node.containsKey(step);
        JsonObject child = node.object(step);
        if (path.size() == 1) {
            return node.with(step, known && !child.isEmpty() ? child.with(".", JsonObject.EMPTY) : JsonObject.EMPTY);
        }
        // A node that is in the set by being empty says so once something is below it.
        JsonObject base = known && child.isEmpty() ? JsonObject.of(".", JsonObject.EMPTY) : child;
        return node.with(step, with(base, path.subList(1, path.size())));
    }

    private static Set<String> printed(JsonObject set) {
        return new HashSet<>(FieldSets.paths(set));
    }

    private static Set<String> printed(Set<List<String>> paths) {
        return printed(set(paths));
    }

    @Property
    void a_union_has_the_paths_of_both(@ForAll("paths") Set<List<String>> a, @ForAll("paths") Set<List<String>> b) {
        Set<List<String>> both = new HashSet<>(a);
        both.addAll(b);

        assertThat(FieldSets.union(set(a), set(b))).isEqualTo(set(both));
        assertThat(printed(FieldSets.union(set(a), set(b)))).isEqualTo(printed(both));
    }

    @Property
    void a_difference_has_the_paths_of_the_first_only(
            @ForAll("paths") Set<List<String>> a, @ForAll("paths") Set<List<String>> b) {
        Set<List<String>> left = new HashSet<>(a);
        left.removeAll(b);

        assertThat(FieldSets.difference(set(a), set(b))).isEqualTo(set(left));
    }

    @Property
    void an_intersection_has_the_paths_that_are_in_both(
            @ForAll("paths") Set<List<String>> a, @ForAll("paths") Set<List<String>> b) {
        Set<List<String>> both = new HashSet<>(a);
        both.retainAll(b);

        assertThat(FieldSets.intersection(set(a), set(b))).isEqualTo(set(both));
    }

    @Property
    void a_set_contains_what_it_has_all_paths_of(
            @ForAll("paths") Set<List<String>> a, @ForAll("paths") Set<List<String>> b) {
        assertThat(FieldSets.contains(set(a), set(b))).isEqualTo(a.containsAll(b));
    }

    @Property
    void a_change_of_items_is_the_same_in_whatever_order_they_stand(
            @ForAll("items") List<JsonObject> before, @ForAll("items") List<JsonObject> after) {
        Schema schema = SchemaCompiler.compile(JsonObject.of(
                "type",
                "object",
                "properties",
                JsonObject.of(
                        "items",
                        JsonObject.of(
                                "type",
                                "array",
                                "x-kubernetes-list-type",
                                "map",
                                "x-kubernetes-list-map-keys",
                                JsonArray.of("name"),
                                "items",
                                JsonObject.of(
                                        "type",
                                        "object",
                                        "properties",
                                        JsonObject.of(
                                                "name",
                                                JsonObject.of("type", "string"),
                                                "value",
                                                JsonObject.of("type", "integer")))))));
        List<JsonObject> reversed = new ArrayList<>(after);
        Collections.reverse(reversed);
        JsonObject old = JsonObject.of("items", JsonArray.copyOf(before));

        assertThat(FieldComparison.of(old, JsonObject.of("items", JsonArray.copyOf(after)), schema))
                .isEqualTo(FieldComparison.of(old, JsonObject.of("items", JsonArray.copyOf(reversed)), schema));
    }

    @Provide
    Arbitrary<Set<List<String>>> paths() {
        Arbitrary<String> steps = Arbitraries.of("f:a", "f:b", "k:{\"name\":\"c\"}", "v:1");
        return steps.list().ofMinSize(1).ofMaxSize(3).set().ofMaxSize(6);
    }

    /** Items with different names. */
    @Provide
    Arbitrary<List<JsonObject>> items() {
        Arbitrary<String> names = Arbitraries.of("a", "b", "c", "\"quoted\"");
        Arbitrary<Long> values = Arbitraries.longs().between(0, 1);
        return Combinators.combine(names, values)
                .as((name, value) -> JsonObject.of("name", name, "value", value))
                .list()
                .uniqueElements(item -> item.get("name"))
                .ofMaxSize(4);
    }
}
