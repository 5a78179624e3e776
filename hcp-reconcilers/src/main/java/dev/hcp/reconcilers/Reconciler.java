package dev.hcp.reconcilers;

import dev.hcp.platforms.Permissions;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Decides what to do about one object.
 *
 * <p>Implementations are stateless and thread-safe; equal inputs give equal plans.
 *
 * @param <R> kind of the object it is about
 */
public interface Reconciler<R extends HasMetadata> {
    /** Short name, used as field manager and event source. */
    String name();

    /** Kind of the object it is about. */
    Class<R> primaryType();

    /** Whether a cluster may lack its kind: then there is nothing to do, where others must not be started in vain. */
    default boolean kindIsOptional() {
        return false;
    }

    /**
     * All that it does to objects in any of its passes and to find what a change concerns, with what its platforms do: the
     * role of an operator is made from it, and the operator refuses everything else.
     */
    Permissions permissions();

    /** The other kinds whose changes concern it, each with the way from such an object to primaries. */
    List<Watch<?>> watches();

    /** The kinds in hosted clusters whose changes concern it. */
    default List<HostedWatch<?>> hostedWatches() {
        return List.of();
    }

    /**
     * How often to look at an object that rests, for what no watch tells: an address that no longer answers, a certificate
     * that ends. Empty when watches tell everything. A driver whose world tells that, too, may look less often.
     */
    default Optional<Duration> lookAgainEvery() {
        return Optional.empty();
    }

    /** What to do now. The primary is the newest known; it may be marked for deletion. */
    Plan reconcile(R primary, World world);
}
