package dev.hcp.reconcilers.operator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** An image registry on the loopback interface, with as much of the distribution API as reading takes. */
final class TestRegistry implements AutoCloseable {
    static final String USER = "puller";
    static final String PASSWORD = "secret";

    /** How it lets people in. */
    enum Door {
        OPEN,
        PASSWORD,
        TOKEN
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
    final List<String> requests = new CopyOnWriteArrayList<>();
    volatile Door door = Door.OPEN;
    /** What it answers to everything, if that is not 0. */
    volatile int failure;
    /** Whether it stops in the middle of blobs. */
    volatile boolean stalls;
    /** Whether blobs are elsewhere. */
    volatile boolean redirects;

    TestRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    static String pullSecret(String host) {
        String auth = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return "{\"auths\": {\"" + host + "\": {\"auth\": \"" + auth + "\"}}}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            requests.add(
                    path + (authorization == null ? "" : " " + authorization.split(" ", 2)[0]));
            if (path.equals("/token")) {
                boolean known = isPassword(authorization);
                send(exchange, known ? 200 : 401, "{\"token\": \"given\"}".getBytes(StandardCharsets.UTF_8));
            } else if (path.startsWith("/elsewhere/")) {
                send(exchange, authorization == null ? 200 : 400, contents.get(path.substring("/elsewhere".length())));
            } else if (!isLetIn(authorization)) {
                exchange.getResponseHeaders()
                        .add(
                                "WWW-Authenticate",
                                door == Door.TOKEN
                                        ? "Bearer realm=\"http://" + host() + "/token\",service=\"test\","
                                                + "scope=\"repository:ocp/release:pull\""
                                        : "Basic realm=\"test\"");
                send(exchange, 401, new byte[0]);
            } else if (failure != 0) {
                send(exchange, failure, "{\"errors\": []}".getBytes(StandardCharsets.UTF_8));
            } else if (redirects && path.contains("/blobs/")) {
                exchange.getResponseHeaders().add("Location", "/elsewhere" + path);
                send(exchange, 307, new byte[0]);
            } else if (stalls && path.contains("/blobs/")) {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                awaitTheEnd();
            } else {
                byte[] content = contents.get(path);
                send(exchange, content == null ? 404 : 200, content == null ? new byte[0] : content);
            }
        }
    }

    /** Until it is closed. */
    private static void awaitTheEnd() {
        try {
            new java.util.concurrent.CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isLetIn(String authorization) {
        return switch (door) {
            case OPEN -> true;
            case PASSWORD -> isPassword(authorization);
            case TOKEN -> "Bearer given".equals(authorization);
        };
    }

    private static boolean isPassword(String authorization) {
        String right = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return ("Basic " + right).equals(authorization);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] bytes(JsonObject object) {
        return Json.write(object).getBytes(StandardCharsets.UTF_8);
    }

    String blob(String repository, byte[] content) {
        String digest = digest(content);
        contents.put("/v2/" + repository + "/blobs/" + digest, content);
        return digest;
    }

    /** Puts something that is not what its digest says. */
    void replace(String repository, String digest, byte[] content) {
        contents.put("/v2/" + repository + "/blobs/" + digest, content);
    }

    private String manifest(String repository, JsonObject manifest, String tag) {
        byte[] content = bytes(manifest);
        String digest = digest(content);
        contents.put("/v2/" + repository + "/manifests/" + digest, content);
        contents.put("/v2/" + repository + "/manifests/" + tag, content);
        return digest;
    }

    /** An image with a configuration and layers; its digest. */
    String image(String repository, String tag, JsonObject configuration, byte[]... layers) {
        JsonArray all = JsonArray.of();
        for (byte[] layer : layers) {
            all = JsonArray.copyOf(java.util.stream.Stream.concat(
                            all.stream(), java.util.stream.Stream.of(JsonObject.of("digest", blob(repository, layer))))
                    .toList());
        }
        return manifest(
                repository,
                JsonObject.of(
                        "schemaVersion",
                        2,
                        "config",
                        JsonObject.of("digest", blob(repository, bytes(configuration))),
                        "layers",
                        all),
                tag);
    }

    /** A list of images of many architectures; its digest. */
    String list(String repository, String tag, Map<String, String> digestByArchitecture) {
        List<JsonObject> manifests = digestByArchitecture.entrySet().stream()
                .map(entry -> JsonObject.of(
                        "digest", entry.getValue(), "platform", JsonObject.of("architecture", entry.getKey())))
                .toList();
        return manifest(repository, JsonObject.of("schemaVersion", 2, "manifests", JsonArray.copyOf(manifests)), tag);
    }

    /** A layer with files, compressed. */
    static byte[] layer(Map<String, String> files) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
                byte[] header = new byte[512];
                put(header, 0, file.getKey());
                put(header, 124, String.format("%011o", content.length));
                put(header, 257, "ustar");
                out.write(header);
                out.write(content);
                out.write(new byte[(512 - content.length % 512) % 512]);
            }
            out.write(new byte[1024]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private static String digest(byte[] content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
