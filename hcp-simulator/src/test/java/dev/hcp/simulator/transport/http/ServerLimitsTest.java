package dev.hcp.simulator.transport.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.simulator.apiserver.ApiHandler;
import dev.hcp.simulator.apiserver.ApiResponse;
import dev.hcp.simulator.transport.GuestApis;
import dev.hcp.simulator.transport.ServedApis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the server does about clients that want too much of it. */
class ServerLimitsTest {
    private static final ServerSettings PLAIN = new ServerSettings("127.0.0.1", 0, false, "t");
    private static final ServerLimits USUAL = ServerLimits.usual();
    private static final Duration SOON = Duration.ofMillis(100);

    private HttpApiServer server;

    @AfterEach
    void close() {
        server.close();
    }

    private void listen(ServerLimits limits, ApiHandler handler) {
        server = HttpApiServer.listen(PLAIN, limits);
        server.serve(new ServedApis(handler, GuestApis.NONE));
    }

    private static ApiResponse ok() {
        return new ApiResponse.Whole(200, Map.of("Content-Type", List.of("text/plain")), "fine".getBytes(US_ASCII));
    }

    /** One that speaks raw HTTP. */
    private final class Client implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;

        Client() throws IOException {
            URI address = URI.create(server.url());
            socket = new Socket(address.getHost(), address.getPort());
            socket.setSoTimeout(20_000);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        }

        Client send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(US_ASCII));
            return this;
        }

        /** The status line, or null when the connection is closed. */
        String answer() throws IOException {
            return in.readLine();
        }

        String header(String name) throws IOException {
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                if (line.toLowerCase(java.util.Locale.ROOT).startsWith(name + ": ")) {
                    return line.substring(name.length() + 2);
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static String head(String method, String path, String... more) {
        return method + " " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\n" + String.join("", more);
    }

    @Test
    void a_head_that_is_too_large_is_refused() throws IOException {
        listen(USUAL, request -> ok());
        try (Client client = new Client()) {
            assertThat(client.send(head("GET", "/" + "a".repeat(100_000), "\r\n"))
                            .answer())
                    .contains(" 414 ");
        }
        try (Client client = new Client()) {
            assertThat(client.send(head("GET", "/", "X: " + "a".repeat(100_000) + "\r\n\r\n"))
                            .answer())
                    .contains(" 431 ");
        }
    }

    @Test
    void a_connection_without_a_whole_head_is_closed() throws IOException {
        listen(new ServerLimits(10, 10, 1000, SOON, SOON), request -> ok());
        try (Client client = new Client().send("GET / HTTP/1.1\r\nX:")) {
            assertThat(client.answer()).isNull();
        }
    }

    @Test
    void a_body_that_does_not_arrive_is_given_up() throws IOException {
        listen(new ServerLimits(10, 10, 1000, Duration.ofMinutes(1), SOON), request -> ok());
        try (Client client = new Client().send(head("POST", "/", "Content-Length: 100\r\n\r\nabc"))) {
            assertThat(client.answer()).startsWith("HTTP/1.1 504 ");
            assertThat(client.header("connection")).isEqualTo("close");
        }
    }

    @Test
    void too_many_requests_are_told_to_try_again() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(1);
        listen(new ServerLimits(10, 1, 1000, Duration.ofMinutes(1), Duration.ofMinutes(1)), request -> {
            arrived.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return ok();
        });
        String post = head("POST", "/", "Content-Length: 2\r\n\r\n{}");
        try (Client first = new Client().send(post);
                Client second = new Client()) {
            arrived.await();
            assertThat(second.send(post).answer()).startsWith("HTTP/1.1 429 ");
            assertThat(second.header("retry-after")).isEqualTo("1");
            go.countDown();
            assertThat(first.answer()).startsWith("HTTP/1.1 200 ");
        }
        try (Client third = new Client().send(post)) {
            assertThat(third.answer()).as("there is room again").startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void bodies_do_not_fill_the_memory() throws IOException {
        listen(new ServerLimits(10, 10, 1000, Duration.ofMinutes(1), Duration.ofMinutes(1)), request -> ok());
        String tooMuch = head("POST", "/", "Content-Length: 1001\r\n\r\n" + "a".repeat(1001));
        try (Client client = new Client().send(tooMuch)) {
            assertThat(client.answer()).startsWith("HTTP/1.1 429 ");
        }
        String enough = head("POST", "/", "Content-Length: 1000\r\n\r\n" + "a".repeat(1000));
        for (int i = 0; i < 3; i++) {
            try (Client client = new Client().send(enough)) {
                assertThat(client.answer()).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @Test
    void there_are_only_so_many_connections() throws IOException {
        listen(new ServerLimits(1, 10, 1000, Duration.ofMinutes(1), Duration.ofMinutes(1)), request -> ok());
        try (Client first = new Client().send(head("GET", "/", "\r\n"))) {
            assertThat(first.answer()).startsWith("HTTP/1.1 200 ");
            try (Client second = new Client()) {
                assertThat(second.answer()).isNull();
            }
        }
    }
}
