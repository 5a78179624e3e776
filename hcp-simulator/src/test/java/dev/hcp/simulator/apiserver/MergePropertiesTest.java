package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every apply, whatever is applied. */
class MergePropertiesTest {
    @Provide
    Arbitrary<Map<String, String>> entries() {
        Arbitrary<String> names = Arbitraries.of("a", "b", "c", "d", "e");
        return Arbitraries.maps(names, Arbitraries.of("1", "2", "3"))
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static String spec(Map<String, String> values, String prefix) {
        StringBuilder map = new StringBuilder();
        StringBuilder items = new StringBuilder();
        StringBuilder texts = new StringBuilder();
        values.forEach((name, value) -> {
            map.append(map.isEmpty() ? "" : ", ")
                    .append(prefix)
                    .append(name)
                    .append(": '")
                    .append(value)
                    .append('\'');
            items.append(items.isEmpty() ? "" : ", ")
                    .append("{name: ")
                    .append(prefix)
                    .append(name)
                    .append(", v: '")
                    .append(value)
                    .append("'}");
            texts.append(texts.isEmpty() ? "" : ", ").append(prefix).append(name);
        });
        return "{map: {" + map + "}, entries: [" + items + "], texts: [" + texts + "]}";
    }

    @Property(tries = 60)
    void applying_again_changes_nothing(
            @ForAll("entries") Map<String, String> first, @ForAll("entries") Map<String, String> second) {
        ApplyFixture fixture = new ApplyFixture();
        fixture.apply("one", spec(first, "x"));
        JsonObject after = fixture.force("two", spec(second, "x")).body();
        fixture.server.seconds.addAndGet(9);
        assertThat(fixture.force("two", spec(second, "x")).body()).isEqualTo(after);
    }

    @Property(tries = 60)
    void disjoint_configurations_commute(
            @ForAll("entries") Map<String, String> first, @ForAll("entries") Map<String, String> second) {
        ApplyFixture ab = new ApplyFixture();
        ab.apply("one", spec(first, "x"));
        ab.apply("two", spec(second, "z"));
        ApplyFixture ba = new ApplyFixture();
        ba.apply("two", spec(second, "z"));
        ba.apply("one", spec(first, "x"));
        assertThat(ab.spec().object("map")).isEqualTo(ba.spec().object("map"));
        assertThat(ab.spec().array("entries"))
                .containsExactlyInAnyOrderElementsOf(ba.spec().array("entries"));
        assertThat(ab.fields("one", "Apply")).isEqualTo(ba.fields("one", "Apply"));
        assertThat(ab.fields("two", "Apply")).isEqualTo(ba.fields("two", "Apply"));
    }

    @Property(tries = 60)
    void applying_less_takes_away_what_nobody_else_owns(
            @ForAll("entries") Map<String, String> mine,
            @ForAll("entries") Map<String, String> theirs,
            @ForAll("entries") Map<String, String> then) {
        ApplyFixture fixture = new ApplyFixture();
        fixture.apply("one", spec(mine, "x"));
        fixture.force("two", spec(theirs, "x"));
        fixture.force("one", spec(then, "x"));
        Map<String, String> left = new TreeMap<>(theirs);
        left.putAll(then);
        JsonObject.Builder expected = JsonObject.builder(left.size());
        left.forEach((name, value) -> expected.put("x" + name, value));
        assertThat(fixture.spec().object("map")).isEqualTo(expected.build());
        assertThat(fixture.spec().array("texts")).hasSameSizeAs(left.keySet());
    }

    @Property(tries = 60)
    void an_update_with_the_stored_object_changes_nothing(@ForAll("entries") Map<String, String> values) {
        ApplyFixture fixture = new ApplyFixture();
        JsonObject stored = fixture.apply("one", spec(values, "x")).body();
        fixture.server.seconds.addAndGet(9);
        assertThat(fixture.server
                        .put(ApplyFixture.A + "?fieldManager=two", stored)
                        .body())
                .isEqualTo(stored);
    }
}
