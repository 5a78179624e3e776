package dev.hcp.client;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes single fields of objects and leaves the others alone. */
final class Patches {
    private static final int ATTEMPTS = 5;
    private static final PatchContext MERGE = new PatchContext.Builder()
            .withPatchType(PatchType.JSON_MERGE)
            .withFieldManager(HcpClient.FIELD_MANAGER)
            .build();

    /** Applies an object on the server and takes over the fields that it has. */
    static final PatchContext APPLY = apply().build();

    /** The same, only to see what would come of it. */
    static final PatchContext TRY = apply().withDryRun(List.of("All")).build();

    private Patches() {}

    private static PatchContext.Builder apply() {
        return new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(HcpClient.FIELD_MANAGER)
                .withForce(true);
    }

    /**
     * Merges a patch into an object; null removes a field.
     *
     * @param action what is being done, to complete the sentence "cannot ..."
     */
    static <T extends HasMetadata> T merge(
            KubernetesClient kubernetes, Waits.Subject<T> subject, String action, JsonObject patch) {
        return merge(kubernetes, subject, action, List.of(), patch);
    }

    /**
     * Merges a patch as one of several steps.
     *
     * @param applied what the ones before have left on the cluster
     */
    static <T extends HasMetadata> T merge(
            KubernetesClient kubernetes,
            Waits.Subject<T> subject,
            String action,
            List<String> applied,
            JsonObject patch) {
        return Failures.explain(action, applied, () -> kubernetes
                .resources(subject.kind())
                .inNamespace(subject.namespace())
                .withName(subject.name())
                .patch(MERGE, Json.write(patch)));
    }

    /**
     * Merges a patch that depends on what the object is, so it must not have changed in between: tries again when it did.
     *
     * @param applied what steps before have left on the cluster
     * @param patch from the object as a tree to the patch
     * @throws ConflictException when somebody else changes it all the time
     * @throws ResourceNotFoundException when it does not exist
     */
    static <T extends HasMetadata> T change(
            KubernetesClient kubernetes,
            Waits.Subject<T> subject,
            String action,
            List<String> applied,
            Function<JsonObject, JsonObject> patch) {
        return guarded(kubernetes, subject, action, applied, object -> patch.apply(Json.toTree(object)));
    }

    /**
     * Lets somebody change an object as they like, and sends what they changed; nothing when that is nothing.
     *
     * @param change is called again with the newer object when it was changed by somebody else meanwhile
     * @throws ConflictException when somebody else changes it all the time
     * @throws ResourceNotFoundException when it does not exist
     */
    static <T extends HasMetadata> T edit(
            KubernetesClient kubernetes, Waits.Subject<T> subject, String action, Consumer<T> change) {
        return guarded(kubernetes, subject, action, List.of(), object -> {
            JsonObject before = Json.toTree(object);
            change.accept(object);
            return difference(before, Json.toTree(object));
        });
    }

    private static <T extends HasMetadata> T guarded(
            KubernetesClient kubernetes,
            Waits.Subject<T> subject,
            String action,
            List<String> applied,
            Function<T, JsonObject> patch) {
        for (int attempt = 1; ; attempt++) {
            T object = Failures.explain(action, applied, () -> kubernetes
                    .resources(subject.kind())
                    .inNamespace(subject.namespace())
                    .withName(subject.name())
                    .get());
            if (object == null) {
                throw Failures.notFound(
                        kubernetes,
                        subject.kind(),
                        "cannot " + action + ": " + subject + " does not exist" + Failures.after(applied));
            }
            JsonObject wanted = patch.apply(object);
            if (wanted.isEmpty()) {
                return object;
            }
            try {
                return merge(
                        kubernetes,
                        subject,
                        action,
                        applied,
                        wanted.withAt(object.getMetadata().getResourceVersion(), "metadata", "resourceVersion"));
            } catch (ConflictException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** The merge patch that makes one object the other. */
    static JsonObject difference(JsonObject before, JsonObject after) {
        List<@Nullable Object> patch = new ArrayList<>();
        for (String key : before.keySet()) {
            if (after.get(key) == null && before.get(key) != null) {
                patch.add(key);
                patch.add(null);
            }
        }
        for (String key : after.keySet()) {
            Object was = before.get(key);
            Object is = after.get(key);
            if (is != null && !Objects.equals(was, is)) {
                patch.add(key);
                patch.add(
                        was instanceof JsonObject one && is instanceof JsonObject other ? difference(one, other) : is);
            }
        }
        return JsonObject.of(patch.toArray());
    }
}
