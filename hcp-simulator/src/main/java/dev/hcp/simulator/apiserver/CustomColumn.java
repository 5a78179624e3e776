package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.GoJson;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.simulator.apiserver.catalogue.PrinterColumn;
import dev.hcp.simulator.apiserver.jsonpath.JsonPath;
import dev.hcp.simulator.apiserver.jsonpath.JsonPathException;
import dev.hcp.simulator.apiserver.kinds.Column;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns that a custom resource definition declares. */
final class CustomColumn {
    private static final PrinterColumn AGE =
            new PrinterColumn("Age", "date", "", Tables.CREATION_DOC, 0, ".metadata.creationTimestamp");

    private CustomColumn() {}

    /** The columns behind the name: the declared ones up to the first whose path is none, or the age when none is. */
    static List<Column> of(List<PrinterColumn> declared) {
        List<Column> columns = new ArrayList<>(declared.size());
        for (PrinterColumn column : declared.isEmpty() ? List.of(AGE) : declared) {
            try {
                columns.add(of(column));
            } catch (JsonPathException e) {
                return columns;
            }
        }
        return columns;
    }

    private static Column of(PrinterColumn column) {
        JsonPath path = JsonPath.parse(column.jsonPath());
        String description = column.description().isEmpty()
                ? "Custom resource definition column (in JSONPath format): " + column.jsonPath()
                : column.description();
        return new Column(
                column.name(),
                column.type(),
                column.format(),
                description,
                column.priority(),
                (object, now) -> cell(path, column.type(), object, now));
    }

    private static @Nullable Object cell(JsonPath path, String type, JsonObject object, Instant now) {
        List<@Nullable Object> found;
        try {
            found = path.find(object);
        } catch (JsonPathException e) {
            return null;
        }
        return found.isEmpty() ? null : cell(type, found.get(0), now);
    }

    private static @Nullable Object cell(String type, @Nullable Object value, Instant now) {
        return switch (type) {
            case "string" -> text(value);
            case "integer" ->
                value instanceof Long number
                        ? number
                        : value instanceof Double number ? (Object) number.longValue() : null;
            case "number" -> value instanceof Number number ? (Object) number.doubleValue() : null;
            case "boolean" -> value instanceof Boolean flag ? flag : null;
            case "date" -> value instanceof String text ? age(text, now) : null;
            default -> null;
        };
    }

    private static String age(String timestamp, Instant now) {
        if (timestamp.isEmpty() || timestamp.equals("null")) {
            return Column.age(null, now);
        }
        try {
            return Column.age(OffsetDateTime.parse(timestamp).toInstant().toString(), now);
        } catch (DateTimeException e) {
            return "<invalid>";
        }
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "<no value>";
        }
        if (value instanceof JsonObject || value instanceof JsonArray) {
            return GoJson.MAP.write(value);
        }
        return value instanceof Double number ? GoSyntax.number(number) : String.valueOf(value);
    }
}
