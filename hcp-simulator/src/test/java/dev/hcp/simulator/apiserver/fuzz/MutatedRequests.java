package dev.hcp.simulator.apiserver.fuzz;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.JsonSyntaxException;
import dev.hcp.simulator.apiserver.ApiRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Sensible requests, and what becomes of them when something is changed in each: a function of the seed. */
final class MutatedRequests {
    private static final List<Object> ODD_VALUES = List.of(
            "",
            "x",
            "a".repeat(300),
            "\u0000",
            "\ud83d\ude00",
            "../..",
            "0",
            "-1",
            "1e400",
            "2025-01-01T00:00:00Z",
            "null",
            0L,
            -1L,
            Long.MAX_VALUE,
            1.5,
            true,
            JsonObject.EMPTY,
            JsonArray.EMPTY,
            JsonObject.of("", ""),
            JsonObject.of("$patch", "delete"),
            JsonObject.of("$patch", "nonsense"),
            JsonArray.of("a", "a"),
            JsonArray.of(1L, "a", JsonObject.EMPTY));
    private static final List<String> ODD_TEXTS = List.of(
            "",
            "%",
            "%2e%2e",
            "x%00y",
            "a/b",
            "..",
            "\u00e4",
            "A",
            "-",
            "x".repeat(400),
            "status",
            "scale",
            "1",
            "*",
            " ");
    private static final List<String> CONTENT_TYPES = List.of(
            "application/json",
            "application/yaml",
            "application/json-patch+json",
            "application/merge-patch+json",
            "application/strategic-merge-patch+json",
            "application/apply-patch+yaml",
            "application/vnd.kubernetes.protobuf",
            "text/plain",
            "",
            ";;;");
    private static final List<String> ACCEPTS = List.of(
            "application/json",
            "application/yaml",
            "application/json;as=Table;v=v1;g=meta.k8s.io",
            "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io",
            "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io",
            "application/vnd.kubernetes.protobuf",
            "application/vnd.kubernetes.protobuf,application/json",
            "application/json;q=x",
            "*/*",
            "a/b/c;;=");
    private static final List<String> PARAMETERS = List.of(
            "limit",
            "continue",
            "labelSelector",
            "fieldSelector",
            "resourceVersion",
            "resourceVersionMatch",
            "watch",
            "timeoutSeconds",
            "allowWatchBookmarks",
            "sendInitialEvents",
            "dryRun",
            "fieldManager",
            "fieldValidation",
            "force",
            "gracePeriodSeconds",
            "propagationPolicy",
            "orphanDependents",
            "pretty",
            "includeObject",
            "container",
            "tailLines",
            "follow",
            "command");
    private static final List<String> PARAMETER_VALUES = List.of(
            "",
            "1",
            "0",
            "-1",
            "true",
            "false",
            "All",
            "Strict",
            "Warn",
            "Exact",
            "NotOlderThan",
            "Foreground",
            "Orphan",
            "a=b",
            "a in (b,c)",
            "!a",
            "a=",
            "metadata.name=x",
            "spec.nodeName!=y",
            "99999999",
            "abc",
            "99999999999999999999",
            "eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MSwic3RhcnQiOiJhXHUwMDAwIn0",
            "None",
            "Object",
            "k8s",
            "\u0001",
            "((",
            "a,b,,c");
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "FOO");

    private final SplittableRandom random;
    private final List<Seedling> seedlings;

    MutatedRequests(long seed) {
        this.random = new SplittableRandom(seed);
        this.seedlings = Seedling.all();
    }

    ApiRequest next() {
        Seedling seedling = pick(seedlings);
        String path = seedling.path();
        String method = seedling.method();
        Map<String, List<String>> query = new LinkedHashMap<>();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("accept", List.of("application/json"));
        headers.put("user-agent", List.of("fuzz/1"));
        if (!seedling.body().isEmpty()) {
            headers.put("content-type", List.of(seedling.contentType()));
        }
        seedling.query().forEach((name, value) -> query.put(name, List.of(value)));
        byte[] body = seedling.body().getBytes(StandardCharsets.UTF_8);
        int mutations = random.nextInt(4);
        for (int i = 0; i < mutations; i++) {
            switch (random.nextInt(10)) {
                case 0 -> path = mutatedPath(path);
                case 1 -> method = pick(METHODS);
                case 2 -> query.put(pick(PARAMETERS), List.of(pick(PARAMETER_VALUES)));
                case 3 -> headers.put("content-type", List.of(pick(CONTENT_TYPES)));
                case 4 -> headers.put("accept", List.of(pick(ACCEPTS)));
                case 5 -> body = mutatedBytes(body);
                default -> body = mutatedTree(body);
            }
        }
        return new ApiRequest(method, path, query, headers, body);
    }

    private String mutatedPath(String path) {
        List<String> segments = new ArrayList<>(List.of(path.substring(1).split("/")));
        int at = segments.isEmpty() ? 0 : random.nextInt(segments.size());
        switch (segments.size() <= 1 ? 4 : random.nextInt(5)) {
            case 0 -> segments.remove(at);
            case 1 -> segments.add(at, pick(ODD_TEXTS));
            case 2 -> segments.set(at, pick(ODD_TEXTS));
            case 3 ->
                segments.add(pick(List.of("status", "scale", "eviction", "binding", "log", "exec", "token", "x")));
            default -> segments.add("");
        }
        return "/" + String.join("/", segments);
    }

    private byte[] mutatedBytes(byte[] body) {
        if (body.length == 0) {
            return pick(List.of("{", "null", "[]", "\"a\"", "{\"a\":1}", "k8s\u0000\u0001"))
                    .getBytes(StandardCharsets.UTF_8);
        }
        byte[] copy = body.clone();
        int at = random.nextInt(copy.length);
        switch (random.nextInt(4)) {
            case 0 -> copy[at] = (byte) random.nextInt(256);
            case 1 -> {
                return java.util.Arrays.copyOf(copy, at);
            }
            case 2 -> {
                byte[] doubled = java.util.Arrays.copyOf(copy, copy.length + at);
                System.arraycopy(copy, 0, doubled, copy.length, at);
                return doubled;
            }
            default -> copy[at] = (byte) "{}[]\":,0\\-".charAt(random.nextInt(10));
        }
        return copy;
    }

    private byte[] mutatedTree(byte[] body) {
        try {
            Object tree = Json.parse(body);
            return Json.writeBytes(mutated(tree));
        } catch (JsonSyntaxException notJson) {
            return mutatedBytes(body);
        }
    }

    /** Changes one place below a value, or the value itself. */
    private Object mutated(Object value) {
        if (value instanceof JsonObject object && object.size() > 0 && random.nextInt(8) != 0) {
            String key = pick(List.copyOf(object.keySet()));
            return switch (random.nextInt(8)) {
                case 0 -> object.without(key);
                case 1 -> object.with(key, null);
                case 2 -> object.with(pick(ODD_TEXTS), pick(ODD_VALUES));
                case 3 -> object.with(key, pick(ODD_VALUES));
                default -> object.with(key, mutated(object.get(key)));
            };
        }
        if (value instanceof JsonArray array && array.size() > 0 && random.nextInt(8) != 0) {
            List<Object> items = new ArrayList<>(array);
            int at = random.nextInt(items.size());
            switch (random.nextInt(4)) {
                case 0 -> items.remove(at);
                case 1 -> items.add(items.get(at));
                default -> items.set(at, mutated(items.get(at)));
            }
            return JsonArray.copyOf(items);
        }
        return pick(ODD_VALUES);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
