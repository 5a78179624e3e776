package dev.hcp.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.hypershift.HostedCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program against a management cluster behind a port, whose time runs fast. */
class EndToEndTest {
    private static final String RELEASE = "quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64";
    private static final String NEWER = "quay.io/openshift-release-dev/ocp-release:4.17.1-x86_64";
    private static final double FAST = 600;

    @TempDir
    private Path directory;

    @Test
    void a_cluster_is_paused_restarted_dumped_and_found_to_be_at_fault() throws IOException {
        try (ServedSimulator management = ServedSimulator.start(directory)) {
            management.simulator().pace(FAST);
            Path secret = Files.writeString(
                    directory.resolve("pull.json"), "{\"auths\":{\"quay.io\":{\"auth\":\"dGVzdDp0ZXN0\"}}}");
            hcp(
                    management,
                    "create",
                    "cluster",
                    "kubevirt",
                    "--name",
                    "demo",
                    "--pull-secret",
                    secret.toString(),
                    "--release-image",
                    RELEASE,
                    "--node-pool-replicas",
                    "1");

            assertThat(hcp(management, "pause", "demo", "--output", "yaml").out())
                    .contains("pausedUntil: \"true\"");
            assertThat(hcp(management, "resume", "demo", "--output", "yaml").out())
                    .doesNotContain("pausedUntil");
            assertThat(hcp(management, "restart", "demo").out()).contains("restart date");
            assertThat(hcp(management, "autoscale", "nodepool", "demo", "--min", "1", "--max", "3", "-o", "json")
                            .out())
                    .contains("\"max\":3");
            assertThat(hcp(
                                    management,
                                    "dump",
                                    "demo",
                                    "--dir",
                                    directory.resolve("dump").toString())
                            .out())
                    .contains("files in");
            assertThat(directory.resolve("dump")).isNotEmptyDirectory();

            Map<String, String> environment =
                    Map.of("KUBECONFIG", management.kubeconfig().toString());
            Run wrong = Run.in(environment, "pause", "demo", "--until", "tomorrow");
            assertThat(wrong.code()).isEqualTo(ExitCodes.USAGE);
            assertThat(wrong.err()).contains("--until tomorrow is no time");
            assertThat(Run.in(environment, "status", "nobody").code()).isEqualTo(ExitCodes.NOT_FOUND);
            assertThat(Run.in(environment, "diagnose", "demo").out()).contains("demo");
        }
    }

    private Run hcp(ServedSimulator management, String... arguments) {
        Run run = Run.in(Map.of("KUBECONFIG", management.kubeconfig().toString()), arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    @Test
    void clusters_are_created_grown_looked_into_and_destroyed() throws IOException {
        Path secret = Files.writeString(
                directory.resolve("pull.json"), "{\"auths\":{\"quay.io\":{\"auth\":\"dGVzdDp0ZXN0\"}}}");
        try (ServedSimulator management = ServedSimulator.start(directory)) {
            management.addNamespace("agents");
            management.simulator().pace(FAST);
            hcp(
                    management,
                    "create",
                    "cluster",
                    "kubevirt",
                    "--name",
                    "demo",
                    "--pull-secret",
                    secret.toString(),
                    "--release-image",
                    RELEASE,
                    "--node-pool-replicas",
                    "1",
                    "--wait",
                    "--timeout",
                    "2m");
            hcp(management, "create", "nodepool", "kubevirt", "--cluster-name", "demo", "--name", "extra");
            hcp(management, "scale", "nodepool", "demo", "--replicas", "2");
            assertThat(hcp(management, "upgrade", "demo", "--to", NEWER, "--dry-run")
                            .out())
                    .contains("4.17.0", "4.17.1");
            hcp(management, "upgrade", "demo", "--to", NEWER, "--wait", "2m");
            assertThat(hcp(management, "get", "clusters").out()).contains("demo", "4.17.1", "Completed");
            assertThat(hcp(management, "get", "nodepools", "--output", "json").out())
                    .contains("\"version\":\"4.17.1\"");
            assertThat(hcp(management, "status", "demo").out()).contains("demo", "4.17.1", "extra");
            assertThat(hcp(management, "create", "kubeconfig", "--name", "demo").out())
                    .contains("kind: Config");
            hcp(
                    management,
                    "create",
                    "cluster",
                    "agent",
                    "--name",
                    "metal",
                    "--pull-secret",
                    secret.toString(),
                    "--release-image",
                    RELEASE,
                    "--agent-namespace",
                    "agents");
            hcp(
                    management,
                    "create",
                    "cluster",
                    "none",
                    "--name",
                    "bare",
                    "--pull-secret",
                    secret.toString(),
                    "--release-image",
                    RELEASE,
                    "--external-api-server-address",
                    "api.example.com");
            hcp(management, "destroy", "nodepool", "--name", "extra");
            hcp(management, "destroy", "cluster", "none", "--name", "bare", "--cluster-grace-period", "2m");
            hcp(management, "destroy", "cluster", "kubevirt", "--name", "demo", "--cluster-grace-period", "2m");
            hcp(management, "destroy", "cluster", "agent", "--name", "metal", "--cluster-grace-period", "2m");

            assertThat(management
                            .simulator()
                            .kubernetesClient()
                            .resources(HostedCluster.class)
                            .inAnyNamespace()
                            .list()
                            .getItems())
                    .isEmpty();
        }
    }
}
