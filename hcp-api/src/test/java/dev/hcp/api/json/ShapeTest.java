package dev.hcp.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Objects of any number of keys find, gain and lose keys as a sorted map does. */
class ShapeTest {
    @Provide
    Arbitrary<Set<String>> keys() {
        // "Aa" and "BB" have the same hash, and so have texts that are made of them.
        Arbitrary<String> colliding =
                Arbitraries.of("Aa", "BB").list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join("", parts));
        Arbitrary<String> any =
                Arbitraries.oneOf(colliding, Arbitraries.strings().alpha().ofMaxLength(6));
        return Arbitraries.oneOf(
                any.set().ofMaxSize(12),
                Arbitraries.strings().numeric().ofLength(4).set().ofMinSize(100).ofMaxSize(180));
    }

    @Property
    void keys_are_found_also_by_equal_texts_and_no_others(
            @ForAll("keys") Set<String> keys, @ForAll("keys") Set<String> others) {
        TreeMap<String, Object> expected = new TreeMap<>();
        keys.forEach(key -> expected.put(key, "value of " + key));

        JsonObject object = JsonObject.copyOf(expected);

        assertThat(object).isEqualTo(expected);
        expected.forEach((key, value) ->
                assertThat(object.get(new StringBuilder(key).toString())).isEqualTo(value));
        others.forEach(key -> assertThat(object.get(key)).isEqualTo(expected.get(key)));
    }

    @Property(tries = 100)
    void keys_come_and_go(
            @ForAll("keys") Set<String> keys, @ForAll List<Boolean> gained, @ForAll("keys") Set<String> more) {
        TreeMap<String, Object> expected = new TreeMap<>();
        keys.forEach(key -> expected.put(key, 1L));
        JsonObject object = JsonObject.copyOf(expected);
        int step = 0;
        for (String key : more) {
            boolean gain = step >= gained.size() || gained.get(step);
            step++;
            if (gain) {
                expected.put(key, (long) step);
                object = object.with(key, (long) step);
            } else {
                expected.remove(key);
                object = object.without(key);
            }
            assertThat(object).isEqualTo(expected);
            assertThat(List.copyOf(object.keySet())).isEqualTo(List.copyOf(expected.keySet()));
        }
    }

    @Test
    void objects_with_the_same_keys_share_them() {
        JsonObject one = JsonObject.copyOf(Map.of("shared", 1, "keys", 2, "here", 3, "four", 4));
        JsonObject other =
                JsonObject.of("four", 5).with("here", 6).with("keys", 7).with("shared", 8);

        assertThat(other.shape()).isSameAs(one.shape());
    }
}
