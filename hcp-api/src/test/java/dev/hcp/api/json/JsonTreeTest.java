package dev.hcp.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Service;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonTreeTest {
    @Test
    void keys_are_sorted_and_the_last_value_of_a_key_wins() {
        JsonObject object = JsonObject.builder(0)
                .put("b", 1)
                .put("a", 2)
                .put("c", 3)
                .put("b", 4)
                .build();

        assertThat(object.toString()).isEqualTo("{\"a\":2,\"b\":4,\"c\":3}");
    }

    @Test
    void numbers_are_whole_or_floating_as_in_go() {
        JsonObject object = JsonObject.of(
                "int", 3, "big", BigInteger.TWO, "decimal", new BigDecimal("1.5"), "float", 2.5f, "short", (short) 7);

        assertThat(object)
                .containsEntry("int", 3L)
                .containsEntry("big", 2L)
                .containsEntry("decimal", 1.5)
                .containsEntry("float", 2.5)
                .containsEntry("short", 7L);
        assertThat(Json.parse("[9223372036854775807, 9223372036854775808, 1.0]"))
                .isEqualTo(JsonArray.of(Long.MAX_VALUE, 9.223372036854775808e18, 1.0));
    }

    @Test
    void a_tree_does_not_follow_the_map_it_was_made_from() {
        Map<String, Object> source = new HashMap<>();
        List<Object> items = new ArrayList<>(List.of("x"));
        source.put("items", items);

        JsonObject tree = JsonObject.copyOf(source);
        items.add("y");
        source.put("more", true);

        assertThat(tree).isEqualTo(JsonObject.of("items", List.of("x")));
        assertThatThrownBy(() -> tree.put("a", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> tree.array("items").add("z")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_change_shares_what_it_does_not_touch() {
        JsonObject spec = JsonObject.of("replicas", 1);
        JsonObject object = JsonObject.of("spec", spec, "status", JsonObject.of("phase", "Pending"));

        JsonObject changed = object.withAt("Running", "status", "phase");

        assertThat(changed.text("status", "phase")).isEqualTo("Running");
        assertThat(changed.get("spec")).isSameAs(spec);
        assertThat(object.text("status", "phase")).isEqualTo("Pending");
    }

    @Test
    void a_path_that_leads_nowhere_answers_the_empty_value() {
        JsonObject object = JsonObject.of("a", JsonObject.of("b", "text"));

        assertThat(object.at("a", "x", "y")).isNull();
        assertThat(object.at("a", "b", "c")).isNull();
        assertThat(object.object("a", "b")).isSameAs(JsonObject.EMPTY);
        assertThat(object.array("nope")).isEmpty();
        assertThat(object.integer(5, "a", "b")).isEqualTo(5);
        assertThat(object.isTrue("a")).isFalse();
    }

    @Test
    void removing_and_adding_at_a_path_makes_missing_objects_and_leaves_the_rest() {
        JsonObject object = JsonObject.EMPTY.withAt(1, "a", "b", "c").with("z", null);

        assertThat(object.toString()).isEqualTo("{\"a\":{\"b\":{\"c\":1}},\"z\":null}");
        assertThat(object.withoutAt("a", "b", "c").toString()).isEqualTo("{\"a\":{\"b\":{}},\"z\":null}");
        assertThat(object.withoutAt("a", "x", "c")).isEqualTo(object);
        assertThat(object.without("z").without("a")).isSameAs(JsonObject.EMPTY);
    }

    @Test
    void text_that_is_not_one_json_value_is_refused_with_its_reason() {
        assertThatThrownBy(() -> Json.parse("{\"a\":")).isInstanceOf(JsonSyntaxException.class);
        assertThatThrownBy(() -> Json.parse("")).isInstanceOf(JsonSyntaxException.class);
        assertThatThrownBy(() -> Json.parse("{} {}"))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining("after the end");
        assertThatThrownBy(() -> Json.parseObject("[]")).hasMessageContaining("expected a JSON object");
        assertThatThrownBy(() -> Json.freeze(Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.time.Instant");
    }

    @Test
    void typed_objects_and_trees_convert_into_each_other() {
        ConfigMap typed = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("settings")
                .withNamespace("default")
                .addToLabels("app", "demo")
                .endMetadata()
                .addToData("key", "value")
                .build();

        JsonObject tree = Json.toTree(typed);

        assertThat(tree).isEqualTo(Json.parseObject("""
                        {"apiVersion":"v1","kind":"ConfigMap","data":{"key":"value"},
                         "metadata":{"name":"settings","namespace":"default","labels":{"app":"demo"}}}"""));
        assertThat(Json.toType(tree, ConfigMap.class)).isEqualTo(typed);
    }

    @Test
    void a_port_given_by_number_becomes_a_typed_one() {
        JsonObject tree =
                JsonObject.of("spec", JsonObject.of("ports", List.of(JsonObject.of("port", 443, "targetPort", 8443))));

        Service service = Json.toType(tree, Service.class);

        assertThat(service.getSpec().getPorts().get(0).getTargetPort().getIntVal())
                .isEqualTo(8443);
    }

    @Property
    void writing_and_parsing_is_the_identity(@ForAll("values") Object value) {
        Object tree = Json.freeze(value);

        assertThat(Json.parse(Json.write(tree))).isEqualTo(tree);
        assertThat(Json.parse(Json.writeBytes(tree))).isEqualTo(tree);
    }

    @Property
    void an_object_equals_the_map_it_was_made_from(@ForAll("objects") Map<String, Object> map) {
        JsonObject object = JsonObject.copyOf(map);

        assertThat(object).isEqualTo(new TreeMap<>(map));
        assertThat(object.hashCode()).isEqualTo(new TreeMap<>(map).hashCode());
        assertThat(new ArrayList<>(object.keySet())).isEqualTo(new ArrayList<>(new TreeMap<>(map).keySet()));
        map.forEach((key, value) -> assertThat(object.get(key)).isEqualTo(value));
    }

    @Property
    void setting_and_removing_members_agrees_with_a_map(
            @ForAll("objects") Map<String, Object> map, @ForAll("keys") String key, @ForAll("values") Object value) {
        JsonObject object = JsonObject.copyOf(map);
        Map<String, Object> expected = new TreeMap<>(map);

        expected.put(key, value);
        assertThat(object.with(key, value)).isEqualTo(expected);
        expected.remove(key);
        assertThat(object.with(key, value).without(key)).isEqualTo(expected);
        assertThat(object).isEqualTo(map);
    }

    @Property
    void sharing_parts_with_another_object_changes_no_value(
            @ForAll("objects") Map<String, Object> map, @ForAll("objects") Map<String, Object> other) {
        JsonObject object = JsonObject.copyOf(map);
        JsonObject earlier = JsonObject.copyOf(other);
        String before = earlier.toString();

        assertThat(object.sharing(earlier)).isEqualTo(map);
        assertThat(earlier.toString()).isEqualTo(before);
        assertThat(object.sharing(Json.parseObject(object.toString()))).isEqualTo(object);
    }

    @Test
    void equal_parts_of_two_states_are_one_instance_after_sharing() {
        JsonObject earlier = Json.parseObject("{\"spec\": {\"a\": [1, {\"b\": 2}]}, \"status\": {\"c\": 3}}");
        JsonObject later = Json.parseObject("{\"spec\": {\"a\": [1, {\"b\": 2}]}, \"status\": {\"c\": 4}}");

        JsonObject shared = later.sharing(earlier);

        assertThat(shared.get("spec")).isSameAs(earlier.get("spec"));
        assertThat(shared.object("status").integer(0, "c")).isEqualTo(4);
        assertThat(Json.parseObject(earlier.toString()).sharing(earlier)).isSameAs(earlier);
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings().withCharRange('a', 'f').ofMinLength(0).ofMaxLength(2);
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> scalar = Arbitraries.oneOf(
                Arbitraries.longs().asGeneric(),
                Arbitraries.doubles().map(d -> d == 0 ? 0.5 : d).asGeneric(),
                Arbitraries.of(true, false).asGeneric(),
                Arbitraries.strings().ofMaxLength(8).asGeneric());
        return Arbitraries.recursive(
                () -> scalar,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(Json::freeze),
                        Combinators.combine(keys(), inner).as((key, item) -> (Object) JsonObject.of(key, item))),
                0,
                3);
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        return Arbitraries.maps(keys(), values()).ofMaxSize(12).map(LinkedHashMap::new);
    }

    @Test
    void arrays_compare_by_item() {
        assertThat(JsonArray.of(1, "a", null)).isEqualTo(Arrays.asList(1L, "a", null));
        assertThat(JsonArray.of("text", JsonObject.of("a", 1)).object(0)).isSameAs(JsonObject.EMPTY);
        assertThat(JsonArray.of("text", JsonObject.of("a", 1)).object(1)).containsEntry("a", 1L);
    }
}
