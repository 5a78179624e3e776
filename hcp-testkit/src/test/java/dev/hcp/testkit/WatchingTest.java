package dev.hcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.client.HcpClient;
import dev.hcp.client.HostedClusterResource;
import dev.hcp.client.LiveStatus;
import dev.hcp.client.MissingDefinitionsException;
import dev.hcp.client.PermissionDeniedException;
import dev.hcp.client.WaitInterruptedException;
import dev.hcp.client.WaitTimeoutException;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.access.User;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a client waits where time passes by itself: by watching, with one watch for all who wait for a kind. */
@Timeout(120)
class WatchingTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MANY = 1000;

    @Test
    void a_thousand_waits_share_one_watch_of_each_kind() throws Exception {
        try (Simulator simulator = Simulator.builder().withoutHyperShift().start()) {
            CountedRequests counted = new CountedRequests(simulator.transport());
            try (KubernetesClient kubernetes = counted.client()) {
                HcpClient hcp = HcpClient.of(kubernetes);
                List<CompletableFuture<?>> waits = new ArrayList<>();
                for (int i = 0; i < MANY; i++) {
                    String name = "c" + i;
                    String namespace = "team-" + i % 10;
                    waits.add(inBackground(() -> i(name) % 2 == 0
                            ? hcp.hostedCluster(namespace, name).await("appear", cluster -> true, MINUTE)
                            : hcp.nodePool(namespace, name).await("appear", pool -> true, MINUTE)));
                }
                await(() -> counted.watches("hostedclusters").size() == 1
                        && counted.watches("nodepools").size() == 1);
                int requestsWhileWaiting = counted.all().size();

                for (int i = 0; i < MANY; i++) {
                    create(simulator, i % 2 == 0 ? "HostedCluster" : "NodePool", "team-" + i % 10, "c" + i);
                }
                for (CompletableFuture<?> wait : waits) {
                    wait.get(1, TimeUnit.MINUTES);
                }

                assertThat(counted.watches("hostedclusters")).hasSize(1);
                assertThat(counted.watches("nodepools")).hasSize(1);
                assertThat(counted.all().size() - requestsWhileWaiting)
                        .as("requests that waits made after the first look")
                        .isZero();
            }
        }
    }

    @Test
    void a_wait_ends_when_the_object_is_gone() throws Exception {
        try (Simulator simulator = Simulator.builder().withoutHyperShift().start();
                KubernetesClient kubernetes = simulator.kubernetesClient()) {
            HcpClient hcp = HcpClient.of(kubernetes);
            create(simulator, "NodePool", "clusters", "demo");
            CompletableFuture<?> wait = inBackground(() -> {
                hcp.nodePool("clusters", "demo").awaitGone(MINUTE);
                return "gone";
            });
            hcp.nodePool("clusters", "demo").delete();

            assertThat(wait.get(1, TimeUnit.MINUTES)).isEqualTo("gone");
        }
    }

    @Test
    void who_may_not_see_all_namespaces_watches_one() {
        try (Simulator simulator =
                Simulator.builder().roleBasedAccess().withoutHyperShift().start()) {
            namespace(simulator, "clusters");
            JsonObject rule = JsonObject.of(
                    "apiGroups",
                    JsonArray.of("hypershift.openshift.io"),
                    "resources",
                    JsonArray.of("*"),
                    "verbs",
                    JsonArray.of("get", "list", "watch"));
            simulator
                    .objects()
                    .create(
                            simulator.objects().resource("rbac.authorization.k8s.io/v1", "Role"),
                            JsonObject.of("metadata", metadata("clusters", "viewer"), "rules", JsonArray.of(rule)),
                            "test");
            simulator
                    .objects()
                    .create(
                            simulator.objects().resource("rbac.authorization.k8s.io/v1", "RoleBinding"),
                            JsonObject.of(
                                    "metadata",
                                    metadata("clusters", "viewer"),
                                    "roleRef",
                                    JsonObject.of(
                                            "apiGroup", "rbac.authorization.k8s.io", "kind", "Role", "name", "viewer"),
                                    "subjects",
                                    JsonArray.of(JsonObject.of(
                                            "apiGroup", "rbac.authorization.k8s.io", "kind", "User", "name", "alice"))),
                            "test");
            create(simulator, "NodePool", "clusters", "demo");
            CountedRequests counted =
                    CountedRequests.as(simulator.transport(), User.authenticated("alice", "1", List.of(), Map.of()));
            try (KubernetesClient kubernetes = counted.client()) {
                HcpClient hcp = HcpClient.of(kubernetes);

                assertThat(hcp.nodePool("clusters", "demo")
                                .await("appear", pool -> true, MINUTE)
                                .getMetadata()
                                .getName())
                        .isEqualTo("demo");
                assertThat(counted.watches("nodepools")).allMatch(request -> request.contains("/namespaces/clusters/"));
                assertThatThrownBy(() -> hcp.nodePool("other", "demo").await("appear", pool -> true, MINUTE))
                        .isInstanceOf(PermissionDeniedException.class)
                        .hasMessageContaining("alice");
            }
        }
    }

    @Test
    void a_wait_can_be_interrupted_and_can_take_too_long() throws Exception {
        try (Simulator simulator = Simulator.builder().withoutHyperShift().start();
                KubernetesClient kubernetes = simulator.kubernetesClient()) {
            HcpClient hcp = HcpClient.of(kubernetes);
            CompletableFuture<Thread> started = new CompletableFuture<>();
            CompletableFuture<?> wait = inBackground(() -> {
                started.complete(Thread.currentThread());
                hcp.hostedCluster("clusters", "demo").awaitAvailable(MINUTE);
                return "";
            });
            started.get().interrupt();

            assertThatThrownBy(() -> wait.get(1, TimeUnit.MINUTES))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(WaitInterruptedException.class);
            assertThatThrownBy(() -> hcp.hostedCluster("clusters", "demo").awaitAvailable(Duration.ofMillis(50)))
                    .isInstanceOf(WaitTimeoutException.class)
                    .hasMessageContaining("It does not exist.");
        }
    }

    @Test
    void a_wait_on_a_cluster_without_HyperShift_says_so() {
        try (Simulator simulator = Simulator.builder().empty().start()) {
            CountedRequests counted = new CountedRequests(simulator.transport());
            try (KubernetesClient kubernetes = counted.client()) {
                assertThatThrownBy(() -> HcpClient.of(kubernetes)
                                .hostedCluster("clusters", "demo")
                                .awaitAvailable(MINUTE))
                        .isInstanceOf(MissingDefinitionsException.class)
                        .hasMessageContaining("install HyperShift first");
                assertThat(counted.all())
                        .as("an informer, which would log the same, is not started")
                        .allMatch(request -> request.contains("limit=1"));
            }
        }
    }

    @Test
    void a_live_view_outlasts_times_in_which_the_cluster_cannot_be_asked() throws Exception {
        try (Simulator simulator =
                Simulator.builder().roleBasedAccess().withoutHyperShift().start()) {
            create(simulator, "HostedCluster", "clusters", "demo");
            allow(simulator, "alice");
            User alice = User.authenticated("alice", "1", List.of(), Map.of());
            List<String> releases = new CopyOnWriteArrayList<>();
            List<HcpException> problems = new CopyOnWriteArrayList<>();
            try (KubernetesClient administrator = simulator.kubernetesClient();
                    KubernetesClient kubernetes =
                            simulator.transport().as(alice).client();
                    LiveStatus live = HcpClient.of(kubernetes)
                            .hostedCluster("clusters", "demo")
                            .follow(status -> releases.add(status.release()), problems::add)) {
                HostedClusterResource demo = HcpClient.of(administrator).hostedCluster("clusters", "demo");
                await(() -> releases.equals(List.of(Clusters.release("4.17.0"))));

                forbid(administrator);
                release(demo, "4.17.1");
                await(() -> live.problem().isPresent());
                assertThat(live.problem()).containsInstanceOf(PermissionDeniedException.class);
                assertThat(problems).singleElement().isSameAs(live.problem().get());
                allow(simulator, "alice");
                release(demo, "4.17.2");
                await(() -> live.problem().isEmpty());

                await(() -> releases.get(releases.size() - 1).equals(Clusters.release("4.17.2")));
            }
        }
    }

    private static void release(HostedClusterResource cluster, String version) {
        cluster.edit(spec -> spec.toBuilder()
                .release(release -> release.image(Clusters.release(version)))
                .build());
    }

    private static void allow(Simulator simulator, String user) {
        simulator
                .objects()
                .create(
                        simulator.objects().resource("rbac.authorization.k8s.io/v1", "ClusterRoleBinding"),
                        JsonObject.of(
                                "metadata",
                                JsonObject.of("name", "everything"),
                                "roleRef",
                                JsonObject.of(
                                        "apiGroup",
                                        "rbac.authorization.k8s.io",
                                        "kind",
                                        "ClusterRole",
                                        "name",
                                        "cluster-admin"),
                                "subjects",
                                JsonArray.of(JsonObject.of(
                                        "apiGroup", "rbac.authorization.k8s.io", "kind", "User", "name", user))),
                        "test");
    }

    private static void forbid(KubernetesClient administrator) {
        administrator.rbac().clusterRoleBindings().withName("everything").delete();
    }

    private static int i(String name) {
        return Integer.parseInt(name.substring(1));
    }

    private static JsonObject metadata(String namespace, String name) {
        return JsonObject.of("name", name, "namespace", namespace);
    }

    private static void create(Simulator simulator, String kind, String namespace, String name) {
        JsonObject spec = kind.equals("NodePool")
                ? JsonObject.of(
                        "clusterName",
                        "demo",
                        "management",
                        JsonObject.of("upgradeType", "Replace"),
                        "platform",
                        JsonObject.of("type", "None"),
                        "release",
                        JsonObject.of("image", Clusters.release("4.17.0")),
                        "replicas",
                        0L)
                : JsonObject.of(
                        "networking",
                        JsonObject.of("clusterNetwork", JsonArray.of(JsonObject.of("cidr", "10.132.0.0/14"))),
                        "platform",
                        JsonObject.of("type", "None"),
                        "pullSecret",
                        JsonObject.of("name", "pull"),
                        "release",
                        JsonObject.of("image", Clusters.release("4.17.0")),
                        "services",
                        JsonArray.EMPTY,
                        "sshKey",
                        JsonObject.EMPTY);
        namespace(simulator, namespace);
        simulator
                .objects()
                .create(
                        simulator.objects().resource("hypershift.openshift.io/v1beta1", kind),
                        JsonObject.of("metadata", metadata(namespace, name), "spec", spec),
                        "test");
    }

    private static void namespace(Simulator simulator, String name) {
        Objects objects = simulator.objects();
        if (objects.get(objects.resource("v1", "Namespace"), "", name).isEmpty()) {
            objects.create(
                    objects.resource("v1", "Namespace"),
                    JsonObject.of("metadata", JsonObject.of("name", name)),
                    "test");
        }
    }

    private static void await(Supplier<Boolean> condition) throws InterruptedException {
        long deadline = System.nanoTime() + MINUTE.toNanos();
        while (!condition.get() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(condition.get()).isTrue();
    }

    /** A thread of its own with a small stack. */
    private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        result.complete(work.get());
                    } catch (RuntimeException e) {
                        result.completeExceptionally(e);
                    }
                },
                "wait",
                256 * 1024L);
        thread.setDaemon(true);
        thread.start();
        return result;
    }
}
