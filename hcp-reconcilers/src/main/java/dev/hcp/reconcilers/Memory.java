package dev.hcp.reconcilers;

import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What a reconciler remembers of each primary so that a quiet pass need not build again what it wants: for which inputs,
 * and which live objects were seen to be as wanted then.
 *
 * <p>It never changes a decision: what it lets a pass skip would have come out as nothing to do. Objects are told apart
 * by identity of their trees, so it helps with worlds that keep trees and is merely useless with others. Thread-safe;
 * passes over the same primary are not run at the same time.
 */
public final class Memory {
    private final Map<ObjectKey, OfPrimary> primaries = new ConcurrentHashMap<>();

    /**
     * What is remembered of a primary. All is forgotten when the inputs differ from those of its last pass.
     *
     * @param inputs everything that the wanted objects depend on; compared with {@code equals}
     */
    public OfPrimary of(ObjectKey primary, Object inputs) {
        OfPrimary known = primaries.get(primary);
        if (known == null || !known.inputs.equals(inputs)) {
            known = new OfPrimary(inputs);
            primaries.put(primary, known);
        }
        return known;
    }

    /** Forgets a primary that is gone. */
    public void forget(ObjectKey primary) {
        primaries.remove(primary);
    }

    /** What is remembered of one primary. Used by one thread at a time. */
    public static final class OfPrimary {
        private final Object inputs;
        private final Map<Class<?>, Map<ObjectKey, Seen>> seen = new HashMap<>();
        private final Map<String, Object> values = new HashMap<>();

        private OfPrimary(Object inputs) {
            this.inputs = inputs;
        }

        /** A value that follows from the inputs alone, worked out once. Always ask for the same type by the same name. */
        @SuppressWarnings("unchecked")
        public <T> T remember(String name, Supplier<T> value) {
            Object known = values.get(name);
            if (known == null) {
                known = Objects.requireNonNull(value.get());
                values.put(name, known);
            }
            return (T) known;
        }

        boolean saw(Class<? extends HasMetadata> type, ObjectKey key, JsonObject live, Object source) {
            Map<ObjectKey, Seen> ofType = seen.get(type);
            Seen before = ofType == null ? null : ofType.get(key);
            if (ofType == null || before == null || !before.source().equals(source)) {
                return false;
            }
            if (before.live() == live) {
                return true;
            }
            if (!sameButStatus(before.live(), live)) {
                return false;
            }
            ofType.put(key, new Seen(live, source));
            return true;
        }

        void see(Class<? extends HasMetadata> type, ObjectKey key, JsonObject live, Object source) {
            seen.computeIfAbsent(type, t -> new HashMap<>()).put(key, new Seen(live, source));
        }

        /**
         * A live object that was as wanted.
         *
         * @param source what it follows from besides the inputs
         */
        private record Seen(JsonObject live, Object source) {
            /** Without the content: it may be a Secret's. */
            @Override
            public String toString() {
                return "Seen[]";
            }
        }

        /** Cheap for trees that share what did not change, as those of a store do. */
        private static boolean sameButStatus(JsonObject before, JsonObject after) {
            for (int i = 0; i < after.size(); i++) {
                String field = after.keyAt(i);
                if (!field.equals("status") && !field.equals("metadata") && after.valueAt(i) != before.get(field)) {
                    return false;
                }
            }
            JsonObject was = before.object("metadata");
            JsonObject is = after.object("metadata");
            for (String field : new String[] {"labels", "annotations", "ownerReferences", "finalizers"}) {
                Object value = is.get(field);
                if (value != was.get(field) && (value == null || !value.equals(was.get(field)))) {
                    return false;
                }
            }
            return before.size() - (before.containsKey("status") ? 1 : 0)
                    == after.size() - (after.containsKey("status") ? 1 : 0);
        }
    }
}
