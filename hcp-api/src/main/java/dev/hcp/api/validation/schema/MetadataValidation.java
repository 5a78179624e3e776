package dev.hcp.api.validation.schema;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Validation of {@code metadata}, the same for every kind. */
public final class MetadataValidation {
    private static final int ANNOTATIONS_LIMIT = 262144;
    private static final List<String> STANDARD_FINALIZERS = List.of("orphan", "foregroundDeletion", "kubernetes");

    private MetadataValidation() {}

    /**
     * Adds what is wrong with the metadata of a new object.
     *
     * @param names what names the kind accepts
     * @param custom whether the kind is a custom resource, which takes more finalizers
     */
    public static void checkNew(JsonObject object, NameRule names, boolean custom, List<FieldError> errors) {
        JsonObject meta = object.object("metadata");
        String name = text(meta, "name");
        String generateName = text(meta, "generateName");
        if (!generateName.isEmpty()) {
            for (String problem : ObjectNames.problems(names, generateName, true)) {
                errors.add(FieldError.invalid("metadata.generateName", generateName, problem));
            }
        }
        if (name.isEmpty()) {
            errors.add(FieldError.required("metadata.name", "name or generateName is required"));
        } else {
            for (String problem : ObjectNames.problems(names, name, false)) {
                errors.add(FieldError.invalid("metadata.name", name, problem));
            }
        }
        checkLabelsAndOwners(meta, "metadata", errors);
        JsonArray finalizers = meta.array("finalizers");
        if (!finalizers.isEmpty()) {
            checkFinalizers(custom, finalizers, "metadata", errors);
        }
    }

    /**
     * Adds what is wrong with the metadata of an object within another, which needs no name.
     *
     * @param path where the metadata stands
     */
    public static void checkEmbedded(JsonObject meta, String path, List<FieldError> errors) {
        for (String field : List.of("generateName", "name")) {
            String name = text(meta, field);
            for (String problem : ObjectNames.problems(NameRule.PATH_SEGMENT, name, field.equals("generateName"))) {
                errors.add(FieldError.invalid(path + "." + field, name, problem));
            }
        }
        String namespace = text(meta, "namespace");
        if (!namespace.isEmpty()) {
            for (String problem : ObjectNames.problems(NameRule.LABEL, namespace, false)) {
                errors.add(FieldError.invalid(path + ".namespace", namespace, problem));
            }
        }
        checkLabelsAndOwners(meta, path, errors);
        checkFinalizers(true, meta.array("finalizers"), path, errors);
    }

    private static void checkLabelsAndOwners(JsonObject meta, String path, List<FieldError> errors) {
        JsonArray owners = meta.array("ownerReferences");
        if (!owners.isEmpty()) {
            checkOwners(owners, path + ".ownerReferences", errors);
        }
        checkLabels(meta.object("labels"), path + ".labels", errors);
        JsonObject annotations = meta.object("annotations");
        if (!annotations.isEmpty()) {
            checkAnnotations(annotations, path + ".annotations", errors);
        }
    }

    private static void checkLabels(JsonObject labels, String path, List<FieldError> errors) {
        for (int i = 0; i < labels.size(); i++) {
            String key = labels.keyAt(i);
            for (String problem : ObjectNames.qualifiedNameProblems(key)) {
                errors.add(FieldError.invalid(path, key, problem));
            }
            String value = String.valueOf(labels.valueAt(i));
            for (String problem : ObjectNames.labelValueProblems(value)) {
                errors.add(FieldError.invalid(path, value, problem));
            }
        }
    }

    private static void checkAnnotations(JsonObject annotations, String path, List<FieldError> errors) {
        long size = 0;
        for (int i = 0; i < annotations.size(); i++) {
            String key = annotations.keyAt(i);
            for (String problem : ObjectNames.annotationKeyProblems(key)) {
                errors.add(FieldError.invalid(path, key, problem));
            }
            size += bytes(key) + bytes(String.valueOf(annotations.valueAt(i)));
        }
        if (size > ANNOTATIONS_LIMIT) {
            errors.add(FieldError.tooLong(path, ANNOTATIONS_LIMIT));
        }
    }

