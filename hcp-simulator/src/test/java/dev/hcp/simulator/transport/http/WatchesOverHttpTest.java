package dev.hcp.simulator.transport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.ApiServer;
import dev.hcp.simulator.apiserver.ApiServerOptions;
import dev.hcp.simulator.apiserver.Identifiers;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.transport.GuestApis;
import dev.hcp.simulator.transport.ServedApis;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An API server behind a real socket: clients that are slow, and clients that are early. */
class WatchesOverHttpTest {
    private static final String TOKEN = "token";
    private static final int HISTORY = 50;

    private final ApiServer api =
            new ApiServer(ApiServerOptions.of(() -> Instant.ofEpochSecond(1_700_000_000L), Identifiers.seeded(1))
                    .withHistoryLimit(HISTORY));
    private final Objects objects = api.objects();
    private final ResourceType configMaps = objects.resource("v1", "ConfigMap");
    private final HttpApiServer server = HttpApiServer.listen(new ServerSettings("127.0.0.1", 0, false, TOKEN));
    private final HttpClient client = HttpClient.newHttpClient();

    {
        server.serve(new ServedApis(api, GuestApis.NONE));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private JsonObject map(String name, String content) {
        return JsonObject.of(
                "metadata", JsonObject.of("name", name, "namespace", "default"), "data", JsonObject.of("k", content));
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
    }

    @Test
    void a_client_that_does_not_read_is_cut_off_and_holds_nobody_up() throws Exception {
        URI address = URI.create(server.url());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("GET /api/v1/configmaps?watch=1 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + TOKEN
                                    + "\r\n\r\n")
                            .getBytes(UTF_8));
            InputStream in = socket.getInputStream();
            assertThat(in.read()).as("the watch has begun").isEqualTo('H');

            objects.create(configMaps, map("large", ""), "test");
            int written = 0;
            for (int i = 0; i < 4 * HISTORY; i++) {
                objects.update(configMaps, null, map("large", i + "x".repeat(500_000)), "test");
                written++;
            }
            assertThat(written).isEqualTo(4 * HISTORY);

            long read = 0;
            byte[] buffer = new byte[1 << 16];
            boolean open = true;
            while (open) {
                int count;
                try {
                    count = in.read(buffer);
                } catch (java.net.SocketException reset) {
                    count = -1;
                }
                open = count >= 0;
                read += Math.max(0, count);
            }
            assertThat(read).as("what was on its way before the end").isLessThan(4L * HISTORY * 500_000);
        }
    }

    @Test
    void a_read_of_a_revision_to_come_is_answered_when_it_has_come() throws Exception {
        long next = objects.revision() + 1;
        CompletableFuture<HttpResponse<String>> early = client.sendAsync(
                request("/api/v1/namespaces/default/configmaps?resourceVersion=" + next),
                HttpResponse.BodyHandlers.ofString());
        // Other requests are answered meanwhile, by the same event loops.
        for (int i = 0; i < 8; i++) {
            assertThat(client.send(request("/version"), HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(early).isNotDone();
        objects.create(configMaps, map("awaited", ""), "test");
        HttpResponse<String> response = early.get(10, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("awaited");
    }

    @Test
    void a_read_of_a_revision_that_does_not_come_is_refused_after_three_seconds() throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> response = client.send(
                request("/api/v1/namespaces/default/configmaps?resourceVersion=99999999"),
                HttpResponse.BodyHandlers.ofString());
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isGreaterThanOrEqualTo(2900);
        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(response.headers().firstValue("retry-after")).contains("1");
        assertThat(response.body()).contains("Too large resource version: 99999999");
    }
}
