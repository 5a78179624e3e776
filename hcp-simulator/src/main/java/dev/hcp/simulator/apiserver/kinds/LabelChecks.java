package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.api.validation.schema.ObjectNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Labels and label selectors within specs: whether they are well formed, and how Go prints them. */
final class LabelChecks {
    private LabelChecks() {}

    static void labels(JsonObject labels, String field, List<FieldError> errors) {
        for (int i = 0; i < labels.size(); i++) {
            key(labels.keyAt(i), field, errors);
            String value = String.valueOf(labels.valueAt(i));
            for (String problem : ObjectNames.labelValueProblems(value)) {
                errors.add(FieldError.invalid(field, value, problem));
            }
        }
    }

    static void annotations(JsonObject annotations, String field, List<FieldError> errors) {
        for (String key : annotations.keySet()) {
            for (String problem : ObjectNames.annotationKeyProblems(key)) {
                errors.add(FieldError.invalid(field, key, problem));
            }
        }
    }

    static void key(String key, String field, List<FieldError> errors) {
        for (String problem : ObjectNames.qualifiedNameProblems(key)) {
            errors.add(FieldError.invalid(field, key, problem));
        }
    }

    static void selector(JsonObject selector, String field, List<FieldError> errors) {
        labels(selector.object("matchLabels"), field + ".matchLabels", errors);
        JsonArray expressions = selector.array("matchExpressions");
        for (int i = 0; i < expressions.size(); i++) {
            expression(expressions.object(i), field + ".matchExpressions[" + i + "]", errors);
        }
    }

    private static void expression(JsonObject expression, String field, List<FieldError> errors) {
        JsonArray values = expression.array("values");
        switch (text(expression, "operator")) {
            case "In", "NotIn" -> {
                if (values.isEmpty()) {
                    errors.add(FieldError.required(
                            field + ".values", "must be specified when `operator` is 'In' or 'NotIn'"));
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (!values.isEmpty()) {
                    errors.add(FieldError.forbidden(
                            field + ".values", "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
                }
            }
            default ->
                errors.add(FieldError.invalid(
                        field + ".operator", text(expression, "operator"), "not a valid selector operator"));
        }
        key(text(expression, "key"), field + ".key", errors);
        for (int i = 0; i < values.size(); i++) {
            String value = String.valueOf(values.get(i));
            for (String problem : ObjectNames.labelValueProblems(value)) {
                errors.add(FieldError.invalid(field + ".values[" + i + "]", value, problem));
            }
        }
    }

    /** Whether a selector has no requirement at all. */
    static boolean isEmpty(JsonObject selector) {
        return selector.object("matchLabels").isEmpty()
                && selector.array("matchExpressions").isEmpty();
    }

    /** A map of labels as Go prints it. */
    static String goLabels(JsonObject labels) {
        if (labels.isEmpty()) {
            return "map[string]string(nil)";
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            parts.add(GoSyntax.quote(labels.keyAt(i)) + ":" + GoSyntax.quote(String.valueOf(labels.valueAt(i))));
        }
        return "map[string]string{" + String.join(", ", parts) + "}";
    }

    /** A selector as Go prints it. */
    static String goSelector(@Nullable Object value) {
        if (!(value instanceof JsonObject selector)) {
            return "\"null\"";
        }
        List<JsonObject> expressions = FieldChecks.objects(selector, "matchExpressions");
        String items = expressions.isEmpty()
                ? "(nil)"
                : expressions.stream().map(LabelChecks::goExpression).collect(Collectors.joining(", ", "{", "}"));
        return "v1.LabelSelector{MatchLabels:" + goLabels(selector.object("matchLabels"))
                + ", MatchExpressions:[]v1.LabelSelectorRequirement" + items + "}";
    }

    private static String goExpression(JsonObject expression) {
        JsonArray values = expression.array("values");
        String items = values.isEmpty()
                ? "(nil)"
                : values.stream()
                        .map(value -> GoSyntax.quote(String.valueOf(value)))
                        .collect(Collectors.joining(", ", "{", "}"));
        return "v1.LabelSelectorRequirement{Key:" + GoSyntax.quote(text(expression, "key")) + ", Operator:"
                + GoSyntax.quote(text(expression, "operator")) + ", Values:[]string" + items + "}";
    }
}
