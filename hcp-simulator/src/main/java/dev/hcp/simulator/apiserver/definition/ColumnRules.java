package dev.hcp.simulator.apiserver.definition;

import static dev.hcp.simulator.apiserver.definition.DefinitionSpec.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import java.util.ArrayList;
import java.util.List;

/** The columns of tables. */
final class ColumnRules {
    private static final List<String> TYPES = List.of("boolean", "date", "integer", "number", "string");
    private static final List<String> FORMATS =
            List.of("byte", "date", "date-time", "double", "float", "int32", "int64", "password");

    private ColumnRules() {}

    static List<FieldError> check(JsonObject version, String path) {
        List<FieldError> errors = new ArrayList<>();
        JsonArray columns = version.array("additionalPrinterColumns");
        for (int i = 0; i < columns.size(); i++) {
            check(columns.object(i), path + "[" + i + "]", errors);
        }
        return errors;
    }

    private static void check(JsonObject column, String path, List<FieldError> errors) {
        if (text(column, "name").isEmpty()) {
            errors.add(FieldError.required(path + ".name", ""));
        }
        String type = text(column, "type");
        String types = "must be one of " + String.join(",", TYPES);
        if (type.isEmpty()) {
            errors.add(FieldError.required(path + ".type", types));
        } else if (!TYPES.contains(type)) {
            errors.add(FieldError.invalid(path + ".type", type, types));
        }
        String format = text(column, "format");
        if (!format.isEmpty() && !FORMATS.contains(format)) {
            errors.add(FieldError.invalid(path + ".format", format, "must be one of " + String.join(",", FORMATS)));
        }
        // Spelled as the Go field is.
        String field = path + ".JSONPath";
        String jsonPath = text(column, "jsonPath");
        if (jsonPath.isEmpty()) {
            errors.add(FieldError.required(field, ""));
        } else {
            SimplePath.check(jsonPath, field).ifPresent(errors::add);
        }
    }
}
