package dev.hcp.simulator.apiserver.definition;

import static dev.hcp.simulator.apiserver.definition.DefinitionSpec.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.cel.RuleDefinitions.Known;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.MetadataValidation;
import dev.hcp.api.validation.schema.ObjectNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a custom resource definition must say. */
final class DefinitionValidation {
    private final JsonObject definition;
    private final DefinitionSpec spec;
    private final KnownSchemas known;
    private final List<FieldError> errors = new ArrayList<>();

    private DefinitionValidation(JsonObject definition, KnownSchemas known) {
        this.definition = definition;
        this.spec = DefinitionSpec.of(definition);
        this.known = known;
    }

    /** The errors of a new definition. */
    static List<FieldError> ofNew(JsonObject definition) {
        DefinitionValidation validation = new DefinitionValidation(definition, KnownSchemas.NONE);
        String name = text(definition, "metadata", "name");
        if (!name.equals(validation.spec.text("names", "plural") + "." + validation.spec.text("group"))) {
            validation.errors.add(
                    FieldError.invalid("metadata.name", name, "must be spec.names.plural+\".\"+spec.group"));
        }
        validation.checkSpec();
        validation.checkStatus();
        validation.errors.addAll(GroupApproval.check(definition, null));
        validation.checkPruning(false);
        return validation.errors;
    }

    /** The errors of a definition that replaces another. */
    static List<FieldError> ofChanged(JsonObject definition, JsonObject old) {
        DefinitionValidation validation = new DefinitionValidation(definition, KnownSchemas.of(old));
        // What the server has taken and nobody has changed is fine.
        if (!Objects.equals(definition.get("spec"), old.get("spec"))) {
            validation.checkSpec();
            validation.checkImmutable(old);
        }
        validation.checkStatus();
        validation.errors.addAll(GroupApproval.check(definition, old));
        validation.checkPruning(old.isTrue("spec", "preserveUnknownFields"));
        return validation.errors;
    }

    private void checkImmutable(JsonObject old) {
        List<String[]> fixed = new ArrayList<>();
        if (Conditions.of(old).isTrue("Established")) {
            fixed.add(new String[] {"spec", "scope"});
            fixed.add(new String[] {"spec", "names", "kind"});
        }
        fixed.add(new String[] {"spec", "group"});
        fixed.add(new String[] {"spec", "names", "plural"});
        for (String[] path : fixed) {
            if (!text(definition, path).equals(text(old, path))) {
                errors.add(FieldError.invalid(String.join(".", path), text(definition, path), "field is immutable"));
            }
        }
    }

    private void checkSpec() {
        checkGroup();
        checkChoice("spec.scope", spec.text("scope"), List.of("Cluster", "Namespaced"));
        List<JsonObject> versions = spec.versions();
        boolean sharedSchema = spec.isShared("schema");
        for (int i = 0; i < versions.size(); i++) {
            if (DefinitionSpec.schema(versions.get(i)) == null) {
                errors.add(
                        FieldError.required("spec.versions[" + i + "].schema.openAPIV3Schema", "schemas are required"));
            }
        }
        for (int i = 0; i < versions.size(); i++) {
            checkVersion(versions.get(i), "spec.versions[" + i + "]", sharedSchema);
        }
        checkStorage();
        if (!versions.isEmpty()) {
            String first = text(versions.get(0), "name");
            if (!first.isEmpty()) {
                checkLabel("spec.version", first);
            }
        }
        for (String field : List.of("plural", "singular", "kind", "listKind")) {
            if (spec.text("names", field).isEmpty()) {
                errors.add(FieldError.required("spec.names." + field, ""));
            }
        }
        errors.addAll(DeclaredNames.check(spec.tree().object("names"), "spec.names"));
        checkShared();
        errors.addAll(ConversionRules.check(spec.tree().object("conversion")));
    }

    private void checkGroup() {
        String group = spec.text("group");
        List<String> problems = group.isEmpty() ? List.of() : ObjectNames.subdomainProblems(group);
        if (group.isEmpty()) {
            errors.add(FieldError.required("spec.group", ""));
        } else if (!problems.isEmpty()) {
            errors.add(FieldError.invalid("spec.group", group, String.join(",", problems)));
        } else if (group.indexOf('.') < 0) {
            errors.add(FieldError.invalid("spec.group", group, "should be a domain with at least one dot"));
        }
    }

    private void checkChoice(String path, String value, List<String> choices) {
        if (value.isEmpty()) {
            errors.add(FieldError.required(path, ""));
        } else if (!choices.contains(value)) {
            errors.add(FieldError.notSupported(path, value, choices));
        }
    }

