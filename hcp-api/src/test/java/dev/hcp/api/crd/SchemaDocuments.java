package dev.hcp.api.crd;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes random documents that have the shape of a structural schema, as a newer server could send them: members and values
 * of enumerations that the schema does not know among them.
 */
final class SchemaDocuments {
    private final Random random;

    SchemaDocuments(Random random) {
        this.random = random;
    }

    @Nullable
    Object make(JsonObject schema) {
        if (schema.isTrue("nullable") && random.nextInt(4) == 0) {
            return null;
        }
        JsonArray allowed = schema.array("enum");
        if (!allowed.isEmpty()) {
            return random.nextInt(8) == 0 ? "ValueOfTheFuture" : allowed.get(random.nextInt(allowed.size()));
        }
        if (schema.isTrue("x-kubernetes-int-or-string")) {
            return random.nextBoolean() ? (Object) (long) random.nextInt(100) : (Object) (random.nextInt(100) + "%");
        }
        String type = schema.text("type");
        return switch (type == null ? "any" : type) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "integer" -> (long) random.nextInt(1000);
            case "boolean" -> random.nextBoolean();
            case "number" -> random.nextDouble();
            case "any" -> anything(2);
            default -> text();
        };
    }

    private JsonObject object(JsonObject schema) {
        JsonObject.Builder object = JsonObject.builder(8);
        JsonObject properties = schema.object("properties");
        JsonArray required = schema.array("required");
        for (int i = 0; i < properties.size(); i++) {
            if (required.contains(properties.keyAt(i)) || random.nextBoolean()) {
                object.put(properties.keyAt(i), make((JsonObject) properties.valueAt(i)));
            }
        }
        if (schema.get("additionalProperties") instanceof JsonObject values) {
            for (int i = random.nextInt(3); i > 0; i--) {
                object.put(text(), make(values));
            }
        }
        if (random.nextInt(4) == 0) {
            object.put("zzNotInThisVersion", anything(2));
        }
        return object.build();
    }

    private JsonArray array(JsonObject schema) {
        List<@Nullable Object> items = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            items.add(make(schema.object("items")));
        }
        return JsonArray.copyOf(items);
    }

    private @Nullable Object anything(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> null;
            case 1 -> text();
            case 2 -> random.nextLong();
            case 3 -> random.nextBoolean();
            case 4 -> JsonObject.of(text(), anything(depth - 1));
            default -> JsonArray.of(anything(depth - 1), anything(depth - 1));
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }
}
