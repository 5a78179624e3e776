package dev.hcp.api.crd.generator;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.schema.Categories;
import dev.hcp.api.schema.Column;
import dev.hcp.api.schema.CrdKind;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Scale;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The definition of one kind in one edition: names, scope, sub-resources, columns, and the schemas of its versions. */
final class Definition {
    private Definition() {}

    static JsonObject of(Class<? extends CustomResource<?, ?>> kind, Edition edition, Descriptions descriptions) {
        String plural = HasMetadata.getPlural(kind);
        String group = HasMetadata.getGroup(kind);
        return JsonObject.of(
                "apiVersion",
                "apiextensions.k8s.io/v1",
                "kind",
                "CustomResourceDefinition",
                "metadata",
                JsonObject.of("name", plural + "." + group),
                "spec",
                JsonObject.of(
                        "group",
                        group,
                        "names",
                        names(kind, plural),
                        "scope",
                        Namespaced.class.isAssignableFrom(kind) ? "Namespaced" : "Cluster",
                        "versions",
                        versions(kind, edition, descriptions)));
    }

    private static List<JsonObject> versions(
            Class<? extends CustomResource<?, ?>> kind, Edition edition, Descriptions descriptions) {
        JsonObject current = version(kind, edition, descriptions);
        return DeprecatedVersion.of(HasMetadata.getKind(kind), current, edition)
                .map(deprecated -> List.of(current, deprecated))
                .orElse(List.of(current));
    }

    private static JsonObject names(Class<? extends CustomResource<?, ?>> kind, String plural) {
        String name = HasMetadata.getKind(kind);
        JsonObject.Builder names = JsonObject.builder(6)
                .put("kind", name)
                .put("listKind", name + "List")
                .put("plural", plural)
                .put("singular", name.toLowerCase(Locale.ROOT));
        List<String> shortNames = List.of(CustomResource.getShortNames(kind));
        if (!shortNames.isEmpty()) {
            names.put("shortNames", shortNames);
        }
        Categories categories = kind.getAnnotation(Categories.class);
        if (categories != null) {
            names.put("categories", List.of(categories.value()));
        }
        return names.build();
    }

    private static JsonObject version(
            Class<? extends CustomResource<?, ?>> kind, Edition edition, Descriptions descriptions) {
        JsonObject.Builder version = JsonObject.builder(6)
                .put("name", HasMetadata.getVersion(kind))
                .put("served", true)
                .put("storage", true)
                .put("schema", JsonObject.of("openAPIV3Schema", schema(kind, edition, descriptions)));
        JsonObject subresources = subresources(kind);
        if (!subresources.isEmpty()) {
            version.put("subresources", subresources);
        }
        List<JsonObject> columns = new ArrayList<>();
        for (Column column : new Facts(edition).of(kind, Column.class)) {
            JsonObject tree = JsonObject.of("name", column.name(), "type", column.type(), "jsonPath", column.path());
            columns.add(column.priority() == 0 ? tree : tree.with("priority", column.priority()));
        }
        if (!columns.isEmpty()) {
            version.put("additionalPrinterColumns", columns);
        }
        return version.build();
    }

    private static JsonObject schema(
            Class<? extends CustomResource<?, ?>> kind, Edition edition, Descriptions descriptions) {
        Schemas schemas = new Schemas(edition, descriptions);
        Type[] parts = ((ParameterizedType) kind.getGenericSuperclass()).getActualTypeArguments();
        JsonObject.Builder properties = JsonObject.builder(5)
                .put("apiVersion", JsonObject.of("type", "string"))
                .put("kind", JsonObject.of("type", "string"))
                .put("metadata", JsonObject.of("type", "object"))
                .put("spec", schemas.ofModel((Class<?>) parts[0]));
        if (parts[1] != Void.class) {
            properties.put("status", schemas.ofModel((Class<?>) parts[1]));
        }
        // After its first sentence the Javadoc of a kind is about the Java type.
        JsonObject schema = Schemas.described(
                JsonObject.of("type", "object", "properties", properties.build()), descriptions.summaryOf(kind));
        CrdKind facts = kind.getAnnotation(CrdKind.class);
        if (facts != null && facts.required().length > 0) {
            schema = schema.with("required", List.of(facts.required()));
        }
        return schemas.withRules(schema, kind);
    }

    private static JsonObject subresources(Class<? extends CustomResource<?, ?>> kind) {
        Type status = ((ParameterizedType) kind.getGenericSuperclass()).getActualTypeArguments()[1];
        CrdKind facts = kind.getAnnotation(CrdKind.class);
        JsonObject.Builder subresources = JsonObject.builder(2);
        if (status == Void.class
                ? facts != null && facts.statusWithoutSchema()
                : facts == null || facts.statusSubresource()) {
            subresources.put("status", JsonObject.EMPTY);
        }
        Scale scale = kind.getAnnotation(Scale.class);
        if (scale != null) {
            JsonObject paths =
                    JsonObject.of("specReplicasPath", ".spec.replicas", "statusReplicasPath", ".status.replicas");
            subresources.put(
                    "scale",
                    scale.selectorPath().isEmpty() ? paths : paths.with("labelSelectorPath", scale.selectorPath()));
        }
        return subresources.build();
    }
}
