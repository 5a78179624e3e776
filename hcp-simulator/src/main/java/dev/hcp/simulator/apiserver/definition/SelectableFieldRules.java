package dev.hcp.simulator.apiserver.definition;

import static dev.hcp.simulator.apiserver.definition.DefinitionSpec.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.DeclaredField;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.api.validation.schema.SchemaCompiler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The fields by which clients may select objects. */
final class SelectableFieldRules {
    private static final int MOST = 8;
    private static final Set<String> TYPES = Set.of("string", "boolean", "integer");

    private SelectableFieldRules() {}

    static List<FieldError> check(JsonObject version, String path) {
        JsonArray fields = version.array("selectableFields");
        if (fields.isEmpty()) {
            return List.of();
        }
        JsonObject source = DefinitionSpec.schema(version);
        if (source == null) {
            return List.of(FieldError.invalid(path, "", "must not be set without a schema"));
        }
        Schema schema = SchemaCompiler.compile(source);
        List<FieldError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            check(text(fields.object(i), "jsonPath"), path + "[" + i + "]", schema, seen, errors);
        }
        if (seen.size() > MOST) {
            errors.add(FieldError.tooMany(path, seen.size(), MOST));
        }
        return errors;
    }

    private static void check(String jsonPath, String at, Schema schema, Set<String> seen, List<FieldError> errors) {
        if (jsonPath.isEmpty()) {
            errors.add(FieldError.required(at + ".jsonPath", ""));
            return;
        }
        DeclaredField field = DeclaredField.ofDotted(jsonPath, schema);
        Schema found = field.schema();
        if (found == null) {
            errors.add(FieldError.invalid(at + ".jsonPath", jsonPath, "is an invalid path: " + field.problem()));
            return;
        }
        if (field.path().equals("metadata") || field.path().startsWith("metadata.")) {
            errors.add(FieldError.invalid(at, jsonPath, "must not point to fields in metadata"));
        }
        if (!TYPES.contains(found.type())) {
            errors.add(FieldError.invalid(
                    at,
                    jsonPath,
                    "must point to a field of type string, boolean or integer. Enum string fields and strings with "
                            + "formats are allowed."));
        }
        if (!seen.add(field.path())) {
            errors.add(FieldError.duplicate(at, jsonPath));
        }
    }
}
