package dev.hcp.simulator.transport.inprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.simulator.apiserver.ApiHandler;
import dev.hcp.simulator.apiserver.ApiRequest;
import dev.hcp.simulator.apiserver.ApiResponse;
import dev.hcp.simulator.transport.GuestApis;
import dev.hcp.simulator.transport.ScriptedFrames;
import dev.hcp.simulator.transport.ServedApis;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The transport over an API server that answers as the test says. */
class InProcessTransportTest {
    private final List<ApiRequest> requests = new CopyOnWriteArrayList<>();
    private final List<ScriptedFrames> watches = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void a_request_reaches_the_api_server_as_the_client_made_it() {
        KubernetesClient client = transport(request -> ok("{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\"}"))
                .client();
        client.configMaps()
                .inNamespace("a")
                .withLabelIn("tier", "x", "y")
                .withField("metadata.name", "b")
                .list();
        ApiRequest request = requests.get(0);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/api/v1/namespaces/a/configmaps");
        assertThat(request.parameter("labelSelector")).contains("tier in (x,y)");
        assertThat(request.parameter("fieldSelector")).contains("metadata.name=b");
        assertThat(request.header("user-agent"))
                .hasValueSatisfying(agent -> assertThat(agent).startsWith("fabric8"));
        assertThat(request.body()).isEmpty();
    }

    @Test
    void a_body_and_its_content_type_are_passed_on_and_the_answer_is_decoded() {
        KubernetesClient client = transport(request -> new ApiResponse.Whole(201, Map.of(), request.body()))
                .client();
        ConfigMap created = client.resource(configMap("one")).create();
        assertThat(created).isEqualTo(configMap("one"));
        assertThat(requests.get(0).method()).isEqualTo("POST");
        assertThat(requests.get(0).header("content-type")).contains("application/json");
    }

    @Test
    void a_status_becomes_the_clients_exception() {
        KubernetesClient client = transport(request -> ServedApis.failure(409, "Conflict", "the object has changed"))
                .client();
        assertThatThrownBy(() -> client.resource(configMap("one")).create())
                .isInstanceOfSatisfying(KubernetesClientException.class, e -> {
                    assertThat(e.getCode()).isEqualTo(409);
                    assertThat(e.getStatus().getReason()).isEqualTo("Conflict");
                    assertThat(e).hasMessageContaining("the object has changed");
                });
    }

    @Test
    void a_server_error_is_tried_again_by_the_client() {
        KubernetesClient client = transport(request ->
                        requests.size() < 3 ? ServedApis.failure(503, "ServiceUnavailable", "wait") : ok("{}"))
                .client();
        client.getConfiguration().setRequestRetryBackoffInterval(1);
        client.raw("/version");
        assertThat(requests).hasSize(3);
    }

    @Test
    void a_guest_has_a_client_of_its_own() {
        GuestApis guests = new GuestApis() {
            @Override
            public Optional<ApiHandler> find(String namespace, String name) {
                return Optional.of(request -> ok(name + " " + request.path()));
            }

            @Override
            public boolean accepts(String namespace, String name, String token) {
                return false;
            }
        };
        InProcessTransport transport = new InProcessTransport(new ServedApis(request -> ok("management"), guests));
        assertThat(transport.guestClient("clusters", "demo").raw("/version")).isEqualTo("demo /version");
        assertThat(transport.client().raw("/version")).isEqualTo("management");
    }

    @Test
    void a_large_body_read_as_a_stream_is_whole() throws Exception {
        byte[] large = "x".repeat(3_000_000).getBytes(StandardCharsets.UTF_8);
        HttpClient client = transport(request -> new ApiResponse.Whole(200, Map.of(), large))
                .newBuilder()
                .build();
        HttpRequest request = client.newHttpRequestBuilder()
                .uri(InProcessTransport.MASTER_URL + "/large")
                .build();
        try (InputStream stream = client.sendAsync(request, InputStream.class)
                .get(10, TimeUnit.SECONDS)
                .body()) {
            assertThat(stream.readAllBytes()).isEqualTo(large);
        }
    }

    @Test
    void a_watch_delivers_each_frame_in_order() throws Exception {
        KubernetesClient client = transport(this::watchable).client();
        try (Watch watch = client.configMaps().inNamespace("a").watch(new Recorder())) {
            for (int i = 0; i < 500; i++) {
                watches.get(0).emit(event("ADDED", "cm-" + i));
            }
            for (int i = 0; i < 500; i++) {
                assertThat(next()).isEqualTo("ADDED cm-" + i);
            }
        }
        assertThat(next()).isEqualTo("closed");
        awaitClosed(watches.get(0));
    }

