package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays recorded steps against a server and tells the differences. What varies from run to run is compared by tokens: the
 * first uid that appears is {@code <uid:1>}, and so on.
 */
final class TranscriptPlayer {
    private static final Pattern TIME = Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$");
    private static final Pattern AGE = Pattern.compile("^\\d+(s|m|h|d)(\\d+s)?$");
    private static final Pattern NUMBERS = Pattern.compile("(version: |current: |precondition \\(|record \\()\\d+");
    private static final Pattern BETWEEN_ERRORS = Pattern.compile(", (?=[a-z<\\[][\\w.\\[\\]<>]*: )");

    private final ApiServer server;
    private final Map<String, String> tokenOf = new LinkedHashMap<>();
    private final Map<String, String> valueOf = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000L);

    TranscriptPlayer(ApiServer template) {
        // The recordings took less than a second each: ownership is ordered by name, not by time.
        this.server = template.fork(ApiServerOptions.of(() -> NOW, Identifiers.seeded(11)));
    }

    List<String> play(JsonObject step) {

        JsonObject request = step.object("request");
        TestServer.Answer answer = send(request);
        JsonObject expected = step.object("response");
        List<String> differences = new ArrayList<>();
        if (expected.integer(0, "status") != answer.status()) {
            differences.add("status: want " + expected.get("status") + " got " + answer.status());
        }
        Object body = answer.body().containsKey("events") ? withoutBookmarks(request, answer.body()) : answer.body();
        diff(canonical(expected.get("body")), canonical(normal(body, "", false)), "body", differences);
        List<String> warnings = new ArrayList<>();
        expected.array("warnings").forEach(warning -> warnings.add(String.valueOf(warning)));
        if (!warnings.equals(answer.warnings())) {
            differences.add("warnings: want " + warnings + " got " + answer.warnings());
        }
        return differences.subList(0, Math.min(6, differences.size()));
    }

    private static JsonObject withoutBookmarks(JsonObject request, JsonObject body) {
        if (String.valueOf(request.text("path")).contains("sendInitialEvents")) {
            return body;
        }
        List<Object> events = new ArrayList<>();
        for (Object event : body.array("events")) {
            if (!"BOOKMARK".equals(((JsonObject) event).text("type"))) {
                events.add(event);
            }
        }
        return body.with("events", JsonArray.copyOf(events));
    }

    private TestServer.Answer send(JsonObject request) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "transcript/1.0");
        JsonObject given = request.object("headers");
        for (int i = 0; i < given.size(); i++) {
            headers.put(given.keyAt(i), String.valueOf(given.valueAt(i)));
        }
        Object body = request.get("body");
        byte[] bytes = new byte[0];
        if (body != null) {
            String text = body instanceof String plain ? (String) substituted(plain) : Json.write(substituted(body));
            bytes = text.getBytes(StandardCharsets.UTF_8);
        }
        String path = (String) substituted(request.text("path"));
        return TestServer.answer(server.handle(new TestServer().request(request.text("method"), path, headers, bytes)));
    }

    private Object substituted(Object value) {
        if (value instanceof JsonObject object) {
            JsonObject.Builder result = JsonObject.builder(object.size());
            object.forEach((key, item) -> result.put(key, substituted(item)));
            return result.build();
        }
        if (value instanceof JsonArray array) {
            return JsonArray.copyOf(array.stream().map(this::substituted).toList());
        }
        if (value instanceof String text) {
            String result = text;
            for (Map.Entry<String, String> entry : valueOf.entrySet()) {
                result = result.replace(entry.getKey(), entry.getValue());
            }
            return result;
        }
        return value;
    }

    private String token(String kind, String value) {
        return tokenOf.computeIfAbsent(kind + " " + value, absent -> {
            int number = counts.merge(kind, 1, Integer::sum);
            String token = "<" + kind + ":" + number + ">";
            valueOf.put(token, value);
            return token;
        });
    }

    /** Members in the order of the reference, which decides which token is the first. */
    private static final List<String> ORDER =
            List.of("name", "generateName", "namespace", "selfLink", "uid", "resourceVersion");

    private Object normal(Object value, String key, boolean generated) {
        if (value instanceof JsonObject object) {
            boolean fromGenerateName = object.text("generateName") != null
                    && !object.text("generateName").isEmpty();
            Map<String, Object> result = new LinkedHashMap<>();
            List<String> keys = new ArrayList<>(object.keySet());
            keys.sort(Comparator.comparingInt(k -> ORDER.indexOf(k) < 0 ? ORDER.size() : ORDER.indexOf(k)));
            for (String each : keys) {
                boolean inner = fromGenerateName || (generated && each.equals("name"));
                result.put(each, normal(object.get(each), each, inner));
            }
            return JsonObject.copyOf(result);
        }
        if (value instanceof JsonArray array) {
            List<Object> items = new ArrayList<>();
            for (Object item : array) {
                items.add(normal(item, key, false));
            }
            return JsonArray.copyOf(items);
        }
        return value instanceof String text ? normalText(text, key, generated) : value;
    }

    private String normalText(String text, String key, boolean generated) {
        if (!text.isEmpty()) {
            switch (key) {
                case "uid" -> {
                    return token("uid", text);
                }
                case "resourceVersion" -> {
                    return token("rv", text);
                }
                case "continue" -> {
                    return token("cont", text);
                }
                default -> {}
            }
        }
        if (key.equals("name") && generated) {
            return token("name", text);
        }
        if (TIME.matcher(text).matches()) {
            return "<time>";
        }
        if (key.equals("cells") && AGE.matcher(text).matches()) {
            return "<age>";
        }
        String result = text;
        for (Map.Entry<String, String> entry : tokenOf.entrySet()) {
            if (entry.getKey().startsWith("uid ") || entry.getKey().startsWith("name ")) {
                result = result.replace(entry.getKey().substring(entry.getKey().indexOf(' ') + 1), entry.getValue());
            }
        }
        return result;
    }

    /** Without what is not part of the contract: the order of aggregated errors and of discovery lists. */
    private static Object canonical(Object value) {
        if (value instanceof JsonArray array) {
            return JsonArray.copyOf(
                    array.stream().map(TranscriptPlayer::canonical).toList());
        }
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        object.forEach((key, item) -> {
            if (!key.equals("serverAddress")) {
                result.put(key, canonical(item));
            }
        });
        if (result.get("causes") instanceof JsonArray causes) {
            result.put("causes", sorted(causes, cause -> cause.text("field") + " " + cause.text("message")));
        }
        if ("APIResourceList".equals(object.text("kind"))) {
            result.put("resources", sorted(object.array("resources"), entry -> entry.text("name")));
        }
        if ("Status".equals(object.text("kind")) && object.text("message") != null) {
            result.put("message", canonicalMessage(object.text("message")));
        }
        return JsonObject.copyOf(result);
    }

    private static JsonArray sorted(JsonArray items, java.util.function.Function<JsonObject, String> by) {
        List<JsonObject> sorted = new ArrayList<>();
        items.forEach(item -> sorted.add((JsonObject) item));
        sorted.sort(Comparator.comparing(by));
        return JsonArray.copyOf(sorted);
    }

    private static String canonicalMessage(String message) {
        String result = NUMBERS.matcher(message).replaceAll(match -> Matcher.quoteReplacement(match.group(1) + "<n>"));
        int at = result.indexOf(" is invalid: [");
        if (at > 0 && result.endsWith("]")) {
            String inner = result.substring(at + 14, result.length() - 1);
            TreeSet<String> parts = new TreeSet<>(List.of(BETWEEN_ERRORS.split(inner)));
            result = result.substring(0, at + 14) + String.join(", ", parts) + "]";
        }
        return result;
    }

    private static void diff(Object want, Object got, String path, List<String> differences) {
        if (want instanceof JsonObject a && got instanceof JsonObject b) {
            TreeSet<String> keys = new TreeSet<>(a.keySet());
            keys.addAll(b.keySet());
            for (String key : keys) {
                if (!b.containsKey(key)) {
                    differences.add(path + "." + key + ": missing, want " + shown(a.get(key)));
                } else if (!a.containsKey(key)) {
                    differences.add(path + "." + key + ": unexpected " + shown(b.get(key)));
                } else {
                    diff(a.get(key), b.get(key), path + "." + key, differences);
                }
            }
        } else if (want instanceof JsonArray a && got instanceof JsonArray b && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                diff(a.get(i), b.get(i), path + "[" + i + "]", differences);
            }
        } else if (!Objects.equals(want, got)) {
            differences.add(path + ": want " + shown(want) + " got " + shown(got));
        }
    }

    private static String shown(Object value) {
        String text = Json.write(value);
        return text.length() > 300 ? text.substring(0, 300) : text;
    }
}
