package dev.hcp.api.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashesTest {
    @ParameterizedTest
    @CsvSource({"'', 811c9dc5", "abc, 1a47e90b", "a, e40c292c", "foobar, bf9cf968"})
    void texts_hash_as_published_for_fnv_1a(String text, String hash) {
        assertThat(Hashes.simple(text)).isEqualTo(hash);
    }

    @Test
    void bytes_hash_as_go_prints_them() {
        assertThat(Hashes.simple("abc".getBytes(StandardCharsets.UTF_8))).isEqualTo("88bfcb9e");
        assertThat(Hashes.simple(new byte[] {-1, 0})).isEqualTo(Hashes.simple("[255 0]"));
    }

    @Test
    void trees_hash_as_go_writes_them() {
        assertThat(Hashes.struct(JsonObject.of("b", "<&>", "a", 1)))
                .isEqualTo(Hashes.simple("{\"a\":1,\"b\":\"\\u003c\\u0026\\u003e\"}"));
    }

    @Property
    void a_hash_has_eight_hexadecimal_digits(@ForAll String text) {
        assertThat(Hashes.simple(text)).matches("[0-9a-f]{8}");
    }
}
