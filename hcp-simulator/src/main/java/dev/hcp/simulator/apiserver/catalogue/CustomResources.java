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
        JsonObject spec = definition.object("spec");
        JsonArray versions = spec.array("versions");
        String storage = "";
        for (int i = 0; i < versions.size(); i++) {
            if (versions.object(i).isTrue("storage")) {
                storage = text(versions.object(i), "name");
            }
        }
        VersionConversion conversion = VersionConversion.of(definition);
        List<Resource> resources = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            if (versions.object(i).isTrue("served")) {
                resources.add(resource(spec, versions.object(i), storage, conversion));
            }
        }
        return resources;
    }

    private static Resource resource(
            JsonObject spec, JsonObject version, String storage, VersionConversion conversion) {
        JsonObject names = spec.object("names");
        Resource.Builder builder = Resource.builder(
                        text(spec, "group"), text(version, "name"), text(names, "kind"), text(names, "plural"))
                .custom()
                .generation()
                .listKind(text(names, "listKind"))
                .singular(text(names, "singular"))
                .shortNames(texts(names.array("shortNames")))
                .categories(texts(names.array("categories")))
                .namespaced(!"Cluster".equals(spec.text("scope")))
                .storageVersion(storage)
                .conversion(conversion)
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
