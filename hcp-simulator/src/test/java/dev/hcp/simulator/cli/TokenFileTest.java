package dev.hcp.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import dev.hcp.simulator.apiserver.access.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of bearer tokens. */
class TokenFileTest {
    @TempDir
    private Path directory;

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("tokens.csv"), content);
    }

    @Test
    void each_line_is_a_token_with_its_user() throws IOException {
        Path file = file("t1,alice,1001,\"developers,testers\"\n\nt2,bob,1002\nt3,root,0,system:masters\n");
        assertThat(TokenFile.read(file))
                .isEqualTo(Map.of(
                        "t1",
                        User.authenticated("alice", "1001", List.of("developers", "testers"), Map.of()),
                        "t2",
                        User.authenticated("bob", "1002", List.of(), Map.of()),
                        "t3",
                        User.authenticated("root", "0", List.of("system:masters"), Map.of())));
    }

    @Test
    void what_is_wrong_is_told_without_the_token() throws IOException {
        Path file = file("good,alice,1\ns3cret,bob\n");
        assertThatThrownBy(() -> TokenFile.read(file))
                .isInstanceOf(HcpException.class)
                .hasMessageContaining("line 2: there have to be a token, a user and a uid")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> TokenFile.read(directory.resolve("none")))
                .hasMessageContaining("there is no such directory or file");
    }
}
