package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.JsonSyntaxException;
import dev.hcp.api.json.MergePatch;
import dev.hcp.api.json.StrictJson;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.simulator.apiserver.patch.JsonPatch;
import dev.hcp.simulator.apiserver.patch.StrategicMergePatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a JSON, merge or strategic merge patch. It is read when there is an object to patch, as in the reference. */
final class PatchBody {
    private static final int MOST_OPERATIONS = 10000;
    private static final Set<String> OPERATION_MEMBERS = Set.of("op", "path", "from", "value");

    private final ApiRequest request;
    private final PatchType type;
    private final boolean lenient;
    private final List<String> problems = new ArrayList<>();

    /**
     * The body of a request.
     *
     * @param lenient whether duplicate and unknown fields are of no interest
     */
    PatchBody(ApiRequest request, PatchType type, boolean lenient) {
        this.request = request;
        this.type = type;
        this.lenient = lenient;
    }

    /** What only strict decoding refuses in the body itself. */
    List<String> problems() {
        return problems;
    }

    /** The patched object; anything at all where the patch makes it so. */
    @Nullable
    Object apply(JsonObject live, Schema schema) {
        return switch (type) {
            case JSON -> jsonPatch(live);
            case MERGE -> mergePatch(live);
            case STRATEGIC -> strategicPatch(live, schema);
            case APPLY -> throw new IllegalStateException("a configuration is applied by itself");
        };
    }

    /** The text that stands for the patch in complaints about its result. */
    String shown(@Nullable Object patched) {
        return type == PatchType.STRATEGIC ? GoSyntax.plain(read("")) : Json.write(patched);
    }

    private @Nullable Object read(String prefix) {
        problems.clear();
        try {
            return lenient ? Json.parse(request.body()) : StrictJson.parse(request.body(), problems);
        } catch (JsonSyntaxException e) {
            throw Failures.badRequest(prefix + GoJson.problem(request.body()));
        }
    }

    private @Nullable Object jsonPatch(JsonObject live) {
        String prefix = lenient ? "" : "error decoding patch: ";
        String target = lenient ? "jsonpatch.Patch" : "[]handlers.jsonPatchOp";
        Object body = read(prefix);
        if (!(body instanceof JsonArray operations)) {
            if (body != null) {
                throw Failures.badRequest(
                        prefix + "json: cannot unmarshal " + goName(body) + " into Go value of type " + target);
            }
            return live;
        }
        problems.replaceAll(problem -> "json patch " + problem);
        for (int i = 0; i < operations.size(); i++) {
            checkOperation(operations.get(i), i, prefix);
        }
        if (operations.size() > MOST_OPERATIONS) {
            throw Failures.tooLarge("The allowed maximum operations in a JSON patch is " + MOST_OPERATIONS + ", got "
                    + operations.size());
        }
        try {
            return JsonPatch.apply(live, operations);
        } catch (JsonPatch.Mismatch e) {
            throw Failures.unprocessable();
        }
    }

    private void checkOperation(@Nullable Object operation, int index, String prefix) {
        if (operation == null) {
            return;
        }
        if (!(operation instanceof JsonObject members)) {
            throw Failures.badRequest(prefix + "json: cannot unmarshal " + goName(operation) + " into Go value of type "
                    + (lenient ? "jsonpatch.Operation" : "handlers.jsonPatchOp"));
        }
        if (lenient) {
            return;
        }
        for (int i = 0; i < members.size(); i++) {
            String name = members.keyAt(i);
            Object value = members.valueAt(i);
            if (!OPERATION_MEMBERS.contains(name)) {
                problems.add("json patch unknown field \"[" + index + "]." + name + "\"");
            } else if (!name.equals("value") && value != null && !(value instanceof String)) {
                throw Failures.badRequest(prefix + "json: cannot unmarshal " + goName(value)
                        + " into Go struct field jsonPatchOp." + name + " of type string");
            }
        }
    }

    private @Nullable Object mergePatch(JsonObject live) {
        Object patch;
        if (lenient) {
            try {
                patch = read("");
            } catch (ApiException e) {
                throw Failures.badRequest("Invalid JSON Patch");
            }
        } else {
            patch = read("error decoding patch: ");
        }
        if (patch instanceof JsonObject members) {
            return MergePatch.apply(live, members);
        }
        if (patch != null && !lenient) {
            throw Failures.badRequest("error decoding patch: json: cannot unmarshal " + goName(patch)
                    + " into Go value of type map[string]interface {}");
        }
        if (patch instanceof JsonArray) {
            return patch;
        }
        throw Failures.badRequest("Invalid JSON Patch");
    }

    private JsonObject strategicPatch(JsonObject live, Schema schema) {
        Object body = read("");
        if (body == null) {
            return live;
        }
        if (!(body instanceof JsonObject patch)) {
            throw Failures.badRequest(
                    "json: cannot unmarshal " + goName(body) + " into Go value of type map[string]interface {}");
        }
        try {
            return StrategicMergePatch.apply(live, patch, schema);
        } catch (StrategicMergePatch.Mismatch e) {
            String message = String.valueOf(e.getMessage());
            throw switch (e.kind()) {
                case BAD_REQUEST -> Failures.badRequest(message);
                case UNPROCESSABLE -> Failures.unprocessable();
                case OTHER -> Failures.raw(message);
            };
        }
    }

    /** What Go's decoder calls a value. */
    static String goName(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof JsonArray) {
            return "array";
        }
        if (value instanceof JsonObject) {
            return "object";
        }
        return value instanceof String ? "string" : value instanceof Boolean ? "bool" : "number";
    }
}
