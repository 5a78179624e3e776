package dev.hcp.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

class GoYamlTest {
    private static String write(String json) {
        return GoYaml.write(Json.parseObject(json));
    }

    @Test
    void keys_are_sorted_and_lists_are_not_indented() {
        assertThat(write("{\"b\":[{\"k\":1,\"i\":[\"p\",[2,3]]},\"q\"],\"a\":{\"m\":null,\"e\":{},\"l\":[]}}"))
                .isEqualTo("a:\n  e: {}\n  l: []\n  m: null\nb:\n- i:\n  - p\n  - - 2\n    - 3\n  k: 1\n- q\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "3.2.0 | 3.2.0",
                "true | \"true\"",
                "yes | \"yes\"",
                "12 | \"12\"",
                "1.5 | \"1.5\"",
                "0x1f | \"0x1f\"",
                "12:30 | \"12:30\"",
                "2026-01-01 | \"2026-01-01\"",
                "a: b | 'a: b'",
                "a:b | a:b",
                "*x | '*x'",
                "- | '-'",
                "-x | -x",
                "it's | it's",
                "a # b | 'a # b'",
                "data:text/plain;base64,e30= | data:text/plain;base64,e30=",
            })
    void quotes_are_used_where_a_plain_word_would_mean_something_else(String value, String expected) {
        assertThat(GoYaml.write(JsonObject.of("v", value))).isEqualTo("v: " + expected + "\n");
    }

    @Test
    void empty_text_is_quoted() {
        assertThat(GoYaml.write(JsonObject.of("v", ""))).isEqualTo("v: \"\"\n");
    }

    @Test
    void text_of_several_lines_becomes_a_block() {
        assertThat(GoYaml.write(JsonObject.of("v", "a\nb\n"))).isEqualTo("v: |\n  a\n  b\n");
        assertThat(GoYaml.write(JsonObject.of("v", "a\n\nb"))).isEqualTo("v: |-\n  a\n\n  b\n");
        assertThat(GoYaml.write(JsonObject.of("v", "a \nb"))).isEqualTo("v: \"a \\nb\"\n");
    }

    @Test
    void long_plain_text_is_folded_at_a_space_beyond_eighty_columns() {
        String words = "word ".repeat(20).trim();
        assertThat(GoYaml.write(JsonObject.of("v", words)))
                .isEqualTo("v: " + "word ".repeat(16).trim() + "\n  "
                        + "word ".repeat(4).trim() + "\n");
    }

    @Property
    void what_is_written_can_be_read_again(
            @ForAll
                    List<
                                    @Chars({'a', ' ', '\n', ':', '#', '-', '\'', '"', '1', '\\', '~'})
                                    @CharRange(from = 'x', to = 'z') String>
                            values) {
        JsonObject tree = JsonObject.of("v", values, "w", JsonObject.of("nested", values));
        Object read =
                new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(GoYaml.write(tree));
        assertThat(Json.freeze(read)).isEqualTo(tree);
    }
}
