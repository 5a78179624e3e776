package dev.hcp.simulator.apiserver.definition;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.cel.RuleDefinitions;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.api.validation.schema.SchemaCompiler;
import java.util.ArrayList;
import java.util.List;

/** What the schema of a version must be, stage by stage. */
final class SchemaRules {
    /** What the schema of a whole object may say beside its fields when the status has an endpoint of its own. */
    private static final List<String> BESIDE_STATUS = List.of(
            "description",
            "type",
            "format",
            "title",
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "pattern",
            "maxItems",
            "minItems",
            "uniqueItems",
            "multipleOf",
            "required",
            "items",
            "properties",
            "externalDocs",
            "example",
            "x-kubernetes-preserve-unknown-fields",
            "x-kubernetes-validations");

    private static final String BESIDE_STATUS_WORDS = "only [Description Type Format Title Maximum ExclusiveMaximum "
            + "Minimum ExclusiveMinimum MaxLength MinLength Pattern MaxItems MinItems UniqueItems MultipleOf Required "
            + "Items Properties ExternalDocs Example XPreserveUnknownFields XValidations] fields are allowed at the root "
            + "of the schema if the status subresource is enabled";

    private SchemaRules() {}

    /**
     * What is wrong with the schema of a whole object.
     *
     * @param path where it stands in the definition
     * @param status whether the status has an endpoint of its own
     * @param known what the server has taken before
     */
    static List<FieldError> check(JsonObject schema, String path, boolean status, RuleDefinitions.Known known) {
        List<FieldError> errors = new ArrayList<>();
        if (status) {
            checkBesideStatus(schema, path, errors);
        }
        if (schema.isTrue("nullable")) {
            errors.add(FieldError.forbidden(path + ".nullable", "nullable cannot be true at the root"));
        }
        List<FieldError> subset = SchemaSubset.check(schema, path);
        errors.addAll(subset);
        List<FieldError> structure = StructuralRules.check(schema, path);
        if (structure.isEmpty()) {
            structure = DefaultRules.check(schema, path);
        }
        if (!structure.isEmpty()) {
            return errors.isEmpty() ? structure : errors;
        }
        Schema compiled = SchemaCompiler.compileRoot(schema);
        if (compiled.hasRules()) {
            errors.addAll(RuleDefinitions.check(compiled, path, known, part -> subset.stream()
                    .anyMatch(error -> error.field().startsWith(part))));
        }
        return errors;
    }

    private static void checkBesideStatus(JsonObject schema, String path, List<FieldError> errors) {
        String type = DefinitionSpec.text(schema, "type");
        for (int i = 0; i < schema.size(); i++) {
            String keyword = schema.keyAt(i);
            if (keyword.equals("type") && !type.isEmpty() && !type.equals("object")) {
                errors.add(FieldError.invalid(
                        path + ".type",
                        type,
                        "only \"object\" is allowed as the type at the root of the schema if the status subresource is "
                                + "enabled"));
                return;
            }
            if (!BESIDE_STATUS.contains(keyword) && !isZero(schema.valueAt(i))) {
                errors.add(FieldError.invalidLiteral(
                        path, "apiextensions.JSONSchemaProps{Type:\"" + type + "\"}", BESIDE_STATUS_WORDS));
                return;
            }
        }
    }

    /** Whether Go takes a value for one that is not there. */
    static boolean isZero(@org.jspecify.annotations.Nullable Object value) {
        return value == null
                || value.equals("")
                || value.equals(false)
                || (value instanceof java.util.Collection<?> list && list.isEmpty())
                || (value instanceof JsonObject object && object.isEmpty());
    }
}
