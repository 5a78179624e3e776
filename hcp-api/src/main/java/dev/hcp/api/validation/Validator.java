package dev.hcp.api.validation;

import dev.hcp.api.HcpException;
import dev.hcp.api.crd.Crds;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Defaulting;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.MetadataValidation;
import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.api.validation.schema.Pruning;
import dev.hcp.api.validation.schema.SchemaCompiler;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells without a server what an API server that holds a CustomResourceDefinition would say of an object: it drops unknown
 * fields, fills in defaults, and checks metadata, schema, list keys and rules, with the same field errors in the same
 * words. Values of the wrong type that a model keeps aside are reported like any others. What only the operator refuses is
 * told by {@link HostedClusterChecks}.
 *
 * <p>Schemas and rules are compiled once for each definition. Evaluating rules needs {@code dev.cel:cel} on the class path;
 * without it, kinds with rules are refused with an {@link HcpException}. Thread-safe.
 */
public final class Validator {
    private static final Map<String, Validator> SHIPPED = new ConcurrentHashMap<>();

    private final String group;
    private final String kind;
    private final Map<String, Version> versions = new TreeMap<>();

    private record Version(SchemaValidator schema, boolean status) {}

    private Validator(JsonObject definition) {
        JsonObject spec = definition.object("spec");
        group = String.valueOf(spec.text("group"));
        kind = String.valueOf(spec.text("names", "kind"));
        JsonArray all = spec.array("versions");
        for (int i = 0; i < all.size(); i++) {
            JsonObject version = all.object(i);
            JsonObject schema = version.object("schema", "openAPIV3Schema");
            versions.put(
                    String.valueOf(version.text("name")),
                    new Version(
                            SchemaValidator.of(SchemaCompiler.compileRoot(schema)),
                            version.object("subresources").containsKey("status")));
        }
    }

    /**
     * A validator for a kind.
     *
     * @param definition its {@code apiextensions.k8s.io/v1} CustomResourceDefinition, such as {@link Crds#hostedCluster()}
     */
    public static Validator of(JsonObject definition) {
        return new Validator(definition);
    }

    /**
     * The validator for one of the project's kinds, by the definition that the project ships.
     *
     * @throws HcpException when there is no definition of the kind
     */
    public static Validator of(Class<? extends CustomResource<?, ?>> kind) {
        return SHIPPED.computeIfAbsent(CustomResource.getCRDName(kind), name -> of(Crds.named(name)));
    }

    /**
     * What a server would say when the object is created. Its status does not matter, as servers drop it.
     *
     * @throws HcpException when there is no definition of the object's kind
     */
    @SuppressWarnings("unchecked") // The class of a custom resource is the class of its kind.
    public static ValidationResult validate(CustomResource<?, ?> object) {
        return of((Class<? extends CustomResource<?, ?>>) object.getClass()).create(Json.toTree(object));
    }

    /**
     * What a server would say when the object replaces an older state of it. Errors in what has not changed are let
     * through; rules that compare the two states are evaluated.
     *
     * @throws HcpException when there is no definition of the object's kind
     */
    @SuppressWarnings("unchecked") // The class of a custom resource is the class of its kind.
    public static ValidationResult validateUpdate(CustomResource<?, ?> object, CustomResource<?, ?> old) {
        return of((Class<? extends CustomResource<?, ?>>) object.getClass())
                .update(Json.toTree(object), Json.toTree(old));
    }

    /**
     * What a server would say when an object is created.
     *
     * @throws HcpException when it is of another kind, or of a version that the definition does not have
     */
    public ValidationResult create(JsonObject object) {
        return check(object, null);
    }

    /**
     * What a server would say when an object replaces an older state of it.
     *
     * @throws HcpException when it is of another kind, or of a version that the definition does not have
     */
    public ValidationResult update(JsonObject object, JsonObject old) {
        return check(object, old);
    }

    private ValidationResult check(JsonObject object, @Nullable JsonObject old) {
        Version version = version(object);
        SchemaValidator validator = version.schema;
        List<String> unknown = new ArrayList<>();
        JsonObject decoded = decode(object, version, old, unknown);
        JsonObject before = old == null ? null : decode(old, version, old, new ArrayList<>());
        List<FieldError> errors = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        unknown.forEach(field -> warnings.add("unknown field \"" + field + "\""));
        if (before == null) {
            MetadataValidation.checkNew(named(decoded), NameRule.SUBDOMAIN, true, errors);
        } else {
            MetadataValidation.checkChanged(decoded, before, errors);
        }
        errors.addAll(validator.schemaErrors(decoded, before));
        errors.addAll(validator.embeddedErrors(decoded));
        errors.addAll(validator.listErrors(decoded, before));
        validator.checkRules(decoded, before, errors, warnings::add);
        String name = Optional.ofNullable(object.text("metadata", "name")).orElse("");
        return new ValidationResult(kind + "." + group + " \"" + name + "\"", errors, warnings);
    }

    /** Decodes an object; a server keeps the status that an old state has. */
    private static JsonObject decode(
            JsonObject object, Version version, @Nullable JsonObject old, List<String> unknown) {
        JsonObject kept = object;
        if (version.status) {
            Object status = old == null ? null : old.get("status");
            kept = status == null ? kept.without("status") : kept.with("status", status);
        }
        JsonObject pruned = Pruning.decode(kept, version.schema.schema(), unknown);
        return Defaulting.apply(pruned, version.schema.schema());
    }

    /** With the name that a server would make. */
    private static JsonObject named(JsonObject object) {
        String prefix = object.text("metadata", "generateName");
        boolean made = object.text("metadata", "name") == null && prefix != null && !prefix.isEmpty();
        return made ? object.withAt(prefix + "xxxxx", "metadata", "name") : object;
    }

    private Version version(JsonObject object) {
        String apiVersion = String.valueOf(object.text("apiVersion"));
        int slash = apiVersion.indexOf('/');
        Version version = slash > 0 && apiVersion.substring(0, slash).equals(group)
                ? versions.get(apiVersion.substring(slash + 1))
                : null;
        if (version == null || !kind.equals(object.text("kind"))) {
            throw new HcpException("cannot validate an object of apiVersion " + apiVersion + " and kind "
                    + object.text("kind") + ": the definition is of " + kind + " in " + group + " "
                    + versions.keySet());
        }
        return version;
    }
}
