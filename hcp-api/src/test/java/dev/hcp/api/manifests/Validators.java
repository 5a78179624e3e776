package dev.hcp.api.manifests;

import dev.hcp.api.crd.Crds;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.SchemaValidator;
import dev.hcp.api.validation.schema.Defaulting;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.Pruning;
import dev.hcp.api.validation.schema.SchemaCompiler;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Checks objects as an API server does that has the definitions of the SDK: prunes, fills in defaults, validates. */
final class Validators {
    private static final Map<Class<?>, SchemaValidator> VALIDATORS = new ConcurrentHashMap<>();

    private Validators() {}

    /** What the server would refuse the object for. */
    static List<FieldError> errors(JsonObject object) {
        SchemaValidator validator = of(object);
        JsonObject taken = Pruning.decode(object, validator.schema(), new ArrayList<>());
        taken = Defaulting.apply(taken, validator.schema());
        List<FieldError> errors = new ArrayList<>(validator.schemaErrors(taken, null));
        errors.addAll(validator.listErrors(taken, null));
        validator.checkRules(taken, null, errors, warning -> {});
        return errors;
    }

    /** The members that the server would prune. */
    static List<String> unknownFields(JsonObject object) {
        List<String> unknown = new ArrayList<>();
        Pruning.decode(object, of(object).schema(), unknown);
        return unknown;
    }

    private static SchemaValidator of(JsonObject object) {
        Class<? extends CustomResource<?, ?>> kind = RoundTrips.kindOf(object).orElseThrow();
        return VALIDATORS.computeIfAbsent(
                kind,
                any -> SchemaValidator.of(SchemaCompiler.compileRoot(
                        Crds.of(kind).array("spec", "versions").object(0).object("schema", "openAPIV3Schema"))));
    }
}