    private void checkLabel(String path, String value) {
        List<String> problems = ObjectNames.dns1035LabelProblems(value);
        if (!problems.isEmpty()) {
            errors.add(FieldError.invalid(path, value, String.join(",", problems)));
        }
    }

    /** What a version says on its own. */
    private void checkVersion(JsonObject version, String path, boolean sharedSchema) {
        checkLabel(path + ".name", text(version, "name"));
        errors.addAll(DeprecationRules.check(version, path));
        JsonObject schema = DefinitionSpec.schema(version);
        if (schema != null && !sharedSchema && !VerifiedSchemas.contains(schema)) {
            boolean status = version.object("subresources").containsKey("status");
            errors.addAll(SchemaRules.check(
                    schema, path + ".schema.openAPIV3Schema", status, known.forVersion(text(version, "name"), schema)));
        }
        if (!spec.isShared("subresources")) {
            errors.addAll(ScaleRules.check(version.object("subresources"), path + ".subresources"));
        }
        if (!spec.isShared("additionalPrinterColumns")) {
            errors.addAll(ColumnRules.check(version, path + ".additionalPrinterColumns"));
        }
        if (!spec.isShared("selectableFields")) {
            errors.addAll(SelectableFieldRules.check(version, path + ".selectableFields"));
        }
    }

    /** What all versions say alike. */
    private void checkShared() {
        if (spec.versions().isEmpty()) {
            return;
        }
        JsonObject first = spec.versions().get(0);
        JsonObject schema = DefinitionSpec.schema(first);
        if (schema != null && spec.isShared("schema") && !VerifiedSchemas.contains(schema)) {
            boolean status = spec.versions().stream()
                    .anyMatch(version -> version.object("subresources").containsKey("status"));
            errors.addAll(SchemaRules.check(schema, "spec.validation.openAPIV3Schema", status, knownShared(schema)));
        }
        if (spec.isShared("subresources")) {
            errors.addAll(ScaleRules.check(first.object("subresources"), "spec.subresources"));
        }
        if (spec.isShared("selectableFields")) {
            errors.addAll(SelectableFieldRules.check(first, "spec.selectableFields"));
        }
        if (spec.isShared("additionalPrinterColumns")) {
            errors.addAll(ColumnRules.check(first, "spec.additionalPrinterColumns"));
        }
    }

    private Known knownShared(JsonObject schema) {
        boolean before = spec.versions().stream().anyMatch(version -> known.forVersion(text(version, "name"), schema)
                .schema());
        return new Known(known.expressions(), before);
    }

    private void checkStorage() {
        Set<String> names = new HashSet<>();
        boolean unique = true;
        int storage = 0;
        for (JsonObject version : spec.versions()) {
            unique &= names.add(text(version, "name"));
            storage += version.isTrue("storage") ? 1 : 0;
        }
        if (!unique) {
            errors.add(FieldError.invalidLiteral(
                    "spec.versions", GoVersions.literal(spec), "must contain unique version names"));
        }
        if (storage != 1) {
            errors.add(FieldError.invalidLiteral(
                    "spec.versions",
                    GoVersions.literal(spec),
                    "must have exactly one version marked as storage version"));
        }
    }

    private void checkStatus() {
        errors.addAll(DeclaredNames.check(definition.object("status", "acceptedNames"), "status.acceptedNames"));
        JsonArray stored = definition.array("status", "storedVersions");
        if (stored.isEmpty()) {
            errors.add(FieldError.invalidLiteral(
                    "status.storedVersions", "[]string(nil)", "must have at least one stored version"));
            return;
        }
        Map<String, Integer> gone = new HashMap<>();
        for (int i = 0; i < stored.size(); i++) {
            gone.put(String.valueOf(stored.get(i)), i);
        }
        for (JsonObject version : spec.versions()) {
            String name = text(version, "name");
            if (gone.remove(name) == null && version.isTrue("storage")) {
                errors.add(FieldError.invalidLiteral(
                        "status.storedVersions",
                        MetadataValidation.goStrings(stored),
                        "must have the storage version " + name));
            }
        }
        gone.forEach((name, index) -> errors.add(FieldError.invalid(
                "status.storedVersions[" + index + "]",
                name,
                "missing from spec.versions; " + name + " was previously a storage version, and must remain in "
                        + "spec.versions until a storage migration ensures no data remains persisted in " + name
                        + " and removes " + name + " from status.storedVersions")));
    }

    private void checkPruning(boolean before) {
        if (!before && spec.tree().isTrue("preserveUnknownFields")) {
            errors.add(FieldError.invalid(
                    "spec.preserveUnknownFields",
                    true,
                    "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema "
                            + "instead"));
        }
    }
}
