package dev.hcp.reconcilers;

import dev.hcp.platforms.Access;
import dev.hcp.platforms.Permission;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Set;

/** Is told of what a reconciler does to objects: of a read before it happens, of a write before the plan is given out. */
@FunctionalInterface
public interface Touches {
    /**
     * Something is done to an object of a kind.
     *
     * @param reconciler who does it
     * @param hosted whether in a hosted cluster
     * @param type the kind
     * @param access what is done
     */
    void touch(Reconciler<?> reconciler, boolean hosted, Class<? extends HasMetadata> type, Access access);

    /** Refuses what the reconciler does not declare, by an {@link UndeclaredAccessException}. */
    static Touches declaredOnly() {
        return (reconciler, hosted, type, access) -> {
            if (!reconciler.permissions().allow(hosted, type, access)) {
                throw new UndeclaredAccessException(reconciler.name(), new Permission(hosted, type, Set.of(access)));
            }
        };
    }

    /** The same reconciler, of which is told what it does, in its passes and to find what a change concerns. */
    default <R extends HasMetadata> Reconciler<R> of(Reconciler<R> reconciler) {
        return new ObservedReconciler<>(reconciler, this);
    }
}
