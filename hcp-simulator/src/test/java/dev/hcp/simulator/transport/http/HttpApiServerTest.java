package dev.hcp.simulator.transport.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import dev.hcp.simulator.apiserver.ApiHandler;
import dev.hcp.simulator.apiserver.ApiRequest;
import dev.hcp.simulator.apiserver.ApiResponse;
import dev.hcp.simulator.transport.GuestApis;
import dev.hcp.simulator.transport.ScriptedFrames;
import dev.hcp.simulator.transport.ServedApis;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server in front of API servers that answer as the test says. */
class HttpApiServerTest {
    private static final String TOKEN = "s3cret: it's";

    private final List<ApiRequest> requests = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final ScriptedFrames frames = new ScriptedFrames();
    private final HttpApiServer server = HttpApiServer.listen(ServerSettings.loopback(TOKEN));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_request_passes_through_without_its_credentials() throws Exception {
        serve(request -> ok("answer"));
        HttpResponse<String> response = send(request("/api/v1/pods?labelSelector=a%3Db&watch")
                .header("User-Agent", "kubectl/v1.32")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("answer");
        assertThat(response.headers().firstValue("x-test")).contains("yes");
        ApiRequest seen = requests.get(0);
        assertThat(seen.method()).isEqualTo("PATCH");
        assertThat(seen.path()).isEqualTo("/api/v1/pods");
        assertThat(seen.query()).containsEntry("labelSelector", List.of("a=b")).containsEntry("watch", List.of(""));
        assertThat(seen.text()).isEqualTo("{}");
        assertThat(seen.header("user-agent")).contains("kubectl/v1.32");
        assertThat(seen.headers()).doesNotContainKey("authorization");
    }

    @Test
    void without_the_token_there_is_only_a_refusal() throws Exception {
        serve(request -> ok("answer"));
        for (String authorization : List.of("", "Bearer wrong", "Basic " + TOKEN)) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + "/api"));
            if (!authorization.isEmpty()) {
                request.header("Authorization", authorization);
            }
            HttpResponse<String> response = send(request);
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.body())
                    .contains("\"kind\":\"Status\"", "\"reason\":\"Unauthorized\"", "\"message\":\"Unauthorized\"");
        }
        assertThat(requests).isEmpty();
    }

    @Test
    void probes_and_the_version_are_open_to_everybody() throws Exception {
        serve(request -> ok("answer"));
        for (String path : List.of("/healthz", "/livez/ping", "/readyz?verbose", "/version")) {
            assertThat(send(HttpRequest.newBuilder(URI.create(server.url() + path)))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(send(HttpRequest.newBuilder(URI.create(server.url() + "/healthzebra")))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void until_it_is_told_what_to_serve_it_is_unavailable() throws Exception {
        assertThat(send(request("/api")).statusCode()).isEqualTo(503);
    }

    @Test
    void a_guest_is_found_by_its_path_and_accepts_its_own_token_only() throws Exception {
        server.serve(new ServedApis(request -> ok("management"), new GuestApis() {
            @Override
            public Optional<ApiHandler> find(String namespace, String name) {
                return Optional.of(request -> ok(name + " " + request.path()));
            }

            @Override
            public boolean accepts(String namespace, String name, String token) {
                return token.equals("guest token");
            }
        }));
        URI guest = URI.create(server.url() + "/guests/clusters/demo/api/v1/nodes");
        assertThat(send(HttpRequest.newBuilder(guest).header("Authorization", "Bearer guest token"))
                        .body())
                .isEqualTo("demo /api/v1/nodes");
        assertThat(send(HttpRequest.newBuilder(guest).header("Authorization", "Bearer " + TOKEN))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_body_beyond_three_mebibytes_is_refused() throws Exception {
        serve(request -> ok("answer"));
        byte[] limit = new byte[3 * 1024 * 1024];
        byte[] beyond = new byte[3 * 1024 * 1024 + 1];
        assertThat(send(request("/api").POST(HttpRequest.BodyPublishers.ofByteArray(limit)))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> refused = send(request("/api").POST(HttpRequest.BodyPublishers.ofByteArray(beyond)));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("Request entity too large: limit is 3145728", "RequestEntityTooLarge");
        HttpResponse<String> chunked = send(
                request("/api").POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(beyond))));
        assertThat(chunked.statusCode()).isEqualTo(413);
    }

    @Test
    void only_a_large_body_is_compressed_and_only_for_who_takes_it() throws Exception {
        String large = "x".repeat(200_000);
        serve(request -> ok(request.path().equals("/large") ? large : "small"));
        HttpRequest asking = request("/large").header("Accept-Encoding", "gzip").build();
        HttpResponse<InputStream> compressed = client().send(asking, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(compressed.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(new String(new GZIPInputStream(compressed.body()).readAllBytes(), UTF_8))
                .isEqualTo(large);
        assertThat(send(request("/large")).body()).isEqualTo(large);
        assertThat(send(request("/small").header("Accept-Encoding", "gzip")).body())
                .isEqualTo("small");
    }

    @Test
    void a_body_in_many_pieces_arrives_whole_plain_and_compressed() throws Exception {
        List<byte[]> pieces = IntStream.range(0, 20_000)
                .mapToObj(i -> ("piece " + i + ",").getBytes(UTF_8))
                .toList();
        String whole = pieces.stream().map(piece -> new String(piece, UTF_8)).collect(Collectors.joining());
        serve(request -> new ApiResponse.Pieces(200, Map.of("X-Test", List.of("yes")), pieces));

        HttpResponse<String> plain = send(request("/api"));
        assertThat(plain.body()).isEqualTo(whole);
        assertThat(plain.headers().firstValueAsLong("content-length")).hasValue(whole.length());
        assertThat(plain.headers().firstValue("x-test")).contains("yes");

        HttpRequest asking = request("/api").header("Accept-Encoding", "gzip").build();
        HttpResponse<InputStream> compressed = client().send(asking, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(compressed.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(new String(new GZIPInputStream(compressed.body()).readAllBytes(), UTF_8))
                .isEqualTo(whole);
    }

    @Test
    void an_encoding_with_a_weight_is_none_that_the_reference_knows() throws Exception {
        serve(request -> ok("x".repeat(200_000)));
        HttpResponse<String> response = send(request("/large").header("Accept-Encoding", "gzip;q=1.0, deflate"));
        assertThat(response.headers().firstValue("content-encoding")).isEmpty();
    }

    @Test
    void every_response_has_the_headers_by_which_requests_are_found_again() throws Exception {
        serve(request -> new ApiResponse.Whole(200, Map.of("Warning", List.of("299 - \"größer\"")), new byte[0]));
        HttpResponse<String> first = send(request("/api"));
        HttpResponse<String> second = send(request("/api"));
        assertThat(first.headers().firstValue("audit-id"))
                .hasValueSatisfying(id -> assertThat(id).hasSize(36))
                .isNotEqualTo(second.headers().firstValue("audit-id"));
        assertThat(first.headers().firstValue("date")).hasValueSatisfying(date -> assertThat(date)
                .matches("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT"));
        assertThat(first.headers().map())
                .containsKeys("x-kubernetes-pf-flowschema-uid", "x-kubernetes-pf-prioritylevel-uid");
        assertThat(first.headers().firstValue("warning"))
                .hasValueSatisfying(warning -> assertThat(new String(warning.getBytes(ISO_8859_1), UTF_8))
                        .isEqualTo("299 - \"größer\""));
        assertThat(send(request("/api").header("Audit-Id", "mine")).headers().firstValue("audit-id"))
                .contains("mine");
    }

    @Test
    void an_api_server_that_throws_gives_an_internal_error() throws Exception {
        serve(request -> {
            throw new IllegalStateException("on purpose");
        });
        HttpResponse<String> response = send(request("/api"));
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("on purpose");
    }

    @Test
    void a_watch_begins_before_its_first_event_and_streams_every_event_at_once() throws Exception {
        serve(request -> new ApiResponse.Stream(200, Map.of(), frames));
        HttpResponse<InputStream> response = client().sendAsync(
                        request("/watch").build(), HttpResponse.BodyHandlers.ofInputStream())
                .get(10, TimeUnit.SECONDS);
        BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8));
        for (int i = 0; i < 100; i++) {
            frames.emit("event " + i);
            assertThat(lines.readLine()).isEqualTo("event " + i);
        }
        frames.end();
        assertThat(lines.readLine()).isNull();
        await(frames::isClosed);
    }

    @Test
    void a_client_that_goes_away_ends_its_watch() throws Exception {
        serve(request -> new ApiResponse.Stream(200, Map.of(), frames));
        HttpResponse<InputStream> response =
                client().send(request("/watch").build(), HttpResponse.BodyHandlers.ofInputStream());
        response.body().close();
        await(frames::isClosed);
    }

    @Test
    void a_client_that_does_not_read_holds_the_events_back() throws Exception {
        serve(request -> new ApiResponse.Stream(200, Map.of(), frames));
        HttpResponse<InputStream> response =
                client().send(request("/watch").build(), HttpResponse.BodyHandlers.ofInputStream());
        String large = "x".repeat(100_000);
        int events = 500;
        for (int i = 0; i < events; i++) {
            frames.emit(large);
        }
        assertThat(frames.waiting()).isPositive();
        frames.end();
        BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8));
        assertThat(lines.lines().filter(large::equals)).hasSize(events);
    }

    @Test
    void a_web_socket_gets_each_event_as_a_message() throws Exception {
        serve(request -> new ApiResponse.Stream(200, Map.of(), frames));
        WebSocket webSocket = client().newWebSocketBuilder()
                .header("Authorization", "Bearer " + TOKEN)
                .buildAsync(URI.create(server.url().replace("https", "wss") + "/watch"), new WebSocket.Listener() {
                    private String text = "";

                    @Override
                    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
                        text += data;
                        if (last) {
                            heard.add(text.strip());
                            text = "";
                        }
                        webSocket.request(1);
                        return null;
                    }

                    @Override
                    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
                        heard.add("closed " + statusCode);
                        return null;
                    }
                })
                .get(10, TimeUnit.SECONDS);
        String large = "x".repeat(1_000_000);
        frames.emit("one");
        frames.emit(large);
        assertThat(next()).isEqualTo("one");
        assertThat(next()).isEqualTo(large);
        frames.end();
        assertThat(next()).isEqualTo("closed 1000");
        webSocket.abort();
    }

    @Test
    void fabric8_connects_with_the_kubeconfig_and_watches() throws Exception {
        serve(request -> request.parameter("watch").isPresent()
                ? new ApiResponse.Stream(200, Map.of(), frames)
                : ok("{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\",\"items\":[]}"));
        try (KubernetesClient client = new KubernetesClientBuilder()
                        .withConfig(Config.fromKubeconfig(server.kubeconfig()))
                        .build();
                Watch watch = client.configMaps().watch(new Watcher<ConfigMap>() {
                    @Override
                    public void eventReceived(Action action, ConfigMap resource) {
                        heard.add(action + " " + resource.getMetadata().getName());
                    }

                    @Override
                    public void onClose(WatcherException cause) {}
                })) {
            assertThat(client.configMaps().list().getItems()).isEmpty();
            assertThat(client.getNamespace()).isEqualTo("default");
            frames.emit("{\"type\":\"ADDED\",\"object\":{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\","
                    + "\"metadata\":{\"name\":\"one\",\"resourceVersion\":\"1\"}}}");
            assertThat(next()).isEqualTo("ADDED one");
        }
        await(frames::isClosed);
    }

    @Test
    void a_taken_port_is_an_error_that_says_what_to_do() {
        int port = URI.create(server.url()).getPort();
        assertThatThrownBy(() -> HttpApiServer.listen(new ServerSettings("127.0.0.1", port, false, TOKEN)))
                .isInstanceOf(HcpException.class)
                .hasMessageContaining("127.0.0.1:" + port)
                .hasMessageContaining("choose another port");
    }

    @Test
    void a_closed_server_has_ended_its_watches_and_freed_its_port() throws Exception {
        serve(request -> new ApiResponse.Stream(200, Map.of(), frames));
        client().send(request("/watch").build(), HttpResponse.BodyHandlers.ofInputStream());
        int port = URI.create(server.url()).getPort();
        server.close();
        await(frames::isClosed);
        HttpApiServer.listen(new ServerSettings("127.0.0.1", port, true, TOKEN)).close();
    }

    @Test
    void nothing_prints_the_token() {
        assertThat(ServerSettings.loopback(TOKEN).toString()).doesNotContain(TOKEN);
    }

    private void serve(ApiHandler handler) {
        server.serve(new ServedApis(
                request -> {
                    requests.add(request);
                    return handler.handle(request);
                },
                GuestApis.NONE));
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(server.url() + pathAndQuery))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Trusts the server's authority and nobody else, and checks that the certificate is for the address. */
    private HttpClient client() throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "ca",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(
                                server.certificateAuthority().orElseThrow().getBytes(UTF_8))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private String next() throws InterruptedException {
        return heard.poll(10, TimeUnit.SECONDS);
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static ApiResponse ok(String body) {
        return new ApiResponse.Whole(200, Map.of("X-Test", List.of("yes")), body.getBytes(UTF_8));
    }
}
