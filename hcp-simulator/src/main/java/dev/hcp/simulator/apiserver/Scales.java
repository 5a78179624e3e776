package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.MetaSchemas;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.catalogue.ScalePaths;
import dev.hcp.simulator.apiserver.kinds.BuiltInColumns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scale sub-resource: the number of replicas of an object, whatever its kind calls it. */
final class Scales {
    /** The kind of the sub-resource, which is no resource of its own. */
    static final Resource SCALE = Resource.builder("autoscaling", "v1", "Scale", "scales")
            .schema(Scales::schema)
            .build();

    /** Stands for replicas that are not set while a scale is changed. */
    private static final long UNSET = Integer.MIN_VALUE;

    private static final Schema INT_32 =
            Schema.builder("integer").typeName("int32").build();
    private static final Schema TEXT = Schema.builder("string").build();
    private static final Schema SCHEMA = Schema.builder("object")
            .property("apiVersion", TEXT)
            .property("kind", TEXT)
            .property("metadata", MetaSchemas.OBJECT_META)
            .property(
                    "spec",
                    Schema.builder("object")
                            .property("replicas", INT_32)
                            .typeName("ScaleSpec")
                            .presence(Schema.Presence.ALWAYS)
                            .zero(JsonObject.EMPTY)
                            .build())
            .property(
                    "status",
                    Schema.builder("object")
                            .property("replicas", INT_32)
                            .property("selector", TEXT)
                            .typeName("ScaleStatus")
                            .presence(Schema.Presence.ALWAYS)
                            .zero(JsonObject.EMPTY)
                            .build())
            .typeName("Scale")
            .build();

    private Scales() {}

    private static Schema schema() {
        return SCHEMA;
    }

    /** The steps of a simple path such as {@code .spec.replicas}. */
    static String[] steps(String path) {
        return path.replaceFirst("^\\.", "").split("\\.");
    }

    /** What the sub-resource shows of an object. */
    static JsonObject of(Resource resource, ScalePaths paths, JsonObject object) {
        Object replicas = object.at(steps(paths.specReplicas()));
        if (!(replicas instanceof Long count)) {
            throw Failures.internal("the spec replicas field \"" + paths.specReplicas() + "\" does not exist");
        }
        return shown(resource, paths, object, count);
    }

    /** What a change of the sub-resource starts from; replicas that are not set may be set by it. */
    static JsonObject toChange(Resource resource, ScalePaths paths, JsonObject object) {
        Object replicas = object.at(steps(paths.specReplicas()));
        return shown(resource, paths, object, replicas instanceof Long count ? count : resource.custom() ? UNSET : 0);
    }

    private static JsonObject shown(Resource resource, ScalePaths paths, JsonObject object, long count) {
        JsonObject.Builder meta = JsonObject.builder(5);
        for (String name : List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")) {
            meta.putIfPresent(name, object.at("metadata", name));
        }
        JsonObject status = JsonObject.of("replicas", statusReplicas(paths, object));
        String selector = selector(resource, paths, object);
        return JsonObject.of(
                "kind",
                "Scale",
                "apiVersion",
                "autoscaling/v1",
                "metadata",
                meta.build(),
                "spec",
                JsonObject.of("replicas", count),
                "status",
                selector.isEmpty() ? status : status.with("selector", selector));
    }

    private static long statusReplicas(ScalePaths paths, JsonObject object) {
        return paths.statusReplicas().isEmpty() ? 0 : object.integer(0, steps(paths.statusReplicas()));
    }

    private static String selector(Resource resource, ScalePaths paths, JsonObject object) {
        if (paths.labelSelector().isEmpty()) {
            return "";
        }
        Object selector = object.at(steps(paths.labelSelector()));
        if (selector instanceof String text) {
            return text;
        }
        if (!(selector instanceof JsonObject labels) || resource.custom()) {
            return "";
        }
        // Selectors of the core group are plain maps of labels.
        return BuiltInColumns.selectorText(resource.group().isEmpty() ? JsonObject.of("matchLabels", labels) : labels);
    }

    /** An object with the number of replicas that a scale asks for. */
    static JsonObject applied(Resource resource, ScalePaths paths, JsonObject object, JsonObject scale) {
        String name = ObjectMeta.text(object, "name");
        long count = scale.integer(0, "spec", "replicas");
        if (count == UNSET) {
            throw Failures.badRequest("the spec replicas field \"" + paths.specReplicas() + "\" cannot be empty");
        }
        if (count < 0 && !resource.custom()) {
            throw Failures.invalid(
                    "autoscaling",
                    "Scale",
                    name,
                    List.of(FieldError.invalid("spec.replicas", count, "must be greater than or equal to 0")));
        }
        String uid = ObjectMeta.text(scale, "uid");
        if (!resource.custom() && !uid.isEmpty() && !uid.equals(ObjectMeta.text(object, "uid"))) {
            throw Failures.scalePrecondition(resource, name, uid, ObjectMeta.text(object, "uid"));
        }
        JsonObject changed = object.withAt(count, steps(paths.specReplicas()));
        String revision = ObjectMeta.text(scale, "resourceVersion");
        return revision.isEmpty() ? changed : changed.withAt(revision, "metadata", "resourceVersion");
    }

    /** Adds what is wrong with the number of replicas of a custom resource that can be scaled. */
    static void check(@Nullable ScalePaths paths, JsonObject object, List<FieldError> errors) {
        if (paths == null) {
            return;
        }
        check(paths.specReplicas(), object, errors);
        if (!paths.statusReplicas().isEmpty()) {
            check(paths.statusReplicas(), object, errors);
        }
    }

    private static void check(String path, JsonObject object, List<FieldError> errors) {
        Object replicas = object.at(steps(path));
        if (replicas instanceof Long count) {
            if (count < 0) {
                errors.add(FieldError.invalid(path, count, "should be a non-negative integer"));
            }
        } else if (replicas != null) {
            errors.add(FieldError.invalid(
                    path,
                    0L,
                    path + " accessor error: " + (replicas instanceof String text ? text : Json.write(replicas))
                            + " is of the type " + goType(replicas) + ", expected int64"));
        }
    }

    private static String goType(Object value) {
        if (value instanceof JsonObject) {
            return "map[string]interface {}";
        }
        if (value instanceof List<?>) {
            return "[]interface {}";
        }
        return value instanceof String ? "string" : value instanceof Boolean ? "bool" : "float64";
    }
}
