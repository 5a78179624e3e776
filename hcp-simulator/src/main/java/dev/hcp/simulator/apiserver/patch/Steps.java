package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.ListKeys;
import dev.hcp.api.validation.schema.Schema;
import org.jspecify.annotations.Nullable;

/** The steps of field paths: {@code f:name}, {@code k:{"key":"value"}}, {@code v:"value"}. */
final class Steps {
    private Steps() {}

    /** The step to a field of a structure or a key of a map. */
    static String field(String name) {
        return "f:" + name;
    }

    /** The step to an item of a list of type set or map. */
    static String item(@Nullable Object item, Schema list) {
        if (list.listType() == Schema.ListType.MAP && item instanceof JsonObject object) {
            return "k:" + Json.write(ListKeys.keyFields(object, list));
        }
        return "v:" + Json.write(item);
    }

    /** The step as messages print it. */
    static String print(String step) {
        String rest = step.substring(2);
        switch (step.charAt(0)) {
            case 'f' -> {
                return "." + rest;
            }
            case 'k' -> {
                StringBuilder out = new StringBuilder("[");
                JsonObject key = Json.parseObject(rest);
                for (int i = 0; i < key.size(); i++) {
                    out.append(i == 0 ? "" : ",")
                            .append(key.keyAt(i))
                            .append('=')
                            .append(Json.write(key.valueAt(i)));
                }
                return out.append(']').toString();
            }
            case 'v' -> {
                return "[=" + rest + "]";
            }
            default -> {
                return "[" + rest + "]";
            }
        }
    }
}
