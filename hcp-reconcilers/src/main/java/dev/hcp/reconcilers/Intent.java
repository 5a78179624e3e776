package dev.hcp.reconcilers;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.Permissions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/**
 * One thing a plan wants done. The sub-types are the whole vocabulary; a driver switches over them.
 *
 * <p>Objects are JSON trees, complete with apiVersion and kind, so that a driver that keeps trees converts nothing;
 * {@link dev.hcp.api.json.Json#toType} gives the typed form.
 */
public sealed interface Intent {
    /** Kind of the object it is about. */
    Class<? extends HasMetadata> type();

    /** The object it is about. */
    ObjectKey key();

    /** What it takes to carry it out. */
    default Permissions permissions() {
        return IntentPermissions.of(this);
    }

    /**
     * Server-side apply: the named fields shall have these values, forced, under the reconciler's field manager. Fields
     * this manager applied before and names no more are given up.
     */
    record Apply(Class<? extends HasMetadata> type, ObjectKey key, JsonObject tree) implements Intent {
        /** Without the content: it may be a Secret's. */
        @Override
        public String toString() {
            return "Apply[" + type.getSimpleName() + " " + key + "]";
        }
    }

    /** Replace the whole object, but its status; refused as a conflict when its resourceVersion is no longer the newest. */
    record Replace(Class<? extends HasMetadata> type, ObjectKey key, JsonObject tree) implements Intent {
        /** Without the content: it may be a Secret's. */
        @Override
        public String toString() {
            return "Replace[" + type.getSimpleName() + " " + key + "]";
        }
    }

    /** Create the object; nothing happens when one of that name exists. */
    record CreateIfAbsent(Class<? extends HasMetadata> type, ObjectKey key, JsonObject tree) implements Intent {
        /** Without the content: it may be a Secret's. */
        @Override
        public String toString() {
            return "CreateIfAbsent[" + type.getSimpleName() + " " + key + "]";
        }
    }

    /** JSON merge patch (RFC 7386) of the main resource, or of the status where {@code status} is set. */
    record MergePatch(Class<? extends HasMetadata> type, ObjectKey key, boolean status, JsonObject patch)
            implements Intent {
        /** Without the content: it may be a Secret's. */
        @Override
        public String toString() {
            return "MergePatch[" + type.getSimpleName() + " " + key + (status ? " status]" : "]");
        }
    }

    /** Add a finalizer. */
    record AddFinalizer(Class<? extends HasMetadata> type, ObjectKey key, String finalizer) implements Intent {}

    /** Remove a finalizer; removing the last one of an object being deleted lets it go. */
    record RemoveFinalizer(Class<? extends HasMetadata> type, ObjectKey key, String finalizer) implements Intent {}

    /** Delete the object, with background propagation; nothing happens when it is gone. */
    record Delete(Class<? extends HasMetadata> type, ObjectKey key, Optional<String> uid) implements Intent {}

    /**
     * Evict a pod: delete it unless a disruption budget has none to spare now. Nothing happens when it is gone, or when the
     * budget forbids it: whoever wants it gone asks again later.
     */
    record Evict(ObjectKey key) implements Intent {
        @Override
        public Class<Pod> type() {
            return Pod.class;
        }
    }

    /** Replace the status by that of the tree; other parts of it are ignored. */
    record Status(Class<? extends HasMetadata> type, ObjectKey key, JsonObject tree) implements Intent {
        /** Without the content: it may be a Secret's. */
        @Override
        public String toString() {
            return "Status[" + type.getSimpleName() + " " + key + "]";
        }
    }

    /**
     * Do something in a hosted cluster. One that its API server refuses does not hold back what comes after it; the plan
     * counts as failed in the end.
     *
     * @param controlPlaneNamespace the namespace that the cluster's control plane runs in
     * @param intent what to do there; not itself one of these
     */
    record Hosted(String controlPlaneNamespace, Intent intent) implements Intent {
        @Override
        public Class<? extends HasMetadata> type() {
            return intent.type();
        }

        @Override
        public ObjectKey key() {
            return intent.key();
        }
    }

    /**
     * Record an Event about an object.
     *
     * @param warning whether its type is Warning, else Normal
     */
    record Event(Class<? extends HasMetadata> type, ObjectKey key, boolean warning, String reason, String message)
            implements Intent {}
}
