package dev.hcp.platforms.kubevirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.Json;
import org.junit.jupiter.api.Test;

class JsonPatchTest {
    private static String apply(String document, String patch) {
        return JsonPatch.apply(Json.parseObject(document), JsonPatch.operations(patch))
                .toString();
    }

    @Test
    void adding_makes_the_members_on_the_way() {
        assertThat(apply("{}", "[{\"op\":\"add\",\"path\":\"/spec/template/x~1y\",\"value\":1}]"))
                .isEqualTo("{\"spec\":{\"template\":{\"x/y\":1}}}");
    }

    @Test
    void adding_to_a_list_that_is_missing_begins_it() {
        assertThat(apply("{}", "[{\"op\":\"add\",\"path\":\"/l/-\",\"value\":1}]"))
                .isEqualTo("{\"l\":[1]}");
    }

    @Test
    void lists_grow_and_shrink_at_an_index() {
        assertThat(apply("{\"l\":[1,3]}", "[{\"op\":\"add\",\"path\":\"/l/1\",\"value\":2}]"))
                .isEqualTo("{\"l\":[1,2,3]}");
        assertThat(apply("{\"l\":[1,2,3]}", "[{\"op\":\"remove\",\"path\":\"/l/0\"}]"))
                .isEqualTo("{\"l\":[2,3]}");
    }

    @Test
    void values_are_moved_copied_and_tested() {
        assertThat(apply(
                        "{\"a\":1,\"b\":{\"c\":2}}",
                        "[{\"op\":\"test\",\"path\":\"/a\",\"value\":1},{\"op\":\"copy\",\"from\":\"/a\",\"path\":\"/d\"},"
                                + "{\"op\":\"move\",\"from\":\"/b/c\",\"path\":\"/e\"}]"))
                .isEqualTo("{\"a\":1,\"b\":{},\"d\":1,\"e\":2}");
    }

    @Test
    void a_path_that_leads_nowhere_cannot_be_replaced() {
        assertThatThrownBy(() -> apply("{}", "[{\"op\":\"replace\",\"path\":\"/a/b\",\"value\":1}]"))
                .isInstanceOf(HcpException.class)
                .hasMessageContaining("/a/b");
    }
}
