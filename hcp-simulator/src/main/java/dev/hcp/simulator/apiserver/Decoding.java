package dev.hcp.simulator.apiserver;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.FieldPath;
import dev.hcp.api.validation.schema.MetaSchemas;
import dev.hcp.api.validation.schema.Pruning;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.api.validation.schema.Validation;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a tree as a client sends it to a tree of the resource's kind: unknown fields dropped and told of. */
final class Decoding {
    private static final String META = "ObjectMeta";

    /** The decoded object; code in the same JVM may leave kind and apiVersion out. */
    JsonObject tree(Resource resource, JsonObject object, WriteContext context) {
        return tree(resource, object, JsonObject.EMPTY, List.of(), context);
    }

    /**
     * The decoded object; code in the same JVM may leave kind and apiVersion out.
     *
     * @param live the object as it is, or the empty object: the parts that both share are known to be right
     */
    JsonObject tree(Resource resource, JsonObject object, JsonObject live, WriteContext context) {
        return tree(resource, object, live, List.of(), context);
    }

    /**
     * The decoded object.
     *
     * @param syntaxProblems what the parser found that only strict decoding refuses, such as duplicate fields
     */
    JsonObject tree(Resource resource, JsonObject object, List<String> syntaxProblems, WriteContext context) {
        return tree(resource, object, JsonObject.EMPTY, syntaxProblems, context);
    }

    private JsonObject tree(
            Resource resource, JsonObject object, JsonObject live, List<String> syntaxProblems, WriteContext context) {
        List<String> problems = new ArrayList<>(syntaxProblems);
        JsonObject decoded;
        try {
            decoded = prune(resource, object, live, problems);
        } catch (Mismatch e) {
            throw Failures.badRequest(resource.kind() + " in version \"" + resource.version()
                    + "\" cannot be handled as a " + resource.kind() + ": " + e.getMessage());
        }
        switch (context.fieldValidation()) {
            case IGNORE -> {}
            case WARN -> problems.forEach(context::warn);
            case STRICT -> {
                if (!problems.isEmpty()) {
                    throw Failures.badRequest(resource.kind() + " in version \"" + resource.version()
                            + "\" cannot be handled as a " + resource.kind() + ": strict decoding error: "
                            + String.join(", ", problems));
                }
            }
        }
        return decoded;
    }

    /** A value of a type that the kind's own types do not take. */
    static final class Mismatch extends HcpException {
        private static final long serialVersionUID = 1L;

        Mismatch(String message) {
            super(message);
        }
    }

    /**
     * A patched object with only known fields.
     *
     * @param live the decoded object that was patched: what both have in common is known to be right
     */
    JsonObject patched(Resource resource, JsonObject object, JsonObject live, List<String> problems) {
        return prune(resource, object, live, problems);
    }

    /**
     * An object as it comes out of an apply. A custom resource keeps its nulls, for its schema to judge; a built-in kind
     * has types of its own, in which a null is an absent field.
     *
     * @param live the object that was applied to, or the empty object
     */
    JsonObject applied(Resource resource, JsonObject object, JsonObject live) {
        if (resource.custom()) {
            return Pruning.unknownFields(object, resource.schema());
        }
        try {
            return prune(resource, object, live, new ArrayList<>());
        } catch (Mismatch e) {
            String namespace = ObjectMeta.text(object, "namespace");
            throw Failures.raw("failed to convert new typed object (" + namespace + "/"
                    + ObjectMeta.text(object, "name") + "; " + (resource.group().isEmpty() ? "/" : "")
                    + resource.apiVersion() + ", Kind=" + resource.kind() + ") to object: " + e.getMessage());
        }
    }

    /** What the reference's decoder says: of all of a built-in kind, and of a custom resource's metadata. */
    private static Optional<String> mismatch(Resource resource, JsonObject object, JsonObject known) {
        if (!resource.custom()) {
            return GoTypes.mismatch(object, known, resource.schema(), resource.kind());
        }
        Object metadata = object.get("metadata");
        Optional<String> own = metadata instanceof JsonObject meta
                ? GoTypes.mismatch(meta, known.object("metadata"), MetaSchemas.OBJECT_META, META)
                : Optional.empty();
        return own.isPresent() ? own : embeddedMismatch(object, resource.schema(), FieldPath.ROOT);
    }

