package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.pods.Container;
import dev.hcp.simulator.apiserver.pods.ContainerLog;
import dev.hcp.simulator.apiserver.pods.ContainerProcess;
import dev.hcp.simulator.apiserver.pods.ContainerRuntime;
import dev.hcp.simulator.apiserver.pods.GrowingLog;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logs, exec and attach, through fabric8's client, of containers whose programs the test plays. */
class PodConnectionsTest {
    private final Simulator simulator = Simulator.builder().empty().start();
    private final KubernetesClient client = simulator.kubernetesClient();
    private final GrowingLog log = new GrowingLog();

    @BeforeEach
    void a_pod_on_a_node_with_a_database_in_it() {
        client.resource(new PodBuilder()
                        .withNewMetadata()
                        .withNamespace("default")
                        .withName("db")
                        .endMetadata()
                        .withNewSpec()
                        .withNodeName("node-1")
                        .addNewContainer()
                        .withName("etcd")
                        .withImage("example.com/etcd:3")
                        .endContainer()
                        .endSpec()
                        .build())
                .create();
        simulator.containers().add(new ContainerRuntime() {
            @Override
            public Optional<ContainerLog> log(Container container) {
                return container.name().equals("etcd") ? Optional.of(log) : Optional.empty();
            }

            @Override
            public Optional<ContainerProcess> exec(Container container, List<String> command) {
                return switch (command.get(0)) {
                    case "etcdctl" -> Optional.of(ContainerProcess.printing("healthy: " + command.get(1) + "\n", 0));
                    case "false" ->
                        Optional.of(console -> {
                            console.complain("no\n".getBytes(StandardCharsets.UTF_8));
                            console.exit(3);
                        });
                    case "cat" -> Optional.of(new Cat());
                    default -> Optional.empty();
                };
            }
        });
    }

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    private PodResource pod() {
        return client.pods().inNamespace("default").withName("db");
    }

    @Test
    void a_log_is_read_whole_or_in_part() {
        log.print(Instant.parse("2025-01-01T00:00:00Z"), "one");
        log.print(Instant.parse("2025-01-01T00:00:01Z"), "two");
        log.print(Instant.parse("2025-01-01T00:00:02.5Z"), "three");

        assertThat(pod().getLog()).isEqualTo("one\ntwo\nthree\n");
        assertThat(pod().tailingLines(1).getLog()).isEqualTo("three\n");
        assertThat(pod().limitBytes(5).getLog()).isEqualTo("one\nt");
        assertThat(pod().sinceTime("2025-01-01T00:00:01Z").getLog()).isEqualTo("two\nthree\n");
        assertThat(pod().usingTimestamps().tailingLines(1).getLog())
                .isEqualTo("2025-01-01T00:00:02.500000000Z three\n");
    }

    @Test
    void a_followed_log_grows_until_the_container_ends() throws Exception {
        log.print(simulator.now(), "before");
        try (var watch = pod().watchLog();
                BufferedReader lines = new BufferedReader(new InputStreamReader(watch.getOutput()))) {
            assertThat(lines.readLine()).isEqualTo("before");
            log.print(simulator.now(), "after");
            assertThat(lines.readLine()).isEqualTo("after");
            log.end();
            assertThat(lines.readLine()).isNull();
        }
    }

    @Test
    void a_command_prints_and_ends() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExecWatch exec = pod().writingOutput(out).exec("etcdctl", "endpoint")) {
            assertThat(exec.exitCode().get(20, TimeUnit.SECONDS)).isZero();
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("healthy: endpoint\n");
    }

    @Test
    void the_exit_code_of_a_command_reaches_the_client() throws Exception {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        try (ExecWatch exec = pod().writingError(errors).exec("false")) {
            assertThat(exec.exitCode().get(20, TimeUnit.SECONDS)).isEqualTo(3);
        }
        assertThat(errors.toString(StandardCharsets.UTF_8)).isEqualTo("no\n");
    }

    @Test
    void what_is_typed_reaches_the_command() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExecWatch exec = pod().readingInput(new ByteArrayInputStream("hello.".getBytes(StandardCharsets.UTF_8)))
                .writingOutput(out)
                .exec("cat")) {
            assertThat(exec.exitCode().get(20, TimeUnit.SECONDS)).isZero();
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("hello.");
    }

    @Test
    void a_program_that_is_not_there_is_an_error_of_the_container() throws Exception {
        try (ExecWatch exec = pod().redirectingOutput().exec("nonsense")) {
            assertThat(exec.exitCode().get(20, TimeUnit.SECONDS)).isEqualTo(-1);
        }
    }

    @Test
    void a_container_has_to_exist_and_a_pod_to_have_a_node() {
        assertThatThrownBy(() -> pod().inContainer("nope").getLog())
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("container nope is not valid for pod db");
        TestServer server = new TestServer();
        server.post(
                "/api/v1/namespaces/default/pods",
                "{\"metadata\":{\"name\":\"p\"},\"spec\":{\"containers\":["
                        + "{\"name\":\"a\",\"image\":\"i\"},{\"name\":\"b\",\"image\":\"i\"}]}}");
        assertThat(server.get("/api/v1/namespaces/default/pods/p/log").body().text("message"))
                .isEqualTo("a container name must be specified for pod p, choose one of: [a b]");
        assertThat(server.get("/api/v1/namespaces/default/pods/p/log?container=a")
                        .text())
                .isEmpty();
        assertThat(server.get("/api/v1/namespaces/default/pods/p/exec?container=a&command=x&stdout=true")
                        .body()
                        .text("message"))
                .isEqualTo("pod p does not have a host assigned");
        assertThat(server.get("/api/v1/namespaces/default/pods/p/log?container=a&tailLines=-1")
                        .body()
                        .text("message"))
                .isEqualTo(
                        "PodLogOptions \"p\" is invalid: tailLines: Invalid value: -1: must be greater than or equal to 0");
    }

    /** Repeats what is typed until a full stop. */
    private static final class Cat implements ContainerProcess {
        private ContainerProcess.Console console;

        @Override
        public void start(Console console) {
            this.console = console;
        }

        @Override
        public void input(byte[] bytes) {
            console.print(bytes);
            if (new String(bytes, StandardCharsets.UTF_8).endsWith(".")) {
                console.exit(0);
            }
        }
    }
}
