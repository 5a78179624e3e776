package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.SchemaValidator;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Validation of whole objects: by schema for custom resources, by the kind's own rules for built-in ones. */
final class ObjectValidation {
    /** Finalizers that stand for a way of deletion. */
    private static final Set<String> PROPAGATION = Set.of("orphan", "foregroundDeletion");

    /** Sub-resources that write a part of an object which is checked by itself. */
    private static final Set<String> WRITES_PARTS = Set.of("status", "approval", "binding", "ephemeralcontainers");

    void validateNew(Resource resource, JsonObject object, List<FieldError> errors, WriteContext context) {
        SchemaValidator validator = resource.validator().orElse(null);
        if (validator == null) {
            resource.strategy().validate(object, errors);
        } else {
            validate(validator, resource, object, null, errors, context);
        }
    }

    void validateChanged(
            Resource resource,
            @Nullable String subresource,
            JsonObject object,
            JsonObject old,
            List<FieldError> errors,
            WriteContext context) {
        SchemaValidator validator = resource.validator().orElse(null);
        if (validator != null) {
            validate(validator, resource, object, old, errors, context);
        } else if (subresource == null || !WRITES_PARTS.contains(subresource)) {
            resource.strategy().validateUpdate(object, old, errors);
        } else {
            resource.strategy().validateSubresource(subresource, object, old, errors);
        }
    }

    private static void validate(
            SchemaValidator validator,
            Resource resource,
            JsonObject object,
            @Nullable JsonObject old,
            List<FieldError> errors,
            WriteContext context) {
        errors.addAll(validator.schemaErrors(object, old));
        Scales.check(resource.scale(), object, errors);
        errors.addAll(validator.embeddedErrors(object));
        errors.addAll(validator.listErrors(object, old));
        validator.checkRules(object, old, errors, context::warn);
        if (errors.isEmpty()) {
            warnOfFinalizers(object, old, context);
        }
    }

    private static void warnOfFinalizers(JsonObject object, @Nullable JsonObject old, WriteContext context) {
        JsonArray finalizers = Writes.finalizers(object);
        if (finalizers.isEmpty()) {
            return;
        }
        JsonArray before = old == null ? JsonArray.EMPTY : Writes.finalizers(old);
        Set<String> added = new TreeSet<>();
        for (Object finalizer : finalizers) {
            if (!before.contains(finalizer)) {
                added.add(String.valueOf(finalizer));
            }
        }
        for (String name : added) {
            if (name.indexOf('/') < 0 && !PROPAGATION.contains(name)) {
                context.warn("metadata.finalizers: \"" + name
                        + "\": prefer a domain-qualified finalizer name including a path (/) to avoid accidental "
                        + "conflicts with other finalizer writers");
            }
        }
    }
}