    private static Optional<String> metaMismatch(JsonObject meta) {
        return GoTypes.mismatch(meta, JsonObject.EMPTY, MetaSchemas.OBJECT_META, META);
    }

    /** What the decoder says of the objects within a custom resource. */
    private static Optional<String> embeddedMismatch(@Nullable Object value, Schema schema, FieldPath path) {
        if (!schema.embeddedWithin()) {
            return Optional.empty();
        }
        if (value instanceof JsonArray array && schema.items() != null) {
            for (int i = 0; i < array.size(); i++) {
                Optional<String> found = embeddedMismatch(array.get(i), schema.items(), path.index(i));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        if (!(value instanceof JsonObject object)) {
            return Optional.empty();
        }
        for (int i = 0; i < object.size(); i++) {
            String name = object.keyAt(i);
            Object member = object.valueAt(i);
            Schema declared = schema.properties().get(name);
            Schema additional = schema.additional();
            Optional<String> found = schema.embedded() ? coercionProblem(name, member, path) : Optional.empty();
            if (found.isEmpty() && declared != null) {
                found = embeddedMismatch(member, declared, path.child(name));
            } else if (found.isEmpty() && additional != null) {
                found = embeddedMismatch(member, additional, path.key(name));
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> coercionProblem(String name, @Nullable Object value, FieldPath path) {
        String field = path.child(name).toString();
        if ((name.equals("apiVersion") || name.equals("kind")) && !(value instanceof String)) {
            return Optional.of(
                    FieldError.invalid(field, value, "must be a string").message());
        }
        if (!name.equals("metadata") || value == null) {
            return Optional.empty();
        }
        Optional<String> problem = value instanceof JsonObject meta
                ? metaMismatch(meta)
                : Optional.of("json: cannot unmarshal " + Validation.typeName(value)
                        + " into Go value of type v1.ObjectMeta");
        return problem.map(words -> FieldError.invalid(field, value, words).message());
    }

    /** The object with only known fields; adds {@code unknown field "..."} for each that is dropped. */
    JsonObject prune(Resource resource, JsonObject object, List<String> problems) {
        return prune(resource, object, JsonObject.EMPTY, problems);
    }

    private JsonObject prune(Resource resource, JsonObject object, JsonObject known, List<String> problems) {
        JsonObject whole = object;
        if (isUnset(whole.get("kind"))) {
            whole = whole.with("kind", resource.kind());
        }
        if (isUnset(whole.get("apiVersion"))) {
            whole = whole.with("apiVersion", resource.apiVersion());
        }
        List<String> unknown = new ArrayList<>();
        mismatch(resource, whole, known).ifPresent(why -> {
            throw new Mismatch(why);
        });
        JsonObject pruned = resource.custom()
                ? Pruning.decode(whole, known, resource.schema(), unknown)
                : Pruning.decodeBuiltIn(whole, known, resource.schema(), unknown);
        // Metadata comes first in the reference: it is decoded by itself.
        for (String path : unknown) {
            if (path.startsWith("metadata.")) {
                problems.add("unknown field \"" + path + "\"");
            }
        }
        for (String path : unknown) {
            if (!path.startsWith("metadata.")) {
                problems.add("unknown field \"" + path + "\"");
            }
        }
        boolean forgets = !resource.custom()
                && whole.at("metadata", "managedFields") instanceof JsonArray owners
                && owners.isEmpty();
        // An empty list of owners is not the same as none: it asks for them to be forgotten.
        return forgets ? pruned.withAt(JsonArray.EMPTY, "metadata", "managedFields") : pruned;
    }

    private static boolean isUnset(@Nullable Object text) {
        return text == null || text.equals("");
    }
}
