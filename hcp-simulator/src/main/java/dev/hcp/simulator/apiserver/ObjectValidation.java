package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.api.validation.schema.Validation;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Validation of whole objects: by schema for custom resources, by the kind's own rules for built-in ones. */
final class ObjectValidation {
    /** Errors of these kinds keep the validation rules from being looked at. */
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

    void validateNew(Resource resource, JsonObject object, List<FieldError> errors, WriteContext context) {
        if (!resource.custom()) {
            resource.strategy().validate(object, errors);
            return;
        }
        Schema schema = resource.schema();
        warnOfFinalizers(object, context);
        errors.addAll(Validation.ofNew(object, schema));
        Scales.check(resource.scale(), object, errors);
        errors.addAll(Validation.listErrors(object, schema));
        rules(schema, errors);
    }

    void validateChanged(
            Resource resource,
            @Nullable String subresource,
            JsonObject object,
            JsonObject old,
            List<FieldError> errors,
            WriteContext context) {
        if (!resource.custom()) {
            if (subresource == null || !subresource.equals("status")) {
                resource.strategy().validateUpdate(object, old, errors);
            }
            return;
        }
        Schema schema = resource.schema();
        warnOfFinalizers(object, context);
        errors.addAll(Validation.ofChanged(object, old, schema));
        Scales.check(resource.scale(), object, errors);
        List<FieldError> lists = Validation.listErrors(object, schema);
        if (!lists.isEmpty() && Validation.listErrors(old, schema).isEmpty()) {
            errors.addAll(lists);
        }
        rules(schema, errors);
    }

    /** Where the rules of {@code x-kubernetes-validations} are to be evaluated; they are not yet. */
    private static void rules(Schema schema, List<FieldError> errors) {
        if (schema.hasRules() && errors.stream().anyMatch(error -> BLOCK_RULES.contains(error.kind()))) {
            errors.add(RULES_NOT_CHECKED);
        }
    }

    private static void warnOfFinalizers(JsonObject object, WriteContext context) {
        for (Object finalizer : object.array("metadata", "finalizers")) {
            String name = String.valueOf(finalizer);
            if (name.indexOf('/') < 0 && name.indexOf('.') >= 0) {
                context.warn("metadata.finalizers: \"" + name
                        + "\": prefer a domain-qualified finalizer name including a path (/) to avoid accidental "
                        + "conflicts with other finalizer writers");
            }
        }
    }
}
