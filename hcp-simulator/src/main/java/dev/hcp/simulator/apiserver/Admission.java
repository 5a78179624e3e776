package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.store.Store;
import dev.hcp.simulator.apiserver.store.StoredObject;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server's built-in admission adds to new objects and refuses of them, where that depends on other objects:
 * priorities of pods, the default storage class, the one default priority class. Used under the write lock.
 */
final class Admission {
    private static final String PRIORITY_CLASSES = "scheduling.k8s.io/priorityclasses";
    private static final String STORAGE_CLASSES = "storage.k8s.io/storageclasses";
    private static final String IS_DEFAULT = "storageclass.kubernetes.io/is-default-class";
    private static final String NOT_READY = "node.kubernetes.io/not-ready";

    private final Store store;

    Admission(Store store) {
        this.store = store;
    }

    /** A new object as it is admitted. */
    JsonObject admitted(Resource resource, String name, JsonObject object) {
        return switch (resource.storageId()) {
            case "/pods" -> DefaultTolerations.of(prioritised(resource, name, object));
            case "/persistentvolumeclaims" -> classified(object);
            case "/nodes" -> tainted(object);
            case PRIORITY_CLASSES -> {
                requireOneDefault(resource, name, object);
                yield object;
            }
            default -> object;
        };
    }

    private List<JsonObject> all(String collection) {
        return store.collection(collection).snapshot().objects().values().stream()
                .map(StoredObject::tree)
                .toList();
    }

    private JsonObject prioritised(Resource resource, String name, JsonObject pod) {
        String asked = pod.text("spec", "priorityClassName");
        JsonObject chosen;
        if (asked == null || asked.isEmpty()) {
            chosen = defaultPriority();
        } else {
            StoredObject found = store.collection(PRIORITY_CLASSES).get(asked);
            if (found == null) {
                throw Failures.forbidden(resource, name, "no PriorityClass with name " + asked + " was found");
            }
            chosen = found.tree();
        }
        long priority = chosen.integer(0, "value");
        if (pod.at("spec", "priority") instanceof Long given && given != priority) {
            throw Failures.forbidden(
                    resource,
                    name,
                    "the integer value of priority (" + given
                            + ") must not be provided in pod spec; priority admission " + "controller computed "
                            + priority + " from the given PriorityClass name");
        }
        String policy = chosen.text("preemptionPolicy");
        String effective = policy == null ? "PreemptLowerPriority" : policy;
        String given = pod.text("spec", "preemptionPolicy");
        if (given != null && !given.equals(effective)) {
            throw Failures.forbidden(
                    resource,
                    name,
                    "the string value of PreemptionPolicy (" + given + ") must not be provided in pod spec; priority "
                            + "admission controller computed " + effective + " from the given PriorityClass name");
        }
        JsonObject spec = pod.object("spec").with("priority", priority).with("preemptionPolicy", effective);
        String className = ObjectMeta.text(chosen, "name");
        return pod.with("spec", className.isEmpty() ? spec : spec.with("priorityClassName", className));
    }

    private JsonObject defaultPriority() {
        return all(PRIORITY_CLASSES).stream()
                .filter(each -> each.isTrue("globalDefault"))
                .min(Comparator.comparingLong(each -> each.integer(0, "value")))
                .orElse(JsonObject.EMPTY);
    }

    private void requireOneDefault(Resource resource, String name, JsonObject priorityClass) {
        if (!priorityClass.isTrue("globalDefault")) {
            return;
        }
        for (JsonObject other : all(PRIORITY_CLASSES)) {
            if (other.isTrue("globalDefault") && !ObjectMeta.text(other, "name").equals(name)) {
                throw Failures.forbidden(
                        resource,
                        name,
                        "PriorityClass " + ObjectMeta.text(other, "name")
                                + " is already marked as default. Only one default can exist");
            }
        }
    }

    /** A claim without a class gets the default one; of several defaults the newest. */
    private JsonObject classified(JsonObject claim) {
        String beta = "volume.beta.kubernetes.io/storage-class";
        if (claim.at("spec", "storageClassName") != null || claim.at("metadata", "annotations", beta) != null) {
            return claim;
        }
        JsonObject chosen = null;
        for (JsonObject each : all(STORAGE_CLASSES)) {
            if ("true".equals(each.text("metadata", "annotations", IS_DEFAULT)) && isNewer(each, chosen)) {
                chosen = each;
            }
        }
        return chosen == null ? claim : claim.withAt(ObjectMeta.text(chosen, "name"), "spec", "storageClassName");
    }

    private static boolean isNewer(JsonObject storageClass, @Nullable JsonObject than) {
        return than == null
                || ObjectMeta.text(storageClass, "creationTimestamp")
                                .compareTo(ObjectMeta.text(than, "creationTimestamp"))
                        > 0;
    }

    /** A new node takes no pods before it says that it is ready. */
    private static JsonObject tainted(JsonObject node) {
        JsonArray taints = node.array("spec", "taints");
        for (Object taint : taints) {
            if (taint instanceof JsonObject each
                    && NOT_READY.equals(each.text("key"))
                    && "NoSchedule".equals(each.text("effect"))) {
                return node;
            }
        }
        JsonObject taint = JsonObject.of("key", NOT_READY, "effect", "NoSchedule");
        return node.withAt(taints.plus(taint), "spec", "taints");
    }
}
