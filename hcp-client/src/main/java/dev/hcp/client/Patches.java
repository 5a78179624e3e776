package dev.hcp.client;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.function.Function;

/** Changes single fields of objects and leaves the others alone. */
final class Patches {
    private static final int ATTEMPTS = 5;
    private static final PatchContext MERGE = new PatchContext.Builder()
            .withPatchType(PatchType.JSON_MERGE)
            .withFieldManager(HcpClient.FIELD_MANAGER)
            .build();

    /** Applies an object on the server and takes over the fields that it has. */
    static final PatchContext APPLY = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager(HcpClient.FIELD_MANAGER)
            .withForce(true)
            .build();

    private Patches() {}

    /**
     * Merges a patch into an object; null removes a field.
     *
     * @param action what is being done, to complete the sentence "cannot ..."
     */
    static <T extends HasMetadata> T merge(
            KubernetesClient kubernetes, Waits.Subject<T> subject, String action, JsonObject patch) {
        return Failures.explain(action, () -> kubernetes
                .resources(subject.kind())
                .inNamespace(subject.namespace())
                .withName(subject.name())
                .patch(MERGE, Json.write(patch)));
    }

    /**
     * Merges a patch that depends on what the object is, so it must not have changed in between: tries again when it did.
     *
     * @param patch from the object as a tree to the patch
     * @throws ConflictException when somebody else changes it all the time
     */
    static <T extends HasMetadata> T change(
            KubernetesClient kubernetes,
            Waits.Subject<T> subject,
            String action,
            Function<JsonObject, JsonObject> patch) {
        for (int attempt = 1; ; attempt++) {
            T object = Failures.explain(action, () -> kubernetes
                    .resources(subject.kind())
                    .inNamespace(subject.namespace())
                    .withName(subject.name())
                    .require());
            JsonObject guarded = patch.apply(Json.toTree(object))
                    .withAt(object.getMetadata().getResourceVersion(), "metadata", "resourceVersion");
            try {
                return merge(kubernetes, subject, action, guarded);
            } catch (ConflictException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
