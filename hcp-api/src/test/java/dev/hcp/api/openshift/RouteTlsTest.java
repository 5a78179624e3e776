package dev.hcp.api.openshift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouteTlsTest {
    @Test
    void a_private_key_is_not_printed() {
        RouteTls tls = RouteTls.builder().termination("edge").key("very secret").build();
        assertThat(tls.toString()).contains("edge").doesNotContain("very secret");
    }
}
