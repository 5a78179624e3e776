package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.GoJson;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.JsonSyntaxException;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.simulator.apiserver.patch.AppliedCheck;
import dev.hcp.simulator.apiserver.patch.AppliedFields;
import dev.hcp.simulator.apiserver.patch.FieldComparison;
import dev.hcp.simulator.apiserver.patch.FieldManager;
import dev.hcp.simulator.apiserver.patch.FieldSets;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way of {@code kubectl apply} from the client's side to the server's: what it once applied from its side is written in
 * an annotation. It may change that without a conflict, and the annotation is kept up to date.
 */
final class LastApplied {
    private static final String KUBECTL = "kubectl";
    private static final String ANNOTATION = "kubectl.kubernetes.io/last-applied-configuration";
    private static final int MOST_ANNOTATION_BYTES = 256 * 1024;
    private static final GoJson SORTED = GoJson.ofStruct("");

    private LastApplied() {}

    /** An apply that may be forced. */
    @FunctionalInterface
    interface Attempt {
        Applies.Merge apply(boolean force);
    }

    /** The outcome of an apply; conflicts about what kubectl itself once applied are forgiven. */
    static Applies.Merge forgiving(
            String manager,
            @Nullable JsonObject live,
            JsonObject config,
            Schema schema,
            boolean force,
            Attempt attempt) {
        Applies.Merge merge;
        try {
            merge = attempt.apply(force);
        } catch (ApplyConflict conflict) {
            JsonObject allowed =
                    manager.equals(KUBECTL) && live != null ? allowed(live, config, schema) : JsonObject.EMPTY;
            Map<FieldManager, JsonObject> left = new HashMap<>();
            conflict.conflicts().forEach((owner, fields) -> {
                JsonObject rest = FieldSets.difference(fields, allowed);
                if (!rest.isEmpty()) {
                    left.put(owner, rest);
                }
            });
            if (!left.isEmpty()) {
                throw new ApplyConflict(left).refusal();
            }
            merge = attempt.apply(true);
        }
        return manager.equals(KUBECTL) ? new Applies.Merge(updated(merge.object(), config), merge.owners()) : merge;
    }

    /** What was applied last from the client's side and is still as it was applied. */
    private static JsonObject allowed(JsonObject live, JsonObject config, Schema schema) {
        String annotation = live.text("metadata", "annotations", ANNOTATION);
        if (annotation == null || annotation.isEmpty()) {
            return JsonObject.EMPTY;
        }
        JsonObject last;
        try {
            last = Json.parseObject(annotation);
        } catch (JsonSyntaxException e) {
            return JsonObject.EMPTY;
        }
        if (!String.valueOf(config.get("apiVersion")).equals(last.text("apiVersion"))
                || !AppliedCheck.problems(last, schema).isEmpty()) {
            return JsonObject.EMPTY;
        }
        FieldComparison drift = FieldComparison.of(last, FieldOwnership.without(live), schema);
        JsonObject unchanged = FieldSets.difference(AppliedFields.of(last, schema), drift.changed());
        return FieldSets.difference(unchanged, drift.removed());
    }

    /** The object with its annotation, if it has one, telling of the new configuration. */
    private static JsonObject updated(JsonObject object, JsonObject config) {
        String annotation = object.text("metadata", "annotations", ANNOTATION);
        if (annotation == null || annotation.isEmpty()) {
            return object;
        }
        String text = SORTED.write(config.withoutAt("metadata", "annotations", ANNOTATION)) + "\n";
        JsonObject changed = object.withAt(text, "metadata", "annotations", ANNOTATION);
        int size = 0;
        for (Map.Entry<String, @Nullable Object> entry :
                changed.object("metadata", "annotations").entrySet()) {
            size += bytes(entry.getKey()) + bytes(String.valueOf(entry.getValue()));
        }
        return size <= MOST_ANNOTATION_BYTES ? changed : object.withoutAt("metadata", "annotations", ANNOTATION);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
