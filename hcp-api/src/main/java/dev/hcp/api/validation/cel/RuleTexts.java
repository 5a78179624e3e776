package dev.hcp.api.validation.cel;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.DeclaredField;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.SchemaCompiler;
import java.util.ArrayList;
import java.util.List;

/** Checks what the rules at one part of a schema say, but for their expressions. */
public final class RuleTexts {
    private static final List<String> REASONS =
            List.of("FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired");

    private final JsonObject schema;
    private final List<FieldError> errors = new ArrayList<>();

    private RuleTexts(JsonObject schema) {
        this.schema = schema;
    }

    /**
     * What is wrong with the rules at a part of a schema.
     *
     * @param schema the part, as the definition has it
     * @param path where it stands in the definition
     */
    public static List<FieldError> check(JsonObject schema, String path) {
        JsonArray rules = schema.array("x-kubernetes-validations");
        if (rules.isEmpty()) {
            return List.of();
        }
        RuleTexts texts = new RuleTexts(schema);
        for (int i = 0; i < rules.size(); i++) {
            texts.check(RuleText.of(rules.object(i)), path + ".x-kubernetes-validations[" + i + "]");
        }
        return texts.errors;
    }

    private void check(RuleText text, String path) {
        String message = text.message();
        if (text.rule().isBlank()) {
            errors.add(FieldError.required(path + ".rule", "rule is not specified"));
        } else if (!message.isEmpty() && message.isBlank()) {
            errors.add(FieldError.invalid(path + ".message", message, "message must be non-empty if specified"));
        } else if (hasLineBreaks(message.strip())) {
            errors.add(FieldError.invalid(path + ".message", message, "message must not contain line breaks"));
        } else if (hasLineBreaks(text.rule().strip()) && message.isEmpty()) {
            errors.add(
                    FieldError.required(path + ".message", "message must be specified if rule contains line breaks"));
        }
        if (!text.messageExpression().isEmpty() && text.messageExpression().isBlank()) {
            errors.add(FieldError.required(
                    path + ".messageExpression", "messageExpression must be non-empty if specified"));
        }
        if (text.reason() != null && !REASONS.contains(text.reason())) {
            errors.add(FieldError.notSupported(path + ".reason", text.reason(), REASONS));
        }
        checkBlamedField(text.fieldPath(), path + ".fieldPath");
    }

    private void checkBlamedField(String blamed, String path) {
        if (blamed.isEmpty()) {
            return;
        }
        if (blamed.isBlank()) {
            errors.add(FieldError.invalid(path, blamed, "fieldPath must be non-empty if specified"));
        }
        if (hasLineBreaks(blamed)) {
            errors.add(FieldError.invalid(path, blamed, "fieldPath must not contain line breaks"));
        }
        if (!DeclaredField.of(blamed, SchemaCompiler.compile(schema)).problem().isEmpty()) {
            errors.add(FieldError.invalid(path, blamed, "fieldPath must be a valid path"));
        }
    }

    private static boolean hasLineBreaks(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }
}