    /** The length of a text in UTF-8. */
    private static long bytes(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // A pair of surrogates is two characters here and four bytes there.
                bytes += c >= 0x800 && !Character.isSurrogate(c) ? 2 : 1;
            }
        }
        return bytes;
    }

    private static void checkFinalizers(boolean custom, JsonArray finalizers, String path, List<FieldError> errors) {
        boolean orphan = false;
        boolean foreground = false;
        for (int i = 0; i < finalizers.size(); i++) {
            String finalizer = String.valueOf(finalizers.get(i));
            orphan |= finalizer.equals("orphan");
            foreground |= finalizer.equals("foregroundDeletion");
            List<String> problems = ObjectNames.qualifiedNameProblems(finalizer);
            for (String problem : problems) {
                errors.add(FieldError.invalid(path + ".finalizers", finalizer, problem));
            }
            // Custom resources may have any qualified name; a name with dots but without a slash counts as qualified.
            if (!custom
                    && problems.isEmpty()
                    && finalizer.indexOf('/') < 0
                    && finalizer.indexOf('.') < 0
                    && !STANDARD_FINALIZERS.contains(finalizer)) {
                errors.add(FieldError.invalid(
                        path + ".finalizers[" + i + "]",
                        finalizer,
                        "name is neither a standard finalizer name nor is it fully qualified"));
            }
        }
        if (orphan && foreground) {
            errors.add(FieldError.invalidLiteral(
                    path + ".finalizers",
                    goStrings(finalizers),
                    "finalizer orphan and foregroundDeletion cannot be both set"));
        }
    }

    private static void checkOwners(JsonArray owners, String path, List<FieldError> errors) {
        String controller = null;
        for (int i = 0; i < owners.size(); i++) {
            JsonObject owner = owners.object(i);
            String apiVersion = text(owner, "apiVersion");
            if (apiVersion.isEmpty()) {
                errors.add(FieldError.invalid(path + ".apiVersion", "", "version must not be empty"));
            }
            for (String field : List.of("kind", "name", "uid")) {
                if (text(owner, field).isEmpty()) {
                    errors.add(FieldError.invalid(path + "." + field, "", field + " must not be empty"));
                }
            }
            if (apiVersion.equals("v1") && "Event".equals(owner.text("kind"))) {
                errors.add(FieldError.invalidLiteral(
                        path, goOwners(owners), "/v1, Kind=Event is disallowed from being an owner"));
            }
            if (owner.isTrue("controller")) {
                if (controller != null) {
                    errors.add(FieldError.invalidLiteral(
                            path,
                            goOwners(owners),
                            "Only one reference can have Controller set to true. Found \"true\" in references for "
                                    + controller + " and " + text(owner, "name")));
                }
                controller = text(owner, "name");
            }
        }
    }

    private static String goOwners(JsonArray owners) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < owners.size(); i++) {
            JsonObject owner = owners.object(i);
            items.add("v1.OwnerReference{APIVersion:" + GoSyntax.quote(text(owner, "apiVersion")) + ", Kind:"
                    + GoSyntax.quote(text(owner, "kind")) + ", Name:" + GoSyntax.quote(text(owner, "name")) + ", UID:"
                    + GoSyntax.quote(text(owner, "uid")) + ", Controller:(*bool)(" + pointer(owner.get("controller"))
                    + "), BlockOwnerDeletion:(*bool)(" + pointer(owner.get("blockOwnerDeletion")) + ")}");
        }
        return "[]v1.OwnerReference{" + String.join(", ", items) + "}";
    }

    private static String pointer(@Nullable Object value) {
        return value == null ? "nil" : "0xc000000000";
    }

    /** A list of texts as Go prints it. */
    public static String goStrings(List<?> texts) {
        return texts.stream()
                .map(text -> GoSyntax.quote(String.valueOf(text)))
                .collect(Collectors.joining(", ", "[]string{", "}"));
    }

    /** Adds what may not change in metadata; the reference checks this twice, and says so twice. */
    public static void checkChanged(JsonObject object, JsonObject old, List<FieldError> errors) {
        JsonObject meta = object.object("metadata");
        JsonObject before = old.object("metadata");
        List<FieldError> found = new ArrayList<>();
        checkFinalizersOfDying(meta, before, found);
        for (String field : List.of("uid", "deletionTimestamp", "deletionGracePeriodSeconds")) {
            if (!Objects.equals(meta.get(field), before.get(field))) {
                Object value = meta.get(field);
                boolean time = field.equals("deletionTimestamp") && value instanceof String;
                found.add(
                        time
                                ? FieldError.invalidLiteral(
                                        "metadata." + field, goTime(String.valueOf(value)), "field is immutable")
                                : FieldError.invalid("metadata." + field, value, "field is immutable"));
            }
        }
        JsonObject changed = withoutUnchanged(meta, before);
        checkLabelsAndOwners(changed, "metadata", found);
        errors.addAll(found);
        errors.addAll(found);
    }

    /** Adds what is wrong with labels, annotations and owners, which updates of some kinds check twice more. */
    public static void recheckChanged(JsonObject object, JsonObject old, List<FieldError> errors) {
        List<FieldError> again = new ArrayList<>();
        checkLabelsAndOwners(withoutUnchanged(object.object("metadata"), old.object("metadata")), "metadata", again);
        errors.addAll(again);
        errors.addAll(again);
    }

    /** Metadata but for what the same instance was checked for when the object was written before. */
    @SuppressWarnings("ReferenceEquality") // what is equal but not identical is merely checked again
    private static JsonObject withoutUnchanged(JsonObject meta, JsonObject before) {
        JsonObject.Builder changed = JsonObject.builder(3);
        for (String field : List.of("labels", "annotations", "ownerReferences")) {
            Object value = meta.get(field);
            if (value != before.get(field)) {
                changed.putIfPresent(field, value);
            }
        }
        return changed.build();
    }

    private static void checkFinalizersOfDying(JsonObject meta, JsonObject before, List<FieldError> errors) {
        if (before.get("deletionTimestamp") == null) {
            return;
        }
        JsonArray held = before.array("finalizers");
        List<Object> added = new ArrayList<>();
        for (Object finalizer : meta.array("finalizers")) {
            if (!held.contains(finalizer)) {
                added.add(String.valueOf(finalizer));
            }
        }
        if (!added.isEmpty()) {
            errors.add(FieldError.forbidden(
                    "metadata.finalizers",
                    "no new finalizers can be added if the object is being deleted, found new finalizers "
                            + goStrings(added)));
        }
    }

    /** A time as Go prints it. */
    private static String goTime(String rfc3339) {
        return rfc3339.replace('T', ' ').replace("Z", " +0000 UTC");
    }

    private static String text(JsonObject object, String name) {
        String text = object.text(name);
        return text == null ? "" : text;
    }
}
