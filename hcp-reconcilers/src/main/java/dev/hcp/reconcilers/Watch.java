package dev.hcp.reconcilers;

import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A secondary kind whose changes concern a reconciler.
 *
 * <p>The way to primaries is asked at every change of the kind, also of objects that concern nobody, so it reads trees.
 *
 * @param type the secondary kind
 * @param primaries from a changed (or deleted) secondary to the primaries it concerns, cheaply
 * @param <T> the secondary kind
 */
public record Watch<T extends HasMetadata>(
        Class<T> type, BiFunction<JsonObject, World, Collection<ObjectKey>> primaries) {
    /** A kind whose objects name their primary, {@code namespace/name}, in an annotation. */
    public static <T extends HasMetadata> Watch<T> annotated(Class<T> type, String annotation) {
        return new Watch<>(type, (object, world) -> named(object, annotation));
    }

    /** A kind whose objects are owned by a primary in their namespace. */
    public static <T extends HasMetadata> Watch<T> owned(Class<T> type, String ownerKind) {
        return new Watch<>(type, (object, world) -> {
            for (Object item : object.array("metadata", "ownerReferences")) {
                if (item instanceof JsonObject owner
                        && ownerKind.equals(owner.text("kind"))
                        && owner.get("name") instanceof String name) {
                    return List.of(new ObjectKey(ObjectKey.of(object).namespace(), name));
                }
            }
            return List.of();
        });
    }

    /** The key that an annotation names, {@code namespace/name}; none without the annotation. */
    public static Collection<ObjectKey> named(JsonObject object, String annotation) {
        String text = object.text("metadata", "annotations", annotation);
        int slash = text == null ? -1 : text.indexOf('/');
        return text == null || slash < 0
                ? List.of()
                : List.of(new ObjectKey(text.substring(0, slash), text.substring(slash + 1)));
    }

    /** The cluster whose control plane a namespace is for; most namespaces are for none. */
    public static Collection<ObjectKey> clusterOf(String controlPlaneNamespace, World world) {
        for (JsonObject controlPlane : world.trees(HostedControlPlane.class, controlPlaneNamespace)) {
            return named(controlPlane, Annotations.CLUSTER);
        }
        return List.of();
    }
}
