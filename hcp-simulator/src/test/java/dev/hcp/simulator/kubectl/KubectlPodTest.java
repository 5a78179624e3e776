package dev.hcp.simulator.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.pods.Container;
import dev.hcp.simulator.apiserver.pods.ContainerLog;
import dev.hcp.simulator.apiserver.pods.ContainerProcess;
import dev.hcp.simulator.apiserver.pods.ContainerRuntime;
import dev.hcp.simulator.apiserver.pods.GrowingLog;
import dev.hcp.simulator.transport.http.HttpApiServer;
import dev.hcp.simulator.transport.http.ServerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What kubectl shows of what runs in a pod. */
@Tag("kubectl")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlPodTest {
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: db}
            spec:
              nodeName: node-1
              containers: [{name: etcd, image: example.com/etcd:3}]
            """;

    private final Simulator simulator = Simulator.builder().empty().start();
    private final GrowingLog log = new GrowingLog();
    private HttpApiServer server;
    private Kubectl kubectl;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        server = HttpApiServer.listen(ServerSettings.loopback("test-token"));
        server.serve(simulator.served());
        kubectl = new Kubectl(home, server.kubeconfig());
        kubectl.runWith(POD, "create", "-f", "-");
        log.print(simulator.now(), "ready to serve client requests");
        simulator.containers().add(new ContainerRuntime() {
            @Override
            public Optional<ContainerLog> log(Container container) {
                return Optional.of(log);
            }

            @Override
            public Optional<ContainerProcess> exec(Container container, List<String> command) {
                return switch (command.get(0)) {
                    case "etcdctl" -> Optional.of(ContainerProcess.printing(String.join(" ", command) + "\n", 0));
                    case "false" -> Optional.of(ContainerProcess.printing("", 3));
                    case "head" -> Optional.of(new Head());
                    default -> Optional.empty();
                };
            }
        });
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
        simulator.close();
    }

    @Test
    void logs_are_printed_and_followed() throws Exception {
        assertThat(kubectl.run("logs", "db")).isEqualTo("ready to serve client requests\n");
        assertThat(kubectl.run("logs", "db", "--timestamps"))
                .isEqualTo("2025-01-01T00:00:00.000000000Z ready to serve client requests\n");
        try (Kubectl.Following following = kubectl.follow("logs", "-f", "db")) {
            following.lineMatching("ready to serve.*");
            log.print(simulator.now(), "compacted");
            following.lineMatching("compacted");
        }
    }

    @Test
    void a_command_prints_takes_input_and_gives_its_exit_code() {
        assertThat(kubectl.run("exec", "db", "--", "etcdctl", "endpoint", "health"))
                .isEqualTo("etcdctl endpoint health\n");
        assertThat(kubectl.attempt("", "exec", "db", "--", "false"))
                .satisfies(failed -> assertThat(failed.exitCode()).isEqualTo(3))
                .satisfies(failed -> assertThat(failed.err()).contains("command terminated with exit code 3"));
        assertThat(kubectl.runWith("first\nsecond\n", "exec", "-i", "db", "--", "head"))
                .isEqualTo("first\n");
    }

    @Test
    void mistakes_are_explained() {
        assertThat(kubectl.attempt("", "exec", "db", "--", "nonsense").err())
                .contains("\"nonsense\": executable file not found in $PATH");
        assertThat(kubectl.attempt("", "logs", "db", "-c", "nope").err())
                .contains("container nope is not valid for pod db");
    }

    /** Prints what is typed up to the end of the first line. */
    private static final class Head implements ContainerProcess {
        private Console console;

        @Override
        public void start(Console console) {
            this.console = console;
        }

        @Override
        public void input(byte[] bytes) {
            String typed = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
            ContainerProcess.printing(typed.substring(0, typed.indexOf('\n') + 1), 0)
                    .start(console);
        }
    }
}
