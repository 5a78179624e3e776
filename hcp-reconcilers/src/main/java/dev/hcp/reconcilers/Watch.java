package dev.hcp.reconcilers;

import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.function.BiFunction;

/**
 * A secondary kind whose changes concern a reconciler.
 *
 * @param type the secondary kind
 * @param primaries from a changed (or deleted) secondary to the primaries it concerns, cheaply
 * @param <T> the secondary kind
 */
public record Watch<T extends HasMetadata>(Class<T> type, BiFunction<T, World, Collection<ObjectKey>> primaries) {}
