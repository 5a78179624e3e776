package dev.hcp.simulator.apiserver.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What paths of printer columns lead to. */
class JsonPathTest {
    private static final JsonObject OBJECT = Json.parseObject("""
            {"a": {"b": [1, 2, 3, 4], "none": null, "text": "word", "c.d": {"e/f": "dotted"}, "half": 0.5},
             "conditions": [{"type": "Ready", "status": "True", "age": 3},
                            {"type": "Done", "status": "False", "age": 5, "by": "it's)"}],
             "names": [{"name": "x", "in": {"name": "y"}}]}
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            .a.text                                  | ["word"]
            a                                        | error
            $.a.text                                 | ["word"]
            .a.missing.deeper                        | []
            .a.none                                  | [null]
            .a.none.deeper                           | []
            .a.text.deeper                           | []
            .a.b                                     | [[1,2,3,4]]
            .a.b[0]                                  | [1]
            .a.b[-1]                                 | [4]
            .a.b[4]                                  | error
            .a.b[-5]                                 | error
            .a.missing[0]                            | []
            .a.text[0]                               | error
            .a.b[*]                                  | [1,2,3,4]
            .a.b[:]                                  | [1,2,3,4]
            .a.b[1:]                                 | [2,3,4]
            .a.b[:2]                                 | [1,2]
            .a.b[1:3]                                | [2,3]
            .a.b[-3:-1]                              | [2,3]
            .a.b[::2]                                | [1,3]
            .a.b[2:2]                                | []
            .a.b[3:1]                                | error
            .a.b[0:9]                                | error
            .a.b[::0]                                | error
            .a.b[0,2]                                | [1,3]
            .a['text','half']                        | ["word",0.5]
            .a['text']                               | ["word"]
            .a["text"]                               | error
            .a.c\\.d.e/f                             | ["dotted"]
            .a['c\\.d'].e/f                          | ["dotted"]
            .a['c.d']                                | []
            .names.*                                 | [{"in":{"name":"y"},"name":"x"}]
            .names[*].*                              | [{"name":"y"},"x"]
            ..name                                   | ["x","y"]
            .names..name                             | ["x","y"]
            .conditions[?(@.type=="Ready")].status   | ["True"]
            .conditions[?(@.type=='Ready')].status   | ["True"]
            .conditions[?(@.type!="Ready")].status   | ["False"]
            .conditions[?(@.age>3)].type             | ["Done"]
            .conditions[?(@.age>=3)].type            | ["Ready","Done"]
            .conditions[?(@.age<5)].type             | ["Ready"]
            .conditions[?(@.age<=2)].type            | []
            .conditions[?(@.age==3.0)].type          | error
            .conditions[?(@.age=="3")].type          | error
            .conditions[?(@.by)].type                | ["Done"]
            .conditions[?(@.by=="it's)")].type       | ["Done"]
            .conditions[?(@.missing=="x")].type      | []
            .conditions[?(@.type=~"R.*")].type       | error
            .conditions[?(true)].type                | ["Ready","Done"]
            .a[?(@.b)]                               | error
            """)
    void a_path_leads_to(String path, String found) {
        if (found.equals("error")) {
            assertThatThrownBy(() -> JsonPath.parse(path).find(OBJECT)).isInstanceOf(JsonPathException.class);
        } else {
            assertThat(Json.write(JsonPath.parse(path).find(OBJECT))).isEqualTo(found);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".a[", ".a[x]", ".a[?(@.b", ".a[?(@.b)", ".a[?(@.b=='x)]", "....a", "range", ".a['x", "'x"})
    void what_is_no_path_is_refused(String path) {
        assertThatThrownBy(() -> JsonPath.parse(path)).isInstanceOf(JsonPathException.class);
    }
}
