package dev.hcp.reconcilers;

import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/** One thing a plan wants done. The sub-types are the whole vocabulary; a driver switches over them. */
public sealed interface Intent {
    /** Kind of the object it is about. */
    Class<? extends HasMetadata> type();

    /** The object it is about. */
    ObjectKey key();

    /**
     * Server-side apply: the named fields shall have these values, forced, under the reconciler's field manager. Fields
     * this manager applied before and names no more are given up.
     */
    record Apply(HasMetadata object) implements Intent {
        @Override
        public Class<? extends HasMetadata> type() {
            return object.getClass();
        }

        @Override
        public ObjectKey key() {
            return ObjectKey.of(object);
        }
    }

    /** Replace the whole object, but its status; refused as a conflict when its resourceVersion is no longer the newest. */
    record Replace(HasMetadata object) implements Intent {
        @Override
        public Class<? extends HasMetadata> type() {
            return object.getClass();
        }

        @Override
        public ObjectKey key() {
            return ObjectKey.of(object);
        }
    }

    /** Create the object; nothing happens when one of that name exists. */
    record CreateIfAbsent(HasMetadata object) implements Intent {
        @Override
        public Class<? extends HasMetadata> type() {
            return object.getClass();
        }

        @Override
        public ObjectKey key() {
            return ObjectKey.of(object);
        }
    }

    /** JSON merge patch (RFC 7386) of the main resource, or of the status where {@code status} is set. */
    record MergePatch(Class<? extends HasMetadata> type, ObjectKey key, boolean status, JsonObject patch)
            implements Intent {}

    /** Add a finalizer. */
    record AddFinalizer(Class<? extends HasMetadata> type, ObjectKey key, String finalizer) implements Intent {}

    /** Remove a finalizer; removing the last one of an object being deleted lets it go. */
    record RemoveFinalizer(Class<? extends HasMetadata> type, ObjectKey key, String finalizer) implements Intent {}

    /** Delete the object, with background propagation; nothing happens when it is gone. */
    record Delete(Class<? extends HasMetadata> type, ObjectKey key, Optional<String> uid) implements Intent {}

    /** Replace the status by that of the object given; other parts of it are ignored. */
    record Status(HasMetadata object) implements Intent {
        @Override
        public Class<? extends HasMetadata> type() {
            return object.getClass();
        }

        @Override
        public ObjectKey key() {
            return ObjectKey.of(object);
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
