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
    private static final double FAST = 600;

    @TempDir
    private Path directory;

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
            hcp(management, "destroy", "nodepool", "--name", "extra");
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
