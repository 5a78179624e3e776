package dev.hcp.simulator.apiserver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import dev.hcp.simulator.apiserver.ApiRequest;
import dev.hcp.simulator.apiserver.ApiResponse;
import dev.hcp.simulator.apiserver.ApiServer;
import dev.hcp.simulator.apiserver.ApiServerOptions;
import dev.hcp.simulator.apiserver.Identifiers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Requests that are a little or quite wrong, one after another: each is answered, none breaks the server or what it holds.
 * {@code -Dhcp.fuzz.seed} tries others, {@code -Dhcp.fuzz.requests} another number.
 */
class FuzzTest {
    private static final int REQUESTS = Integer.getInteger("hcp.fuzz.requests", 30_000);
    private static final long SEED = Long.getLong("hcp.fuzz.seed", 1);

    /** The server errors that the reference gives to such requests, too; nothing else may be answered with 5xx. */
    private static final Pattern REFERENCE_ERRORS = Pattern.compile(
            String.join(
                    "|",
                    "failed to create typed patch object .*",
                    "failed to create manager for existing fields: .*",
                    "failed to convert new typed object .*",
                    "The order in patch list:.*",
                    "target\\.(name|kind): .*",
                    "resourceVersion should not be set on objects to be created",
                    "(resourceVersion: Invalid value: .*: )?strconv\\.Parse.*",
                    "map: map\\[.* does not contain declared merge key: .*",
                    "unknown patch type: .*",
                    "couldn't get version/kind; json parse error: .*",
                    "error converting YAML to JSON: .*",
                    "no kind \".*\" is registered for version \".*\" in scheme .*",
                    "etcdserver: .*",
                    "Timeout: Too large resource version: .*",
                    "Internal error occurred: the spec replicas field .* does not exist",
                    "Internal error occurred: error executing command in container: .*",
                    "(unable to find api field in struct|invalid value|cannot convert|expected|delete patch|merging patch|\\$).*"));

