package dev.hcp.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoJsonTest {
    @Test
    void fields_come_in_the_order_of_their_struct_and_others_sorted_after() {
        GoJson order = GoJson.ofStruct("metadata(name labels) spec(b a) status");
        JsonObject tree = Json.parseObject("{\"x\":1,\"spec\":{\"a\":1,\"b\":[{\"z\":1,\"y\":2}],\"c\":null},"
                + "\"metadata\":{\"labels\":{\"q\":\"1\",\"p\":\"2\"},\"name\":\"n\"}}");
        assertThat(order.write(tree))
                .isEqualTo("{\"metadata\":{\"name\":\"n\",\"labels\":{\"p\":\"2\",\"q\":\"1\"}},"
                        + "\"spec\":{\"b\":[{\"y\":2,\"z\":1}],\"a\":1,\"c\":null},\"x\":1}");
    }

    @Test
    void items_of_a_list_are_structs_too() {
        assertThat(GoJson.ofStruct("items(name disk)").write(Json.parse("{\"items\":[{\"disk\":1,\"name\":\"a\"}]}")))
                .isEqualTo("{\"items\":[{\"name\":\"a\",\"disk\":1}]}");
    }

    @Test
    void angle_brackets_and_ampersands_are_escaped_as_go_does() {
        assertThat(GoJson.ofStruct("a").write(JsonObject.of("a", "<&>\u0001\"\n")))
                .isEqualTo("{\"a\":\"\\u003c\\u0026\\u003e\\u0001\\\"\\n\"}");
    }
}
