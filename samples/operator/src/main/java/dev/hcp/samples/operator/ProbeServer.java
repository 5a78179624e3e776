package dev.hcp.samples.operator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hcp.api.HcpException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** {@code /livez}, {@code /readyz} and {@code /metrics} over HTTP. */
final class ProbeServer implements AutoCloseable {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    /** What probes ask. */
    interface Probes {
        /** Whether the process is of use; if not, it is started anew. */
        boolean alive();

        /** Whether the operator follows its cluster. */
        boolean ready();
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    ProbeServer(int port, Probes probes, Supplier<String> metrics) {
        try {
            server = HttpServer.create(new InetSocketAddress(port), 0);
        } catch (IOException e) {
            throw new HcpException(
                    "cannot listen on port " + port + ": " + e.getMessage() + "; choose another by --port", e);
        }
        server.setExecutor(threads);
        server.createContext("/livez", exchange -> tell(exchange, probes.alive()));
        server.createContext("/readyz", exchange -> tell(exchange, probes.ready()));
        server.createContext("/metrics", exchange -> send(exchange, 200, PROMETHEUS, metrics.get()));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void tell(HttpExchange exchange, boolean well) throws IOException {
        send(exchange, well ? 200 : 503, TEXT, well ? "ok" : "not ok");
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