    private final AtomicLong seconds = new AtomicLong(1_700_000_000L);
    private final ApiServer server =
            new ApiServer(ApiServerOptions.of(() -> Instant.ofEpochSecond(seconds.get()), Identifiers.seeded(SEED))
                    .withHistoryLimit(200));
    private final Map<String, String> uids = new HashMap<>();
    /** The first request of each kind of problem, so that one run tells all. */
    private final Map<String, String> problems = new LinkedHashMap<>();

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void no_request_breaks_the_server_or_what_it_holds() {
        send("POST", "/api/v1/namespaces", "{\"metadata\":{\"name\":\"demo\"}}");
        send("POST", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", Seedling.DEFINITION);
        MutatedRequests requests = new MutatedRequests(SEED);
        int accepted = 0;
        for (int i = 0; i < REQUESTS; i++) {
            ApiRequest request = requests.next();
            long before = revision();
            ApiResponse response = server.handle(request);
            seconds.addAndGet(i % 7 == 0 ? 1 : 0);
            check(i, request, response, before);
            accepted += response.status() < 300 ? 1 : 0;
            if (i % 500 == 0) {
                checkAllObjects(i, request);
            }
            if (i % 2_000 == 1_999) {
                recover();
            }
        }
        assertThat(problems.values()).isEmpty();
        assertThat(accepted)
                .as("requests that were accepted: enough to get anywhere, not so many that nothing was wrong")
                .isBetween(REQUESTS / 20, REQUESTS * 9 / 10);
    }

    private void check(int number, ApiRequest request, ApiResponse response, long before) {
        long after = revision();
        String description = "request " + number + " of seed " + SEED + ": " + request + " " + request.headers() + "\n"
                + request.text();
        assertThat(response.status()).as(description).isBetween(101, 599);
        if (response.status() >= 500) {
            String message = String.valueOf(body(response).text("message"));
            // The message of a protobuf status is somewhere in its bytes.
            boolean known = message.startsWith("k8s\u0000")
                    ? REFERENCE_ERRORS.matcher(message).find()
                    : REFERENCE_ERRORS.matcher(message).lookingAt();
            if (!known) {
                problems.putIfAbsent(
                        message.replaceAll("[0-9]+|\"[^\"]*\"", "_"),
                        description + "\nwas answered with " + response.status() + ": " + message);
            }
        }
        boolean reads = request.method().equals("GET");
        // The body of a deletion is all of its options: the query does not count then.
        boolean optionsInBody = request.method().equals("DELETE") && request.body().length > 0;
        boolean dry = !optionsInBody
                && request.query().getOrDefault("dryRun", List.of()).contains("All");
        // A collection may be deleted in part before something refuses; and, as in the reference, the form of an answer
        // may
        // turn out not to be had after the write.
        boolean mayHaveWritten = response.status() < 400
                || request.method().equals("DELETE")
                || response.status() == 406
                || String.valueOf(body(response).text("message")).startsWith("Unable to convert to Table");
        if (!mayHaveWritten || reads || dry) {
            assertThat(after).as("revision after " + description).isEqualTo(before);
        }
        assertThat(after).as("revision after " + description).isGreaterThanOrEqualTo(before);
        if (response instanceof ApiResponse.Stream stream) {
            drain(stream.frames(), description);
        }
    }

    private static void drain(ApiResponse.FrameSource frames, String description) {
        try (frames) {
            for (int sent = 0; frames.poll() != null; sent++) {
                assertThat(sent).as("frames of " + description).isLessThan(1_000);
            }
        } catch (RuntimeException e) {
            throw new AssertionError("the stream of " + description + " broke off", e);
        }
    }

    private long revision() {
        return server.objects().revision();
    }

    /** Every object is where its name says, has an identity of its own, and is accepted as it is. */
    private void checkAllObjects(int number, ApiRequest last) {
        String description = "after request " + number + " of seed " + SEED + ", the last being " + last;
        long newest = revision();
        Set<String> seen = new HashSet<>();
        for (String path : List.of(
                "/api/v1/configmaps",
                "/api/v1/pods",
                "/api/v1/services",
                "/api/v1/secrets",
                "/apis/apps/v1/deployments",
                "/apis/batch/v1/jobs",
                "/apis/rbac.authorization.k8s.io/v1/roles",
                "/apis/example.com/v1/gears",
                "/apis/apiextensions.k8s.io/v1/customresourcedefinitions")) {
            ApiResponse answer = server.handle(request("GET", path, ""));
            if (answer.status() == 404) {
                continue; // The definition is gone for the moment.
            }
            String previous = "";
            JsonArray items = body(answer).array("items");
            for (int i = 0; i < items.size(); i++) {
                JsonObject metadata = items.object(i).object("metadata");
                String name = String.valueOf(metadata.text("name"));
                String namespace = metadata.text("namespace");
                String key = (namespace == null ? "" : namespace) + "\u0000" + name;
                assertThat(key).as("order of " + path + " " + description).isGreaterThan(previous);
                previous = key;
                assertThat(Long.parseLong(String.valueOf(metadata.text("resourceVersion"))))
                        .as(description)
                        .isLessThanOrEqualTo(newest);
                String uid = String.valueOf(metadata.text("uid"));
                assertThat(seen.add(uid))
                        .as("uid " + uid + " is one object's alone, " + description)
                        .isTrue();
                String known = uids.put(uid, path + key);
                assertThat(known == null || known.equals(path + key))
                        .as(description)
                        .isTrue();
                unchangedWhenWrittenBack(path, namespace, name, description);
            }
        }
    }

    private void unchangedWhenWrittenBack(String path, String namespace, String name, String description) {
        String one = namespace == null
                ? path + "/" + name
                : path.substring(0, path.lastIndexOf('/')) + "/namespaces/" + namespace
                        + path.substring(path.lastIndexOf('/')) + "/" + name;
        JsonObject object = body(server.handle(request("GET", one, "")));
        long before = revision();
        ApiResponse answer = server.handle(request("PUT", one, object.toString()));
        if (answer.status() != 200) {
            String message = String.valueOf(body(answer).text("message"));
            problems.putIfAbsent(
                    "back " + message.replaceAll("[0-9]+|\"[^\"]*\"", "_"),
                    one + " cannot be written back as it was read: " + message + "\n" + description + "\n" + object);
            return;
        }
        if (revision() != before) {
            problems.putIfAbsent(
                    "changed " + path,
                    one + " was changed by writing it back, " + description + "\n" + object + "\n" + body(answer));
        }
    }

    /** Brings back what requests before need, so that the next ones get somewhere. */
    private void recover() {
        send("POST", "/api/v1/namespaces", "{\"metadata\":{\"name\":\"demo\"}}");
        ApiResponse gears = server.handle(request("GET", "/apis/example.com/v1/gears", ""));
        if (gears.status() == 200) {
            JsonArray items = body(gears).array("items");
            for (int i = 0; i < items.size(); i++) {
                JsonObject metadata = items.object(i).object("metadata");
                server.handle(new ApiRequest(
                        "PATCH",
                        "/apis/example.com/v1/namespaces/" + metadata.text("namespace") + "/gears/"
                                + metadata.text("name"),
                        Map.of(),
                        Map.of("content-type", List.of("application/merge-patch+json")),
                        "{\"metadata\":{\"finalizers\":null}}".getBytes(StandardCharsets.UTF_8)));
            }
        }
        send("POST", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", Seedling.DEFINITION);
    }

    private void send(String method, String path, String body) {
        ApiResponse answer = server.handle(request(method, path, body));
        assertThat(answer.status()).as(method + " " + path).isIn(200, 201, 409);
    }

    private static ApiRequest request(String method, String path, String body) {
        return new ApiRequest(
                method,
                path,
                Map.of(),
                Map.of("accept", List.of("application/json"), "content-type", List.of("application/json")),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject body(ApiResponse response) {
        ApiResponse.Whole whole =
                response instanceof ApiResponse.Pieces pieces ? pieces.joined() : (ApiResponse.Whole) response;
        String type = whole.headers().getOrDefault("Content-Type", List.of("")).get(0);
        String text = new String(whole.body(), StandardCharsets.UTF_8);
        if (type.contains("json")) {
            return Json.parseObject(text);
        }
        return type.contains("yaml")
                ? (JsonObject) Yaml.parse(text, new ArrayList<>())
                : JsonObject.of("message", text);
    }
}
