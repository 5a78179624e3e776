package dev.hcp.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts that are small and would become large. */
class YamlLimitsTest {
    private static Object parse(String text) {
        return Yaml.parse(text, new ArrayList<>());
    }

    @Test
    void a_part_may_be_repeated_by_its_name() {
        assertThat(parse("a: &x {b: [1, true]}\nc: *x\n"))
                .isEqualTo(JsonObject.of(
                        "a",
                        JsonObject.of("b", JsonArray.of(1L, true)),
                        "c",
                        JsonObject.of("b", JsonArray.of(1L, true))));
    }

    @Test
    void repetitions_of_repetitions_are_refused_before_they_fill_the_memory() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [lol]\n");
        for (int i = 1; i < 40; i++) {
            String last = "*a" + (i - 1);
            laughs.append("a").append(i).append(": &a").append(i).append(" [").append(last);
            laughs.append((", " + last).repeat(8)).append("]\n");
        }
        assertThatThrownBy(() -> parse(laughs.toString()))
                .isInstanceOf(YamlSyntaxException.class)
                .hasMessage("yaml: document contains excessive aliasing");
    }

    @Test
    void a_part_cannot_contain_itself() {
        assertThatThrownBy(() -> parse("a: &a [*a]")).hasMessage("yaml: anchor 'a' value contains itself");
        assertThatThrownBy(() -> parse("a: *b")).hasMessage("yaml: unknown anchor 'b' referenced");
    }

    @Test
    void nesting_has_an_end() {
        assertThat(parse("[".repeat(1000) + "]".repeat(1000))).isNotNull();
        for (String text : List.of("[".repeat(1_000_000), "{a: ".repeat(500_000), "- ".repeat(1001) + "x")) {
            assertThatThrownBy(() -> parse(text))
                    .isInstanceOf(YamlSyntaxException.class)
                    .hasMessageContaining("nested deeper than 1000 levels");
        }
    }

    @Test
    void keys_that_are_set_twice_are_told_of_with_their_line() {
        List<String> duplicates = new ArrayList<>();
        assertThat(Yaml.parse("a: 1\nb: 2\na: 3\n", duplicates)).isEqualTo(JsonObject.of("a", 3L, "b", 2L));
        assertThat(duplicates).containsExactly("line 3: key \"a\" already set in map");
    }
}
