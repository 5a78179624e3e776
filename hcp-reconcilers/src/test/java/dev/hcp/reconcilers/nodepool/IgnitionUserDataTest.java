package dev.hcp.reconcilers.nodepool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.Test;

class IgnitionUserDataTest {
    private static final IgnitionUserData USER_DATA = new IgnitionUserData(
            "Y2E=", "secret-token", "ignition.example.com", "clusters/workers", "0a1b2c3d", JsonObject.EMPTY);

    @Test
    void a_machine_learns_where_to_fetch_its_configuration_and_with_what_token() {
        assertThat(USER_DATA.tree().toString())
                .isEqualTo("{\"ignition\":{\"config\":{\"merge\":[{\"httpHeaders\":[{\"name\":\"Authorization\","
                        + "\"value\":\"Bearer c2VjcmV0LXRva2Vu\"},{\"name\":\"NodePool\",\"value\":\"clusters/workers\"},"
                        + "{\"name\":\"TargetConfigVersionHash\",\"value\":\"0a1b2c3d\"}],"
                        + "\"source\":\"https://ignition.example.com/ignition\",\"verification\":{}}],"
                        + "\"replace\":{\"verification\":{}}},\"proxy\":{},"
                        + "\"security\":{\"tls\":{\"certificateAuthorities\":[{\"source\":\"data:text/plain;base64,Y2E=\","
                        + "\"verification\":{}}]}},\"timeouts\":{},\"version\":\"3.2.0\"},\"passwd\":{},\"storage\":{},"
                        + "\"systemd\":{}}");
    }

    @Test
    void the_token_does_not_show() {
        assertThat(USER_DATA.toString()).doesNotContain("secret-token");
    }
}
