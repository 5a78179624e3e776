package dev.hcp.simulator.apiserver.definition;

import static dev.hcp.simulator.apiserver.definition.DefinitionSpec.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.cel.RuleTexts;
import dev.hcp.api.validation.schema.FieldError;
import java.util.ArrayList;
import java.util.List;

/** The part of OpenAPI that schemas of custom resources may use: the first stage of their validation. */
final class SchemaSubset {
    private static final List<String> TYPES = List.of("array", "boolean", "integer", "number", "object", "string");
    private static final List<String> META_FIELDS = List.of("apiVersion", "kind", "metadata");
    private static final List<String> JUNCTORS = List.of("allOf", "oneOf", "anyOf");

    private final List<FieldError> errors = new ArrayList<>();

    private SchemaSubset() {}

    static List<FieldError> check(JsonObject schema, String path) {
        SchemaSubset subset = new SchemaSubset();
        subset.check(schema, path, new Place(true, false, ""));
        return subset.errors;
    }

    /**
     * Where a part of a schema stands.
     *
     * @param root whether it describes the whole object
     * @param insideMeta whether it is within apiVersion, kind or metadata
     * @param noDefaults why there may be no default; empty when there may
     */
    private record Place(boolean root, boolean insideMeta, String noDefaults) {
        Place below() {
            return root ? new Place(false, insideMeta, noDefaults) : this;
        }

        Place property(JsonObject owner, String name) {
            boolean whole = root || owner.isTrue("x-kubernetes-embedded-resource");
            if (!whole || !META_FIELDS.contains(name)) {
                return below();
            }
            return new Place(false, true, root ? "in top-level " + name : noDefaults);
        }

        Place additional() {
            return insideMeta
                    ? new Place(false, true, "inside additionalProperties applying to object metadata")
                    : below();
        }
    }

    private void check(JsonObject schema, String path, Place place) {
        checkKeywords(schema, path, place);
        if (schema.isTrue("uniqueItems")) {
            errors.add(FieldError.forbidden(
                    path + ".uniqueItems",
                    "uniqueItems cannot be set to true since the runtime complexity becomes quadratic"));
        }
        JsonObject properties = schema.object("properties");
        Object additional = schema.get("additionalProperties");
        if (!properties.isEmpty() && (additional instanceof JsonObject || Boolean.FALSE.equals(additional))) {
            errors.add(FieldError.forbidden(
                    path + ".additionalProperties", "additionalProperties and properties are mutual exclusive"));
        }
        if (additional instanceof JsonObject part) {
            check(part, path + ".additionalProperties", place.additional());
        }
        for (int i = 0; i < properties.size(); i++) {
            if (properties.valueAt(i) instanceof JsonObject property) {
                String name = properties.keyAt(i);
                check(property, path + ".properties[" + name + "]", place.property(schema, name));
            }
        }
        if (schema.get("not") instanceof JsonObject not) {
            check(not, path + ".not", place.below());
        }
        for (String junctor : JUNCTORS) {
            JsonArray branches = schema.array(junctor);
            for (int i = 0; i < branches.size(); i++) {
                check(branches.object(i), path + "." + junctor + "[" + i + "]", place.below());
            }
        }
        if (schema.get("items") instanceof JsonObject items) {
            check(items, path + ".items", place.below());
        }
        if (Boolean.FALSE.equals(schema.get("x-kubernetes-preserve-unknown-fields"))) {
            errors.add(FieldError.invalid(
                    path + ".x-kubernetes-preserve-unknown-fields", false, "must be true or undefined"));
        }
        errors.addAll(ListTopologyRules.check(schema, path));
        errors.addAll(RuleTexts.check(schema, path));
    }

    private void checkKeywords(JsonObject schema, String path, Place place) {
        String type = text(schema, "type");
        if (!type.isEmpty() && !TYPES.contains(type)) {
            errors.add(FieldError.notSupported(path + ".type", type, TYPES));
        }
        if (schema.get("default") != null && !place.noDefaults.isEmpty()) {
            errors.add(FieldError.forbidden(path + ".default", "must not be set " + place.noDefaults));
        }
        for (String keyword :
                List.of("id", "additionalItems", "patternProperties", "definitions", "dependencies", "$ref")) {
            Object value = schema.get(keyword);
            boolean empty = SchemaRules.isZero(value) && !(keyword.equals("additionalItems") && value != null);
            if (!empty) {
                errors.add(FieldError.forbidden(path + "." + keyword, keyword + " is not supported"));
            }
        }
        if (type.equals("null")) {
            errors.add(
                    FieldError.forbidden(path + ".type", "type cannot be set to null, use nullable as an alternative"));
        }
        if (schema.get("items") instanceof JsonArray) {
            errors.add(FieldError.forbidden(path + ".items", "items must be a schema object and not an array"));
        }
        if (place.insideMeta && schema.isTrue("x-kubernetes-embedded-resource")) {
            errors.add(FieldError.forbidden(
                    path + ".x-kubernetes-embedded-resource", "must not be used inside of resource meta"));
        }
    }
}
