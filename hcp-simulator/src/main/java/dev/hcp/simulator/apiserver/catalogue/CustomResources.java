package dev.hcp.simulator.apiserver.catalogue;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.SchemaValidator;
import dev.hcp.api.validation.schema.SchemaCompiler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** The resources that a custom resource definition declares. */
public final class CustomResources {
    /** Servers that are given the same definition share its compiled schemas. Keys are compared by content. */
    private static final Map<JsonObject, SchemaValidator> COMPILED = Collections.synchronizedMap(new WeakHashMap<>());

    private CustomResources() {}

    /** The served versions of a definition. */
    public static List<Resource> of(JsonObject definition) {
        List<Resource> resources = new ArrayList<>();
        for (JsonObject version : versions(definition)) {
            if (version.isTrue("served")) {
                resources.add(resource(definition, version));
            }
        }
        return resources;
    }

    /** The version that a definition's objects are stored in, served or not. */
    public static Resource stored(JsonObject definition) {
        return resource(definition, storageVersion(definition));
    }

    private static List<JsonObject> versions(JsonObject definition) {
        JsonArray source = definition.array("spec", "versions");
        List<JsonObject> versions = new ArrayList<>();
        for (int i = 0; i < source.size(); i++) {
            versions.add(source.object(i));
        }
        return versions;
    }

    private static JsonObject storageVersion(JsonObject definition) {
        return versions(definition).stream()
                .filter(version -> version.isTrue("storage"))
                .findFirst()
                .orElse(JsonObject.EMPTY);
    }

    private static Resource resource(JsonObject definition, JsonObject version) {
        JsonObject spec = definition.object("spec");
        // What it asked for is what it is known by once that is accepted.
        JsonObject names = spec.object("names");
        JsonObject accepted = definition.object("status", "acceptedNames");
        names = text(accepted, "kind").isEmpty() ? names : accepted;
        Resource.Builder builder = Resource.builder(
                        text(spec, "group"),
                        text(version, "name"),
                        text(names, "kind"),
                        text(spec.object("names"), "plural"))
                .custom()
                .generation()
                .listKind(text(names, "listKind"))
                .singular(text(names, "singular"))
                .shortNames(texts(names.array("shortNames")))
                .categories(texts(names.array("categories")))
                .namespaced(!"Cluster".equals(spec.text("scope")))
                .storageVersion(text(storageVersion(definition), "name"))
                .conversion(VersionConversion.of(definition))
                .deprecation(deprecation(definition, version))
                .traits(Resource.Trait.LOCKED_UPDATE, Resource.Trait.STATUS_KEEPS_METADATA);
        JsonObject subresources = version.object("subresources");
        if (subresources.containsKey("status")) {
            builder.status();
        }
        if (subresources.get("scale") instanceof JsonObject scale) {
            builder.scale(new ScalePaths(
                    text(scale, "specReplicasPath"),
                    text(scale, "statusReplicasPath"),
                    text(scale, "labelSelectorPath")));
        }
        builder.columns(columns(version.array("additionalPrinterColumns")));
        List<String> selectable = new ArrayList<>();
        for (Object field : version.array("selectableFields")) {
            if (field instanceof JsonObject path) {
                selectable.add(text(path, "jsonPath").replaceFirst("^\\.", ""));
            }
        }
        builder.selectableFields(selectable);
        builder.validator(validator(version.object("schema", "openAPIV3Schema")));
        return builder.build();
    }

    /** What those who use a version are told; empty when they may go on. */
    private static String deprecation(JsonObject definition, JsonObject version) {
        if (!version.isTrue("deprecated")) {
            return "";
        }
        String own = version.text("deprecationWarning");
        if (own != null) {
            return own;
        }
        VersionPriority priority = new VersionPriority();
        String name = text(version, "name");
        String kind = text(definition.object("spec", "names"), "kind");
        String group = text(definition.object("spec"), "group");
        String better = versions(definition).stream()
                .filter(other -> other.isTrue("served") && !other.isTrue("deprecated"))
                .map(other -> text(other, "name"))
                .filter(other -> priority.compare(other, name) < 0)
                .min(priority)
                .map(other -> "; use " + group + "/" + other + " " + kind)
                .orElse("");
        return group + "/" + name + " " + kind + " is deprecated" + better;
    }

    private static SchemaValidator validator(JsonObject source) {
        SchemaValidator known = COMPILED.get(source);
        if (known == null) {
            known = SchemaValidator.of(SchemaCompiler.compileRoot(source));
            COMPILED.put(source, known);
        }
        return known;
    }

    private static List<PrinterColumn> columns(JsonArray source) {
        List<PrinterColumn> columns = new ArrayList<>();
        for (int i = 0; i < source.size(); i++) {
            JsonObject column = source.object(i);
            columns.add(new PrinterColumn(
                    text(column, "name"),
                    text(column, "type"),
                    text(column, "format"),
                    text(column, "description"),
                    column.integer(0, "priority"),
                    text(column, "jsonPath")));
        }
        return columns;
    }

    private static String text(JsonObject object, String name) {
        String text = object.text(name);
        return text == null ? "" : text;
    }

    private static List<String> texts(JsonArray array) {
        List<String> texts = new ArrayList<>();
        for (Object item : array) {
            texts.add(String.valueOf(item));
        }
        return texts;
    }
}
