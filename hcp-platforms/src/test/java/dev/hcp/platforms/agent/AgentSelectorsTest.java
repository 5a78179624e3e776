package dev.hcp.platforms.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hcp.api.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentSelectorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size=large,zone==az1 | {\"matchLabels\":{\"size\":\"large\",\"zone\":\"az1\"}}",
                "a/b.c= | {\"matchLabels\":{\"a/b.c\":\"\"}}",
                "zone in (b, a,b) | {\"matchExpressions\":[{\"key\":\"zone\",\"operator\":\"In\",\"values\":[\"a\",\"b\"]}]}",
                "z,!a | {\"matchExpressions\":[{\"key\":\"a\",\"operator\":\"DoesNotExist\"},{\"key\":\"z\",\"operator\":\"Exists\"}]}",
                "x notin (1),y=2 | {\"matchExpressions\":[{\"key\":\"x\",\"operator\":\"NotIn\",\"values\":[\"1\"]}],\"matchLabels\":{\"y\":\"2\"}}"
            })
    void selectors_of_command_lines_become_objects(String text, String object) {
        assertThat(Json.toTree(AgentSelectors.parse(text))).isEqualTo(Json.parseObject(object));
    }

    @Test
    void an_empty_selector_selects_all() {
        assertThat(Json.toTree(AgentSelectors.parse(" "))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a!=b", "a>1", "=b", "a=b c", "in (a)", "a in b", "a,,b", "-a=b", "a in (b"})
    void what_a_selector_object_cannot_say_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AgentSelectors.parse(text));
        assertThat(AgentSelectors.problem(text)).isPresent();
    }
}
