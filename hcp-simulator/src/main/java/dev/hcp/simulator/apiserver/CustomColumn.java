package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.simulator.apiserver.catalogue.PrinterColumn;
import dev.hcp.simulator.apiserver.kinds.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column that a custom resource definition declares. */
final class CustomColumn {
    private CustomColumn() {}

    static Column of(PrinterColumn column) {
        JsonPath path = JsonPath.parse(column.jsonPath());
        String description = column.description().isEmpty()
                ? "Custom resource definition column (in JSONPath format): " + column.jsonPath()
                : column.description();
        return new Column(
                column.name(), column.type(), column.format(), description, column.priority(), (object, now) -> {
                    List<@Nullable Object> found = path.find(object);
                    return found.isEmpty() ? null : cell(column.type(), found.get(0), now);
                });
    }

    private static @Nullable Object cell(String type, @Nullable Object value, java.time.Instant now) {
        return switch (type) {
            case "integer" ->
                value instanceof Long number
                        ? number
                        : value instanceof Double number ? (Object) number.longValue() : null;
            case "number" -> value instanceof Number number ? (Object) number.doubleValue() : null;
            case "boolean" -> value instanceof Boolean flag ? flag : null;
            case "date" -> value instanceof String text ? Column.age(text, now) : value == null ? null : "<invalid>";
            default -> text(value);
        };
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "<no value>";
        }
        if (value instanceof JsonObject || value instanceof JsonArray) {
            return Json.write(value);
        }
        return value instanceof Double number ? GoSyntax.number(number) : String.valueOf(value);
    }
}
