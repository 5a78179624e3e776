package dev.hcp.api.crd;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Formats;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes random documents that a structural schema mostly accepts: types, enumerations, bounds, patterns, formats and unique
 * items are as it says; junctors are not looked at.
 */
final class ValidDocuments {
    /** What texts in these kinds look like; a pattern that none of them matches makes an optional field stay away. */
    private static final List<String> TEXTS = List.of(
            "a",
            "demo",
            "demo-1",
            "10.0.0.1",
            "10.128.0.0/14",
            "fd00::/48",
            "us-east-1",
            "us-east-1a",
            "1h0m0s",
            "5m",
            "2025-01-01T00:00:00Z",
            "https://example.com/path",
            "example.com",
            "quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64",
            "4.17.0",
            "stable-4.17",
            "arn:aws:iam::123456789012:role/worker",
            "arn:aws:kms:us-east-1:123456789012:key/abc",
            "subnet-0123456789abcdef0",
            "6f1e3a0c-4f0b-4a7e-9a51-6b1b1a3f0c11",
            "/subscriptions/6f1e3a0c-4f0b-4a7e-9a51-6b1b1a3f0c11/resourceGroups/group/providers/Microsoft.Network/one/two",
            "32Gi",
            "100",
            "key=value",
            "AA:BB:CC:DD:EE:FF",
            "True",
            "Available",
            "team/name");

    private static final int DEEPEST = 12;

    private final Random random;

    ValidDocuments(Random random) {
        this.random = random;
    }

    /** A document; empty when this generator cannot make one. */
    Optional<JsonObject> make(JsonObject schema) {
        return Optional.ofNullable(value(schema, 0)).map(JsonObject.class::cast);
    }

    private @Nullable Object value(JsonObject schema, int depth) {
        JsonArray allowed = schema.array("enum");
        if (!allowed.isEmpty()) {
            return allowed.get(random.nextInt(allowed.size()));
        }
        if (schema.isTrue("x-kubernetes-int-or-string")) {
            String text = random.nextBoolean() ? text(schema) : null;
            return text == null ? Long.valueOf(random.nextInt(100)) : text;
        }
        String type = schema.text("type");
        return switch (type == null ? "any" : type) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> number(schema);
            case "boolean" -> random.nextBoolean();
            case "number" -> (double) number(schema);
            case "string" -> text(schema);
            default -> JsonObject.of("anything", "goes");
        };
    }

    private long number(JsonObject schema) {
        long least = bound(schema, "minimum", 0);
        long most = Math.max(least, bound(schema, "maximum", least + 1000));
        return least + random.nextInt((int) Math.min(most - least, 1_000_000) + 1);
    }

    private static long bound(JsonObject schema, String name, long otherwise) {
        return schema.get(name) instanceof Number number ? number.longValue() : otherwise;
    }

    private @Nullable String text(JsonObject schema) {
        String pattern = schema.text("pattern");
        String format = schema.text("format");
        Pattern compiled = pattern == null ? null : Pattern.compile(pattern);
        int start = random.nextInt(TEXTS.size());
        for (int i = 0; i < TEXTS.size(); i++) {
            String text = TEXTS.get((start + i) % TEXTS.size());
            boolean longEnough = text.length() >= schema.integer(0, "minLength")
                    && text.length() <= schema.integer(Integer.MAX_VALUE, "maxLength");
            if (longEnough
                    && (compiled == null || compiled.matcher(text).find())
                    && (format == null || Formats.accepts(format, text))) {
                return text;
            }
        }
        return null;
    }

    private @Nullable JsonObject object(JsonObject schema, int depth) {
        JsonObject.Builder object = JsonObject.builder(8);
        JsonObject properties = schema.object("properties");
        JsonArray required = schema.array("required");
        long most = schema.integer(Integer.MAX_VALUE, "maxProperties");
        long least = schema.integer(0, "minProperties");
        int size = 0;
        for (int i = 0; i < properties.size(); i++) {
            boolean needed = required.contains(properties.keyAt(i));
            boolean wanted =
                    depth < DEEPEST && (size < least || random.nextInt(3) == 0) && size + required.size() < most;
            if (needed || wanted) {
                Object value = value((JsonObject) properties.valueAt(i), depth + 1);
                if (value != null) {
                    object.put(properties.keyAt(i), value);
                    size++;
                } else if (needed) {
                    return null;
                }
            }
        }
        if (schema.get("additionalProperties") instanceof JsonObject values) {
            for (long i = Math.max(least, random.nextInt(2)); i > 0; i--) {
                Object value = value(values, depth + 1);
                if (value != null) {
                    object.put("key" + i, value);
                    size++;
                }
            }
        }
        return size < least ? null : object.build();
    }

    private @Nullable JsonArray array(JsonObject schema, int depth) {
        long least = schema.integer(0, "minItems");
        long most = Math.min(schema.integer(least + 2, "maxItems"), least + 2);
        List<Object> items = new ArrayList<>();
        Set<Object> keys = new HashSet<>();
        for (int tries = 0; tries < 8 && items.size() < least + random.nextInt((int) (most - least) + 1); tries++) {
            Object item = depth < DEEPEST || least > 0 ? value(schema.object("items"), depth + 1) : null;
            if (item != null && keys.add(key(schema, item))) {
                items.add(item);
            }
        }
        return items.size() < least ? null : JsonArray.copyOf(items);
    }

    private static Object key(JsonObject schema, Object item) {
        JsonArray names = schema.array("x-kubernetes-list-map-keys");
        if (names.isEmpty() || !(item instanceof JsonObject object)) {
            return item;
        }
        List<String> key = new ArrayList<>();
        names.forEach(name -> {
            Object value = object.get(name);
            Object filledIn = schema.at("items", "properties", String.valueOf(name), "default");
            key.add(String.valueOf(value == null ? filledIn : value));
        });
        return key;
    }
}
