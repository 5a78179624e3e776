package dev.hcp.simulator.behaviour;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts in how many checks what was played agrees with what was recorded; times and random names do not count. */
final class Comparison {
    private static final Pattern TIME = Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern CACHE = Pattern.compile("kv-boot-image-cache-[a-z0-9]{5}");
    private static final Pattern SCHEME = Pattern.compile("in scheme \\\\*\"[^\"]*\"");
    private static final Pattern WORD = Pattern.compile("[\\w./:\"@-]+");
    private static final Set<String> IGNORED = Set.of(
            "lastTransitionTime",
            "observedGeneration",
            "resourceVersion",
            "uid",
            "creationTimestamp",
            "generation",
            "managedFields");

    private final List<String> differences = new ArrayList<>();
    private int passed;

    static Comparison of(JsonObject recording, JsonObject played) {
        Comparison comparison = new Comparison();
        JsonArray expected = recording.array("steps");
        JsonArray actual = played.array("steps");
        for (int i = 0; i < expected.size(); i++) {
            comparison.compareStep(expected.object(i), i < actual.size() ? actual.object(i) : JsonObject.EMPTY);
        }
        return comparison;
    }

    int passed() {
        return passed;
    }

    List<String> differences() {
        return differences;
    }

    private void check(boolean same, String what) {
        if (same) {
            passed++;
        } else {
            differences.add(what);
        }
    }

    private void compareStep(JsonObject expected, JsonObject actual) {
        String note = String.valueOf(expected.at("step", "note"));
        Set<String> wanted = keys(expected.array("objects"));
        Set<String> there = keys(actual.array("objects"));
        Set<String> either = new TreeSet<>(wanted);
        either.addAll(there);
        either.forEach(key -> check(
                wanted.contains(key) && there.contains(key),
                note + ": " + (wanted.contains(key) ? "missing " : "unexpected ") + key));
        Map<String, JsonObject> dumped = new TreeMap<>();
        actual.object("dump").forEach((key, object) -> dumped.put(anonymous(key), (JsonObject) object));
        expected.object("dump")
                .forEach((key, object) -> compareObject(
                        note + ": " + key, (JsonObject) object, dumped.getOrDefault(anonymous(key), JsonObject.EMPTY)));
        JsonArray results = expected.array("results");
        if (!results.isEmpty()) {
            JsonArray ours = actual.array("results");
            boolean error = results.object(results.size() - 1).containsKey("error");
            boolean ourError = !ours.isEmpty() && ours.object(ours.size() - 1).containsKey("error");
            check(error == ourError && !ours.isEmpty(), note + ": last pass ends in an error: " + ourError);
        }
    }

    private static Set<String> keys(JsonArray objects) {
        Set<String> keys = new TreeSet<>();
        objects.forEach(key -> keys.add(anonymous(String.valueOf(key))));
        return keys;
    }

    private static String anonymous(String text) {
        return CACHE.matcher(text).replaceAll("kv-boot-image-cache-<random>");
    }

    private void compareObject(String name, JsonObject expected, JsonObject actual) {
        Map<String, @Nullable Object> wanted = parts(expected);
        Map<String, @Nullable Object> there = parts(actual);
        Set<String> either = new TreeSet<>(wanted.keySet());
        either.addAll(there.keySet());
        for (String part : either) {
            Object want = wanted.get(part);
            Object have = there.get(part);
            if (!isBlank(want) || !isBlank(have)) {
                check(Objects.equals(want, have), name + " " + part + ": want " + want + ", ours " + have);
            }
        }
    }

    private static boolean isBlank(@Nullable Object value) {
        return value == null
                || (value instanceof JsonObject object && object.isEmpty())
                || (value instanceof JsonArray array && array.isEmpty());
    }

    private static Map<String, @Nullable Object> parts(JsonObject raw) {
        JsonObject object = (JsonObject) Objects.requireNonNull(normal(raw, ""));
        Map<String, @Nullable Object> parts = new TreeMap<>();
        for (String field : List.of("annotations", "labels", "finalizers")) {
            parts.put(field, object.at("metadata", field));
        }
        List<Object> owners = new ArrayList<>();
        for (Object owner : object.array("metadata", "ownerReferences")) {
            owners.add(JsonArray.of(((JsonObject) owner).get("kind"), ((JsonObject) owner).get("name")));
        }
        parts.put("owners", JsonArray.copyOf(owners));
        object.object("spec").forEach((key, value) -> parts.put("spec " + key, value));
        object.object("status").forEach((key, value) -> {
            if (!key.equals("conditions")) {
                parts.put("status " + key, value);
            }
        });
        for (Object item : object.array("status", "conditions")) {
            JsonObject condition = (JsonObject) item;
            parts.put(
                    "condition " + condition.get("type"),
                    JsonArray.of(text(condition, "status"), text(condition, "reason"), text(condition, "message")));
        }
        parts.put("data", object.get("data"));
        return parts;
    }

    private static String text(JsonObject condition, String field) {
        return Objects.requireNonNullElse(condition.text(field), "");
    }

    private static @Nullable Object normal(@Nullable Object value, String key) {
        if (value instanceof JsonObject object) {
            JsonObject.Builder builder = JsonObject.builder(object.size());
            object.forEach((name, item) -> {
                if (!IGNORED.contains(name) && !isBlank(item)) {
                    builder.put(name, normal(item, name));
                }
            });
            return builder.build();
        }
        if (value instanceof JsonArray array) {
            return normalList(array);
        }
        return value instanceof String text ? normalText(text, key) : value;
    }

    private static JsonArray normalList(JsonArray array) {
        List<Object> items = new ArrayList<>();
        array.forEach(item -> items.add(normal(item, "")));
        boolean conditions = !items.isEmpty()
                && items.stream()
                        .allMatch(item -> item instanceof JsonObject object
                                && object.containsKey("type")
                                && object.containsKey("status"));
        if (conditions) {
            items.sort(Comparator.comparing(item -> String.valueOf(((JsonObject) item).get("type"))));
        }
        return JsonArray.copyOf(items);
    }

    private static String normalText(String text, String key) {
        if (key.equals("generateID")) {
            return "<random>";
        }
        if (key.endsWith("-hash") || key.endsWith("Hash")) {
            return "<hash>";
        }
        if (TIME.matcher(text).matches()) {
            return "<time>";
        }
        String plain = SCHEME.matcher(text).replaceAll("in scheme");
        if (key.equals("message")) {
            String[] words =
                    WORD.matcher(plain).results().map(match -> match.group()).toArray(String[]::new);
            Arrays.sort(words);
            return String.join(" ", words);
        }
        return anonymous(UUID.matcher(plain).replaceAll("<uuid>"));
    }
}
