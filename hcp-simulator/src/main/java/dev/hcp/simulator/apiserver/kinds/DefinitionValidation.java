package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import java.util.List;

/** What a custom resource definition must say. */
final class DefinitionValidation {
    private DefinitionValidation() {}

    static void check(JsonObject definition, List<FieldError> errors) {
        JsonObject spec = definition.object("spec");
        String group = text(spec, "group");
        String plural = text(spec, "names", "plural");
        String name = text(definition, "metadata", "name");
        if (!name.equals(plural + "." + group)) {
            errors.add(FieldError.invalid("metadata.name", name, "must be spec.names.plural+\".\"+spec.group"));
        }
        if (group.isEmpty()) {
            errors.add(FieldError.required("spec.group", ""));
        } else if (group.indexOf('.') < 0) {
            errors.add(FieldError.invalid("spec.group", group, "should be a domain with at least one dot"));
        }
        String scope = text(spec, "scope");
        if (scope.isEmpty()) {
            errors.add(FieldError.required("spec.scope", ""));
        } else if (!scope.equals("Namespaced") && !scope.equals("Cluster")) {
            errors.add(FieldError.notSupported("spec.scope", scope, List.of("Cluster", "Namespaced")));
        }
        checkVersions(spec, errors);
        for (String field : List.of("plural", "singular", "kind", "listKind")) {
            if (text(spec, "names", field).isEmpty()) {
                errors.add(FieldError.required("spec.names." + field, ""));
            }
        }
        String kind = text(spec, "names", "kind");
        if (!kind.isEmpty() && kind.equals(text(spec, "names", "listKind"))) {
            errors.add(FieldError.invalid("spec.names.listKind", kind, "kind and listKind may not be the same"));
        }
        if (definition.array("status", "storedVersions").isEmpty()) {
            errors.add(FieldError.invalidLiteral(
                    "status.storedVersions", "[]string(nil)", "must have at least one stored version"));
        }
    }

    private static void checkVersions(JsonObject spec, List<FieldError> errors) {
        JsonArray versions = spec.array("versions");
        int storage = 0;
        for (int i = 0; i < versions.size(); i++) {
            storage += versions.object(i).isTrue("storage") ? 1 : 0;
        }
        if (storage != 1) {
            errors.add(FieldError.invalidLiteral(
                    "spec.versions",
                    versions.isEmpty()
                            ? "[]apiextensions.CustomResourceDefinitionVersion(nil)"
                            : "[]apiextensions.CustomResourceDefinitionVersion{...}",
                    "must have exactly one version marked as storage version"));
        }
        boolean same = true;
        for (int i = 1; i < versions.size(); i++) {
            same &= versions.object(i)
                    .object("schema")
                    .equals(versions.object(0).object("schema"));
        }
        for (int i = 0; i < (same ? Math.min(1, versions.size()) : versions.size()); i++) {
            String at = same ? "spec.validation.openAPIV3Schema" : "spec.versions[" + i + "].schema.openAPIV3Schema";
            if (versions.object(i).at("schema", "openAPIV3Schema") instanceof JsonObject schema) {
                StructuralRules.check(schema, at, errors);
            } else {
                errors.add(
                        FieldError.required("spec.versions[" + i + "].schema.openAPIV3Schema", "schemas are required"));
            }
        }
    }
}
