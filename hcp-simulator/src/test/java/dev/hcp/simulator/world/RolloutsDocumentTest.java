package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/rollouts.md} to what the simulator does; {@code -Dhcp.docs.write=true} writes it. */
class RolloutsDocumentTest {
    @Test
    void the_page_shows_what_the_simulator_does() throws IOException {
        String page = RolloutsDocument.markdown();
        if (Boolean.getBoolean("hcp.docs.write")) {
            Files.writeString(RolloutsDocument.PAGE, page);
        }
        assertThat(Files.readString(RolloutsDocument.PAGE))
                .as("the rollouts have changed; write the page anew with -Dhcp.docs.write=true")
                .isEqualTo(page);
    }
}
