package dev.hcp.api.validation;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.cel.Rules;
import dev.hcp.api.validation.schema.EmbeddedObjects;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.api.validation.schema.Validation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks objects of one version of a custom resource against its schema and rules, in the steps and the words of the
 * reference. Rules are compiled when they are first needed. Thread-safe; keep one for a version and share it.
 */
public final class SchemaValidator {
    /** Errors of these kinds keep rules from being evaluated: they count on values of the declared shape. */
    private static final Set<FieldError.Kind> BLOCK_RULES = EnumSet.of(
            FieldError.Kind.NOT_SUPPORTED,
            FieldError.Kind.REQUIRED,
            FieldError.Kind.TOO_LONG,
            FieldError.Kind.TOO_MANY,
            FieldError.Kind.TYPE_INVALID);

    private static final FieldError RULES_NOT_CHECKED = FieldError.invalidLiteral(
            "<nil>",
            "\"null\"",
            "some validation rules were not checked because the object was invalid; correct the existing errors to "
                    + "complete validation");

    private final Schema schema;
    private volatile @Nullable Rules rules;

    private SchemaValidator(Schema schema) {
        this.schema = schema;
    }

    /** The validator of a custom resource's schema, as {@code SchemaCompiler.compileRoot} makes it. */
    public static SchemaValidator of(Schema root) {
        return new SchemaValidator(root);
    }

    /** The schema. */
    public Schema schema() {
        return schema;
    }

    /**
     * Where an object does not fit the schema.
     *
     * @param old what it replaces, or null when it is new; errors in what has not changed are let through
     */
    public List<FieldError> schemaErrors(JsonObject object, @Nullable JsonObject old) {
        return old == null ? Validation.ofNew(object, schema) : Validation.ofChanged(object, old, schema);
    }

    /** What is wrong with the whole objects within an object. */
    public List<FieldError> embeddedErrors(JsonObject object) {
        List<FieldError> errors = new ArrayList<>();
        EmbeddedObjects.check(object, schema, errors);
        return errors;
    }

    /**
     * Items that occur twice in lists of type set and map.
     *
     * @param old what the object replaces, or null when it is new; when that has such items, nothing is said
     */
    public List<FieldError> listErrors(JsonObject object, @Nullable JsonObject old) {
        List<FieldError> errors = Validation.listErrors(object, old == null ? JsonObject.EMPTY : old, schema);
        boolean inherited = !errors.isEmpty()
                && old != null
                && !Validation.listErrors(old, JsonObject.EMPTY, schema).isEmpty();
        return inherited ? List.of() : errors;
    }

    /**
     * Evaluates the rules, unless what is wrong already forbids it, and then says so.
     *
     * @param old what the object replaces, or null when it is new
     * @param errors what was found so far; takes what the rules find
     * @param warnings takes the messages of rules that fail for what has not changed
     * @throws HcpException when there are rules, and the library that evaluates them is not on the class path
     */
    public void checkRules(
            JsonObject object, @Nullable JsonObject old, List<FieldError> errors, Consumer<String> warnings) {
        if (!schema.hasRules()) {
            return;
        }
        for (FieldError error : errors) {
            if (BLOCK_RULES.contains(error.kind())) {
                errors.add(RULES_NOT_CHECKED);
                return;
            }
        }
        Rules.Findings findings = rules().check(object, old);
        errors.addAll(findings.errors());
        findings.warnings().forEach(warnings);
    }

    private Rules rules() {
        Rules known = rules;
        if (known == null) {
            try {
                known = Rules.of(schema);
            } catch (NoClassDefFoundError e) {
                throw new HcpException(
                        "the kind has validation rules, and the library that evaluates them is not on the class path; "
                                + "add the dependency dev.cel:cel",
                        e);
            }
            rules = known;
        }
        return known;
    }
}
