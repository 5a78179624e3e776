package dev.hcp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.json.Json;
import org.junit.jupiter.api.Test;

class EncryptionKeysTest {
    @Test
    void the_key_in_use_stays_and_has_no_backup_of_itself() {
        assertThat(EncryptionKeys.patch(
                        Json.parseObject(
                                "{\"spec\":{\"secretEncryption\":{\"type\":\"aescbc\",\"aescbc\":{\"activeKey\":{\"name\":\"a\"}}}}}"),
                        "a"))
                .isEqualTo(
                        Json.parseObject(
                                "{\"spec\":{\"secretEncryption\":{\"type\":\"aescbc\",\"aescbc\":{\"activeKey\":{\"name\":\"a\"}}}}}"));
    }

    @Test
    void a_key_service_keeps_its_own_keys() {
        assertThatThrownBy(() -> EncryptionKeys.patch(
                        Json.parseObject("{\"spec\":{\"secretEncryption\":{\"type\":\"kms\"}}}"), "a"))
                .isInstanceOf(InvalidOptionsException.class)
                .hasMessageContaining("spec.secretEncryption.kms");
    }
}
