package dev.hcp.api.validation.schema;

import dev.hcp.api.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The schemas of {@code metadata}, the same for every kind. */
public final class MetaSchemas {
    private static final Schema STRING = Schema.builder("string").build();
    private static final Schema TIME =
            Schema.builder("string").typeName(GoScalars.TIME).build();
    private static final Schema INTEGER = Schema.builder("integer").build();
    private static final Schema BOOLEAN = Schema.builder("boolean").build();
    /** Labels and annotations. */
    static final Schema STRINGS = Schema.builder("object").additional(STRING).build();

    private static final Schema OWNER = Schema.builder("object")
            .property("apiVersion", STRING)
            .property("kind", STRING)
            .property("name", STRING)
            .property("uid", STRING)
            .property("controller", BOOLEAN)
            .property("blockOwnerDeletion", BOOLEAN)
            .typeName("OwnerReference")
            .atomicMap(true)
            .build();

    private static final Schema MANAGED_FIELDS = Schema.builder("object")
            .property("manager", STRING)
            .property("operation", STRING)
            .property("apiVersion", STRING)
            .property("time", TIME)
            .property("fieldsType", STRING)
            .property("fieldsV1", Schema.ANY)
            .property("subresource", STRING)
            .typeName("ManagedFieldsEntry")
            .build();

    private static final TreeMap<String, Schema> META = new TreeMap<>();

    static {
        for (String name : List.of("name", "generateName", "namespace", "selfLink", "uid", "resourceVersion")) {
            META.put(
                    name,
                    STRING.toBuilder().presence(Schema.Presence.UNLESS_ZERO).build());
        }
        META.put(
                "creationTimestamp",
                TIME.toBuilder().presence(Schema.Presence.ALWAYS).build());
        META.put("deletionTimestamp", TIME);
        META.put("generation", INTEGER);
        META.put("deletionGracePeriodSeconds", INTEGER);
        META.put("labels", STRINGS);
        META.put("annotations", STRINGS);
        META.put(
                "finalizers",
                Schema.builder("array")
                        .items(STRING)
                        .list(Schema.ListType.SET, List.of())
                        .patch("", Set.of("merge"))
                        .build());
        META.put(
                "ownerReferences",
                Schema.builder("array")
                        .items(OWNER)
                        .list(Schema.ListType.MAP, List.of("uid"))
                        .patch("uid", Set.of("merge"))
                        .build());
        META.put("managedFields", Schema.builder("array").items(MANAGED_FIELDS).build());
    }

    /** The schema of ObjectMeta. */
    public static final Schema OBJECT_META =
            Schema.builder("object").properties(META).typeName("ObjectMeta").build();

    private MetaSchemas() {}

    /**
     * The schema of ObjectMeta with the constraints that a custom resource definition may put on name and generateName.
     *
     * @param constraints what the definition says of {@code metadata}; may be empty
     */
    static Schema objectMeta(JsonObject constraints) {
        if (constraints.object("properties").isEmpty()) {
            return OBJECT_META;
        }
        Schema.Builder builder = Schema.builder("object").properties(META).typeName("ObjectMeta");
        for (String name : List.of("name", "generateName")) {
            if (constraints.at("properties", name) instanceof JsonObject schema) {
                builder.property(name, SchemaCompiler.compile(schema));
            }
        }
        return builder.build();
    }
}
