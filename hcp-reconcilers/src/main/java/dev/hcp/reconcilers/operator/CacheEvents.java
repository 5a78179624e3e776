package dev.hcp.reconcilers.operator;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;

/** Changes of one kind in a cache, or in those of many clusters, as events of the primaries that they concern. */
final class CacheEvents<P extends HasMetadata> extends AbstractEventSource<HasMetadata, P> {
    /**
     * @param name name of the source, its own within the controller
     */
    CacheEvents(String name) {
        super(HasMetadata.class, name);
    }

    /**
     * Raises events for the changes of a kind from now on.
     *
     * @param primaries from a changed object to primaries
     */
    void of(KindCache cache, Function<JsonObject, Collection<ObjectKey>> primaries) {
        cache.listen(object -> {
            if (isRunning()) {
                primaries.apply(object).forEach(this::raise);
            }
        });
    }

    private void raise(ObjectKey primary) {
        String namespace = primary.namespace().isEmpty() ? null : primary.namespace();
        getEventHandler().handleEvent(new Event(new ResourceID(primary.name(), namespace)));
    }

    @Override
    public Set<HasMetadata> getSecondaryResources(P primary) {
        return Set.of();
    }
}