    @Test
    void a_watch_that_the_server_ends_is_opened_again_where_it_stopped() throws Exception {
        KubernetesClient client = transport(this::watchable).client();
        client.getConfiguration().setWatchReconnectInterval(1);
        try (Watch watch = client.configMaps().inNamespace("a").watch(new Recorder())) {
            watches.get(0).emit(event("ADDED", "one"));
            assertThat(next()).isEqualTo("ADDED one");
            watches.get(0).end();
            while (watches.size() < 2) {
                Thread.onSpinWait();
            }
            watches.get(1).emit(event("MODIFIED", "one"));
            assertThat(next()).isEqualTo("MODIFIED one");
            assertThat(requests.get(1).parameter("resourceVersion")).contains("7");
        }
    }

    @Test
    void a_watch_over_plain_http_works_too() throws Exception {
        InProcessTransport transport = transport(this::watchable);
        Config config =
                new ConfigBuilder(transport.config()).withOnlyHttpWatches(true).build();
        KubernetesClient client = new KubernetesClientBuilder()
                .withHttpClientFactory(transport)
                .withConfig(config)
                .build();
        try (Watch watch = client.configMaps().inNamespace("a").watch(new Recorder())) {
            watches.get(0).emit(event("ADDED", "one"));
            watches.get(0).emit(event("DELETED", "one"));
            assertThat(next()).isEqualTo("ADDED one");
            assertThat(next()).isEqualTo("DELETED one");
        }
        assertThat(next()).isEqualTo("closed");
        awaitClosed(watches.get(0));
    }

    @Test
    void a_refused_watch_says_why() {
        KubernetesClient client = transport(request -> ServedApis.failure(403, "Forbidden", "not yours"))
                .client();
        assertThatThrownBy(() -> client.configMaps().inNamespace("a").watch(new Recorder()))
                .isInstanceOfSatisfying(KubernetesClientException.class, e -> assertThat(e.getCode())
                        .isEqualTo(403));
    }

    @Test
    void closing_the_client_ends_its_watches_and_refuses_requests() {
        KubernetesClient client = transport(this::watchable).client();
        client.configMaps().inNamespace("a").watch(new Recorder());
        client.close();
        awaitClosed(watches.get(0));
        assertThatThrownBy(() -> client.configMaps().inNamespace("a").list())
                .rootCause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void a_test_may_decide_when_events_arrive() throws Exception {
        List<Runnable> pending = new ArrayList<>();
        InProcessTransport transport = new InProcessTransport(new ServedApis(this::watchable, GuestApis.NONE), task -> {
            synchronized (pending) {
                pending.add(task);
            }
        });
        try (Watch watch = transport.client().configMaps().inNamespace("a").watch(new Recorder())) {
            watches.get(0).emit(event("ADDED", "one"));
            assertThat(heard).isEmpty();
            new ArrayList<>(pending).forEach(Runnable::run);
            assertThat(next()).isEqualTo("ADDED one");
        }
    }

    private ApiResponse watchable(ApiRequest request) {
        assertThat(request.parameter("watch")).contains("true");
        ScriptedFrames frames = new ScriptedFrames();
        watches.add(frames);
        return new ApiResponse.Stream(200, Map.of(), frames);
    }

    private InProcessTransport transport(ApiHandler handler) {
        ApiHandler recording = request -> {
            requests.add(request);
            return handler.handle(request);
        };
        return new InProcessTransport(new ServedApis(recording, GuestApis.NONE));
    }

    private String next() throws InterruptedException {
        return heard.poll(10, TimeUnit.SECONDS);
    }

    private static void awaitClosed(ScriptedFrames frames) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!frames.isClosed() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(frames.isClosed()).isTrue();
    }

    private static ApiResponse ok(String body) {
        return new ApiResponse.Whole(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String event(String type, String name) {
        return "{\"type\":\"" + type + "\",\"object\":{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":"
                + "{\"name\":\"" + name + "\",\"namespace\":\"a\",\"resourceVersion\":\"7\"}}}";
    }

    private static ConfigMap configMap(String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("a")
                .endMetadata()
                .addToData("key", "välue")
                .build();
    }

    private final class Recorder implements Watcher<ConfigMap> {
        @Override
        public void eventReceived(Action action, ConfigMap resource) {
            heard.add(action + " " + resource.getMetadata().getName());
        }

        @Override
        public void onClose() {
            heard.add("closed");
        }

        @Override
        public void onClose(WatcherException cause) {
            heard.add("closed: " + cause.getMessage());
        }
    }
}
