package dev.hcp.api.validation.cel;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.SchemaValidator;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.SchemaCompiler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind with one schema under {@code spec}, and what validation says of its objects. */
final class TestRules {
    private final SchemaValidator validator;

    private TestRules(JsonObject spec) {
        validator = SchemaValidator.of(
                SchemaCompiler.compileRoot(JsonObject.of("type", "object", "properties", JsonObject.of("spec", spec))));
    }

    /** A kind whose {@code spec} has a schema, written in JSON with single quotes. */
    static TestRules of(String spec) {
        return new TestRules(parse(spec));
    }

    /** A kind whose {@code spec} has a schema and one rule. */
    static TestRules of(String spec, String rule) {
        return new TestRules(parse(spec).with("x-kubernetes-validations", JsonArray.of(JsonObject.of("rule", rule))));
    }

    /** JSON with single quotes for double ones. */
    static JsonObject parse(String json) {
        return Json.parseObject(json.replace('\'', '"'));
    }

    List<String> create(String spec) {
        return check(spec, null, new ArrayList<>());
    }

    List<String> update(String old, String spec) {
        return check(spec, old, new ArrayList<>());
    }

    List<String> warnings(String old, String spec) {
        List<String> warnings = new ArrayList<>();
        check(spec, old, warnings);
        return warnings;
    }

    private List<String> check(String spec, @Nullable String old, List<String> warnings) {
        JsonObject object = object(spec);
        JsonObject before = old == null ? null : object(old);
        List<FieldError> errors = new ArrayList<>(validator.schemaErrors(object, before));
        errors.addAll(validator.listErrors(object, before));
        validator.checkRules(object, before, errors, warnings::add);
        return errors.stream().map(FieldError::message).toList();
    }

    private static JsonObject object(String spec) {
        return JsonObject.of(
                "apiVersion",
                "example.com/v1",
                "kind",
                "Thing",
                "metadata",
                JsonObject.of("name", "one"),
                "spec",
                parse("{'x':" + spec + "}").get("x"));
    }
}
