package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.access.Security;
import dev.hcp.simulator.apiserver.access.User;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** An API server and short ways to talk to it. Time stands still unless a test moves it. */
final class TestServer {
    final AtomicLong seconds = new AtomicLong(1_700_000_000L);
    final ApiServer server;
    private final User user;

    TestServer() {
        this(1000);
    }

    TestServer(int historyLimit) {
        this(historyLimit, Security.OPEN);
    }

    private TestServer(int historyLimit, Security security) {
        user = User.ADMINISTRATOR;
        server = new ApiServer(ApiServerOptions.of(() -> Instant.ofEpochSecond(seconds.get()), Identifiers.seeded(7))
                .withHistoryLimit(historyLimit)
                .withSecurity(security));
    }

    private TestServer(TestServer origin, User user) {
        this.server = origin.server;
        this.user = user;
    }

    /** One in which roles decide; requests are the administrator's. */
    static TestServer roleBased() {
        return new TestServer(1000, Security.OPEN.withRoles(true));
    }

    /** The same server as somebody else sees it. */
    TestServer as(User other) {
        return new TestServer(this, other);
    }

    record Answer(int status, Map<String, List<String>> headers, JsonObject body, String text) {
        List<String> warnings() {
            return headers.getOrDefault("Warning", List.of());
        }

        String message() {
            return body.text("message");
        }
    }

    ApiRequest request(String method, String pathAndQuery, Map<String, String> headers, byte[] body) {
        int question = pathAndQuery.indexOf('?');
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (question >= 0) {
            for (String part : pathAndQuery.substring(question + 1).split("&")) {
                int equals = part.indexOf('=');
                String name = decode(equals < 0 ? part : part.substring(0, equals));
                query.computeIfAbsent(name, n -> new ArrayList<>())
                        .add(equals < 0 ? "" : decode(part.substring(equals + 1)));
            }
        }
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("accept", List.of("application/json"));
        all.put("user-agent", List.of("test/1.0"));
        if (body.length > 0) {
            all.put("content-type", List.of("application/json"));
        }
        headers.forEach((name, value) -> all.put(name.toLowerCase(java.util.Locale.ROOT), List.of(value)));
        String path = question < 0 ? pathAndQuery : pathAndQuery.substring(0, question);
        return new ApiRequest(method, path, query, all, body, user);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    Answer send(String method, String path, String body, String... headers) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            map.put(headers[i], headers[i + 1]);
        }
        byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        return answer(server.handle(request(method, path, map, bytes)));
    }

    static Answer answer(ApiResponse response) {
        if (response instanceof ApiResponse.Stream stream) {
            List<Object> events = new ArrayList<>(drain(stream.frames()));
            stream.frames().close();
            return new Answer(200, stream.headers(), JsonObject.of("events", JsonArray.copyOf(events)), "");
        }
        ApiResponse.Whole whole =
                response instanceof ApiResponse.Pieces pieces ? pieces.joined() : (ApiResponse.Whole) response;
        String text = new String(whole.body(), StandardCharsets.UTF_8);
        boolean json =
                whole.headers().getOrDefault("Content-Type", List.of("")).get(0).startsWith("application/json");
        JsonObject body = json && !text.isBlank() ? Json.parseObject(text) : JsonObject.of("text", text);
        return new Answer(whole.status(), whole.headers(), body, text);
    }

    /** The events that are there by now. */
    static List<JsonObject> drain(ApiResponse.FrameSource frames) {
        List<JsonObject> events = new ArrayList<>();
        for (byte[] frame = frames.poll(); frame != null; frame = frames.poll()) {
            events.add(Json.parseObject(new String(frame, StandardCharsets.UTF_8)));
        }
        return events;
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer post(String path, Object body, String... headers) {
        return send("POST", path, text(body), headers);
    }

    Answer put(String path, Object body, String... headers) {
        return send("PUT", path, text(body), headers);
    }

    Answer merge(String path, Object body) {
        return send("PATCH", path, text(body), "Content-Type", "application/merge-patch+json");
    }

    Answer jsonPatch(String path, Object body) {
        return send("PATCH", path, text(body), "Content-Type", "application/json-patch+json");
    }

    Answer strategic(String path, Object body) {
        return send("PATCH", path, text(body), "Content-Type", "application/strategic-merge-patch+json");
    }

    Answer apply(String path, Object body) {
        return send("PATCH", path, text(body), "Content-Type", "application/apply-patch+yaml");
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    private static String text(Object body) {
        return body instanceof String text ? text : Json.write(body);
    }

    ApiResponse.FrameSource watch(String path) {
        return ((ApiResponse.Stream) server.handle(request("GET", path, Map.of(), new byte[0]))).frames();
    }

    void namespace(String name) {
        post("/api/v1/namespaces", JsonObject.of("metadata", JsonObject.of("name", name)));
    }

    static JsonObject configMap(String name, Object... data) {
        return JsonObject.of(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                JsonObject.of("name", name),
                "data",
                JsonObject.of(data));
    }
}
