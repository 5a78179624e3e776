package dev.hcp.api.validation.schema;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Validation of the whole objects within others: their apiVersion, kind and metadata. */
public final class EmbeddedObjects {
    private final List<FieldError> errors;

    private EmbeddedObjects(List<FieldError> errors) {
        this.errors = errors;
    }

    /** Adds what is wrong with the objects in a value, itself included when its schema says that it is one. */
    public static void check(@Nullable Object value, Schema schema, List<FieldError> errors) {
        new EmbeddedObjects(errors).walk(value, schema, FieldPath.ROOT);
    }

    private void walk(@Nullable Object value, Schema schema, FieldPath path) {
        if (!schema.embeddedWithin()) {
            return;
        }
        if (value instanceof JsonObject object) {
            if (schema.embedded()) {
                checkObject(object, path);
            }
            for (int i = 0; i < object.size(); i++) {
                String name = object.keyAt(i);
                Schema declared = schema.properties().get(name);
                if (declared != null) {
                    walk(object.valueAt(i), declared, path.child(name));
                } else if (schema.additional() != null) {
                    walk(object.valueAt(i), schema.additional(), path.key(name));
                }
            }
        } else if (value instanceof JsonArray array && schema.items() != null) {
            for (int i = 0; i < array.size(); i++) {
                walk(array.get(i), schema.items(), path.index(i));
            }
        }
    }

    private void checkObject(JsonObject object, FieldPath path) {
        String apiVersion = type(object, "apiVersion", path);
        if (!apiVersion.isEmpty() && apiVersion.chars().filter(c -> c == '/').count() > 1) {
            errors.add(FieldError.invalid(
                    path.child("apiVersion").toString(), apiVersion, "unexpected GroupVersion string: " + apiVersion));
        }
        String kind = type(object, "kind", path);
        if (!kind.isEmpty()) {
            List<String> problems = ObjectNames.dns1035LabelProblems(kind.toLowerCase(Locale.ROOT));
            if (!problems.isEmpty()) {
                errors.add(FieldError.invalid(
                        path.child("kind").toString(),
                        kind,
                        "may have mixed case, but should otherwise match: " + String.join(",", problems)));
            }
        }
        if (object.get("metadata") instanceof JsonObject meta) {
            MetadataValidation.checkEmbedded(meta, path.child("metadata").toString(), errors);
        }
    }

    /** The text of apiVersion or kind; empty when that is already told to be wrong. */
    private String type(JsonObject object, String name, FieldPath path) {
        String field = path.child(name).toString();
        if (!object.containsKey(name)) {
            errors.add(FieldError.required(field, "must not be empty"));
            return "";
        }
        if (!(object.get(name) instanceof String text)) {
            errors.add(FieldError.invalid(field, object.get(name), "must be a string"));
            return "";
        }
        if (text.isEmpty()) {
            errors.add(FieldError.invalid(field, text, "must not be empty"));
        }
        return text;
    }
}
