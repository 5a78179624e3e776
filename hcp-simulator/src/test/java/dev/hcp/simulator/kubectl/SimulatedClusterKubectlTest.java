package dev.hcp.simulator.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.transport.http.HttpApiServer;
import dev.hcp.simulator.transport.http.ServerSettings;
import dev.hcp.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator of hosted clusters does with kubectl, from the creation of a cluster to its deletion. */
@Tag("kubectl")
@Tag("oracle")
class SimulatedClusterKubectlTest {
    /** Twenty minutes of simulated time per second: a cluster is complete in about as long. */
    private static final double SPEED = 1200;

    private static final String GOLDEN = "golden/hcp-render/";

    @TempDir
    private Path home;

    private Simulator simulator;
    private HttpApiServer server;
    private Kubectl kubectl;

    @BeforeEach
    void start() throws IOException {
        server = HttpApiServer.listen(ServerSettings.loopback("test-token"));
        simulator = Simulator.start();
        simulator.servedAt(server.url(), server.certificateAuthority().orElseThrow());
        server.serve(simulator.served());
        simulator.pace(SPEED);
        kubectl = new Kubectl(home, server.kubeconfig());
    }

    @AfterEach
    void stop() {
        server.close();
        simulator.close();
    }

    @Test
    void what_the_reference_tool_renders_becomes_a_cluster_that_can_be_used_and_deleted() throws Exception {
        String rendered = Files.readString(Shared.path(GOLDEN + "kubevirt-replicas-memory-cores-etcd.yaml"));
        String namespaces = kubectl.run("get", "namespaces", "-o", "name");
        kubectl.run("create", "-f", file("namespace.yaml", documents(rendered, "Namespace")));
        kubectl.run(
                "apply",
                "-f",
                file(
                        "secrets.yaml",
                        documents(Files.readString(Shared.path(GOLDEN + "kubevirt-sensitive.yaml")), "Secret")));
        kubectl.run("apply", "-f", file("cluster.yaml", rendered));

        kubectl.run("wait", "-n", "clusters", "hc/demo", "--for=condition=Available", "--timeout=50s");
        kubectl.run(
                "wait",
                "-n",
                "clusters",
                "hc/demo",
                "--for=jsonpath={.status.version.history[0].state}=Completed",
                "--timeout=50s");
        kubectl.run("wait", "-n", "clusters", "np/demo", "--for=jsonpath={.status.replicas}=2", "--timeout=50s");

        assertThat(kubectl.run("get", "hostedclusters", "-A").lines())
                .satisfiesExactly(
                        head -> assertThat(head)
                                .matches(
                                        "NAMESPACE +NAME +VERSION +KUBECONFIG +PROGRESS +AVAILABLE +PROGRESSING +MESSAGE *"),
                        row -> assertThat(row)
                                .matches(
                                        "clusters +demo +4.17.0 +demo-admin-kubeconfig +Completed +True +False +The hosted"
                                                + " control plane is available *"));
        assertThat(kubectl.run("get", "nodepools", "-A").lines())
                .satisfiesExactly(
                        head -> assertThat(head)
                                .matches(
                                        "NAMESPACE +NAME +CLUSTER +DESIRED NODES +CURRENT NODES +AUTOSCALING +AUTOREPAIR"
                                                + " +VERSION +UPDATINGVERSION +UPDATINGCONFIG +MESSAGE *"),
                        row -> assertThat(row).matches("clusters +demo +demo +2 +2 +False +False +4.17.0 .*"));

        Kubectl guest = guest("clusters", "demo");
        assertThat(guest.run("get", "nodes", "--no-headers").lines())
                .hasSize(2)
                .allMatch(node -> node.matches("demo-\\S+ +Ready +worker .*"));
        assertThat(guest.run("get", "clusterversion", "--no-headers"))
                .matches("version +4\\.17\\.0 +True +False .*\\s*");

        kubectl.run("delete", "-n", "clusters", "hc/demo", "--timeout=50s");
        assertThat(kubectl.run("get", "hc,np,machines,vm", "-A")).isEmpty();
        assertThat(guest.attempt("", "get", "nodes").exitCode()).isNotZero();
        kubectl.run("delete", "namespace", "clusters", "--timeout=50s");
        assertThat(kubectl.run("get", "namespaces", "-o", "name")).isEqualTo(namespaces);
    }

    @Test
    void a_node_pool_is_scaled_patched_watched_and_described() throws Exception {
        String rendered = Files.readString(Shared.path(GOLDEN + "kubevirt-replicas-memory-cores-etcd.yaml"));
        String secrets = Files.readString(Shared.path(GOLDEN + "kubevirt-sensitive.yaml"));
        kubectl.run("apply", "-f", file("all.yaml", rendered + "\n---\n" + documents(secrets, "Secret")));
        kubectl.run("wait", "-n", "clusters", "np/demo", "--for=jsonpath={.status.replicas}=2", "--timeout=50s");

        try (Kubectl.Following watch = kubectl.follow("get", "-n", "clusters", "np", "-w")) {
            watch.lineMatching("demo +demo +2 +2 .*");
            kubectl.run("scale", "-n", "clusters", "nodepool/demo", "--replicas=3");
            watch.lineMatching("demo +demo +3 +3 .*");
        }
        kubectl.run("patch", "-n", "clusters", "np/demo", "--type=merge", "-p", "{\"spec\":{\"replicas\":1}}");
        kubectl.run("wait", "-n", "clusters", "np/demo", "--for=jsonpath={.status.replicas}=1", "--timeout=50s");
        assertThat(guest("clusters", "demo").run("get", "nodes", "-o", "name").lines())
                .hasSize(1);
        assertThat(kubectl.run("describe", "-n", "clusters", "hc", "demo"))
                .contains("Kind:         HostedCluster")
                .containsPattern("Infra ID: +demo-abcde")
                .containsPattern("Type: +Available");
        assertThat(kubectl.run("describe", "-n", "clusters", "np", "demo")).containsPattern("Cluster Name: +demo");
    }

    private Kubectl guest(String namespace, String name) throws IOException {
        String encoded = kubectl.run(
                "get", "secret", "-n", namespace, name + "-admin-kubeconfig", "-o", "jsonpath={.data.kubeconfig}");
        return new Kubectl(home, new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(home.resolve(name), content).toString();
    }

    /** The documents of one kind out of a file of several. */
    private static String documents(String yaml, String kind) {
        return Arrays.stream(yaml.split("(?m)^---$"))
                .filter(document -> document.contains("\nkind: " + kind + "\n"))
                .collect(Collectors.joining("---"));
    }
}
