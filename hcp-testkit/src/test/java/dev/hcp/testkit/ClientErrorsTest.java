package dev.hcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hcp.api.HcpException;
import dev.hcp.client.AdmissionRefusedException;
import dev.hcp.client.ConflictException;
import dev.hcp.client.CredentialsRefusedException;
import dev.hcp.client.HcpClient;
import dev.hcp.client.MissingDefinitionsException;
import dev.hcp.client.ObjectRefusedException;
import dev.hcp.client.PermissionDeniedException;
import dev.hcp.client.QuotaExceededException;
import dev.hcp.client.RequestFailedException;
import dev.hcp.client.ResourceNotFoundException;
import dev.hcp.client.UnreachableException;
import dev.hcp.client.WaitInterruptedException;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.access.User;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.transport.http.HttpApiServer;
import dev.hcp.simulator.transport.http.ServerSettings;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a person is told when the management cluster does not do what the client asks. */
class ClientErrorsTest {
    @Test
    void a_server_that_does_not_answer_is_unreachable() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl("http://127.0.0.1:" + port)
                .withRequestRetryBackoffLimit(0)
                .build();
        try (KubernetesClient kubernetes =
                new KubernetesClientBuilder().withConfig(config).build()) {
            assertThatThrownBy(() -> HcpClient.of(kubernetes).hostedClusters())
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageStartingWith("cannot list hosted clusters: the management cluster does not answer (")
                    .hasMessageContaining("check the address in the kubeconfig and the network");
        }
    }

    @Test
    void credentials_that_the_server_does_not_know_are_refused() {
        try (Simulator simulator = Simulator.start();
                HttpApiServer server = HttpApiServer.listen(ServerSettings.loopback("secret"))) {
            server.serve(simulator.served());
            Config config = Config.fromKubeconfig(server.kubeconfig());
            config.setOauthToken("wrong");
            config.setAutoOAuthToken("wrong");
            config.setClientCertData(null);
            config.setClientKeyData(null);
            try (KubernetesClient kubernetes =
                    new KubernetesClientBuilder().withConfig(config).build()) {
                assertThatThrownBy(() -> HcpClient.of(kubernetes).hostedClusters())
                        .isInstanceOf(CredentialsRefusedException.class)
                        .hasMessageContaining("log in again")
                        .hasMessageNotContaining("wrong");
            }
        }
    }

    @Test
    void a_user_without_a_role_is_told_that_one_is_needed() {
        try (Simulator simulator = Simulator.builder().roleBasedAccess().start()) {
            User alice = User.authenticated("alice", "1001", List.of("dev"), Map.of());
            try (KubernetesClient kubernetes = simulator.transport().as(alice).client()) {
                assertThatThrownBy(() -> HcpClient.of(kubernetes).hostedClusters())
                        .isInstanceOf(PermissionDeniedException.class)
                        .hasMessageContaining("alice")
                        .hasMessageContaining("ask for a role that allows it");
            }
        }
    }

    @Test
    void a_cluster_without_HyperShift_is_told_apart_from_one_without_the_object() {
        try (Simulator empty = Simulator.builder().empty().start();
                KubernetesClient kubernetes = empty.kubernetesClient()) {
            HcpClient hcp = HcpClient.of(kubernetes);
            for (Consumer<HcpClient> call : List.<Consumer<HcpClient>>of(
                    HcpClient::hostedClusters,
                    client -> client.hostedCluster("clusters", "demo").get(),
                    client -> client.nodePool("clusters", "demo").get())) {
                assertThatThrownBy(() -> call.accept(hcp))
                        .isInstanceOf(MissingDefinitionsException.class)
                        .hasMessageContaining("install HyperShift first");
            }
        }
        try (Simulator simulator = Simulator.start();
                KubernetesClient kubernetes = simulator.kubernetesClient()) {
            assertThatThrownBy(() -> HcpClient.of(kubernetes)
                            .hostedCluster("clusters", "demo")
                            .get())
                    .isInstanceOf(ResourceNotFoundException.class)
                    .hasMessageContaining("kubectl get hostedclusters -A");
        }
    }

    @Test
    void what_a_server_refuses_is_told_apart_by_what_helps() {
        Map<Fault.CreationRefused, Class<? extends HcpException>> refusals = Map.of(
                refusal(
                        403,
                        "Forbidden",
                        "secrets \"demo-pull-secret\" is forbidden: exceeded quota: small, requested: secrets=1, used:"
                                + " secrets=5, limited: secrets=5"),
                QuotaExceededException.class,
                refusal(403, "Forbidden", "admission webhook \"v.example.com\" denied the request: no"),
                AdmissionRefusedException.class,
                refusal(422, "Invalid", "Secret \"demo-pull-secret\" is invalid: data: Too long"),
                ObjectRefusedException.class,
                refusal(409, "Conflict", "Apply failed with 1 conflict: conflict with \"other\": .data"),
                ConflictException.class,
                refusal(500, "InternalError", "etcdserver: request timed out"),
                RequestFailedException.class);

        refusals.forEach((fault, expected) -> {
            try (Simulator simulator = Simulator.start();
                    KubernetesClient kubernetes = withoutRetries(simulator)) {
                simulator.inject(fault);
                Throwable failure = catchThrowable(() -> demo(HcpClient.of(kubernetes)));

                assertThat(failure).isExactlyInstanceOf(expected).hasMessageContaining(fault.message());
            }
        });
    }

    @Test
    void a_thread_that_is_interrupted_stays_so() {
        try (Simulator simulator = Simulator.start();
                KubernetesClient kubernetes = simulator.kubernetesClient()) {
            HcpClient hcp = HcpClient.of(kubernetes);
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> hcp.hostedCluster("clusters", "demo").awaitAvailable(Duration.ofMinutes(1)))
                    .isInstanceOf(WaitInterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static Fault.CreationRefused refusal(int code, String reason, String message) {
        return new Fault.CreationRefused("", "Secret", code, reason, message);
    }

    private static KubernetesClient withoutRetries(Simulator simulator) {
        Config config = new ConfigBuilder(simulator.transport().config())
                .withRequestRetryBackoffLimit(0)
                .build();
        return new KubernetesClientBuilder()
                .withHttpClientFactory(simulator.httpClientFactory())
                .withConfig(config)
                .build();
    }

    private static void demo(HcpClient hcp) {
        hcp.kubeVirtCluster("clusters", "demo")
                .releaseImage("quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64")
                .pullSecret("{\"auths\":{\"quay.io\":{\"auth\":\"dGVzdDp0ZXN0\"}}}")
                .apply();
    }
}
