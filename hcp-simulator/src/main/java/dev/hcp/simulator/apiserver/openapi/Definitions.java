package dev.hcp.simulator.apiserver.openapi;

import static java.util.Objects.requireNonNull;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.GoScalars;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The definitions of one document: kinds, their lists, and whatever these are made of. */
final class Definitions {
    private static final String QUANTITY = "io.k8s.apimachinery.pkg.api.resource.Quantity";
    private static final String INT_OR_STRING = "io.k8s.apimachinery.pkg.util.intstr.IntOrString";
    private static final String CONVENTIONS =
            "https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md";

    private final Dialect dialect;
    private final TypeNames names;
    private final Map<String, JsonObject> definitions = new TreeMap<>();
    private final Set<String> open = new HashSet<>();

    Definitions(Dialect dialect, TypeNames names) {
        this.dialect = dialect;
        this.names = names;
        MetaDefinitions.in(dialect)
                .forEach((name, definition) -> definitions.put(name, (JsonObject) requireNonNull(definition)));
    }

    /** Adds a kind and its list. */
    void add(Resource resource) {
        JsonObject kinds = gvk(resource.group(), resource.version(), resource.kind());
        JsonObject definition = resource.custom() ? custom(resource) : structure(resource, resource.schema());
        definitions.put(
                TypeNames.of(resource), definition.with("x-kubernetes-group-version-kind", JsonArray.of(kinds)));
        if (resource.verbs().contains("list")) {
            definitions.put(TypeNames.of(resource, resource.listKind()), list(resource));
        }
    }

    JsonObject build() {
        return JsonObject.copyOf(definitions);
    }

    static JsonObject gvk(String group, String version, String kind) {
        return JsonObject.of("group", group, "version", version, "kind", kind);
    }

    private JsonObject custom(Resource resource) {
        JsonObject definition = SchemaForm.of(resource.schema(), dialect);
        return definition.with("properties", withTypeMeta(definition.object("properties"), "ObjectMeta"));
    }

    private JsonObject withTypeMeta(JsonObject properties, String meta) {
        JsonObject metadata = dialect.extensible(TypeNames.META + meta)
                .with(
                        "description",
                        "Standard " + (meta.equals("ListMeta") ? "list" : "object") + "'s metadata. More info: "
                                + CONVENTIONS + "#" + (meta.equals("ListMeta") ? "types-kinds" : "metadata"));
        return properties
                .with(
                        "apiVersion",
                        text(
                                "APIVersion defines the versioned schema of this representation of an object. Servers should"
                                        + " convert recognized schemas to the latest internal value, and may reject unrecognized"
                                        + " values. More info: " + CONVENTIONS + "#resources"))
                .with(
                        "kind",
                        text("Kind is a string value representing the REST resource this object represents. Servers may"
                                + " infer this from the endpoint the client submits requests to. Cannot be updated. In"
                                + " CamelCase. More info: " + CONVENTIONS + "#types-kinds"))
                .with("metadata", metadata);
    }

    private static JsonObject text(String description) {
        return JsonObject.of("type", "string", "description", description);
    }

    private JsonObject list(Resource resource) {
        JsonObject items = JsonObject.of(
                "type",
                "array",
                "items",
                dialect.reference(TypeNames.of(resource)),
                "description",
                "List of " + resource.plural() + ". More info: " + CONVENTIONS);
        return JsonObject.of(
                "type",
                "object",
                "description",
                resource.listKind() + " is a list of " + resource.kind(),
                "required",
                JsonArray.of("items"),
                "properties",
                withTypeMeta(JsonObject.of("items", items), "ListMeta"),
                "x-kubernetes-group-version-kind",
                JsonArray.of(gvk(resource.group(), resource.version(), resource.listKind())));
    }

    /** A structure of a built-in kind; the structures within it become definitions of their own. */
    private JsonObject structure(Resource owner, Schema schema) {
        JsonObject.Builder properties = JsonObject.builder(schema.properties().size());
        for (Map.Entry<String, Schema> property : schema.properties().entrySet()) {
            properties.put(property.getKey(), value(owner, property.getValue()));
        }
        JsonObject whole = JsonObject.of("type", "object", "properties", properties.build());
        JsonObject keywords = SchemaForm.keywords(schema, dialect);
        for (int i = 0; i < keywords.size(); i++) {
            whole = whole.with(keywords.keyAt(i), keywords.valueAt(i));
        }
        return whole;
    }

    private JsonObject value(Resource owner, Schema schema) {
        String scalar = scalar(schema);
        if (!scalar.isEmpty()) {
            return dialect.reference(scalar);
        }
        if (TypeNames.isStructure(schema)) {
            String name = names.of(owner, schema);
            if (!definitions.containsKey(name) && open.add(name)) {
                definitions.put(name, structure(owner, schema));
            }
            JsonObject extensions = SchemaForm.merging(schema);
            return extensions.isEmpty() ? dialect.reference(name) : with(dialect.extensible(name), extensions);
        }
        JsonObject keywords = SchemaForm.keywords(schema, dialect);
        if (schema.items() != null) {
            keywords = keywords.with("items", value(owner, schema.items()));
        }
        if (schema.additional() != null) {
            keywords = keywords.with("additionalProperties", value(owner, schema.additional()));
        }
        return keywords;
    }

    private static String scalar(Schema schema) {
        if (schema.intOrString()) {
            return INT_OR_STRING;
        }
        boolean quantity = schema.typeName().equals(GoScalars.QUANTITY)
                || schema.typeName().equals(GoScalars.RESOURCE);
        return quantity ? QUANTITY : "";
    }

    private static JsonObject with(JsonObject schema, JsonObject more) {
        JsonObject whole = schema;
        for (int i = 0; i < more.size(); i++) {
            whole = whole.with(more.keyAt(i), more.valueAt(i));
        }
        return whole;
    }
}
