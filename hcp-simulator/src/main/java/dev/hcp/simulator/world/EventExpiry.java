package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Lets Events go an hour after they were written last, as the leases of etcd do. All live equally long, so they end in the
 * order in which they were written: a turn looks at no others than those whose time has come.
 */
final class EventExpiry implements Actor<String> {
    private static final String KEY = "events";
    private static final Duration LIFE = Duration.ofHours(1);

    private final Objects management;
    private final HostedClusters clusters;
    private final Deque<Written> written = new ArrayDeque<>();

    /** @param server name of the API server, empty for the management cluster's */
    private record Written(Instant due, String server, String namespace, String name, String revision) {}

    EventExpiry(Objects management, HostedClusters clusters) {
        this.management = management;
        this.clusters = clusters;
    }

    @Override
    public String name() {
        return "event-expiry";
    }

    @Override
    public void start(ActorContext<String> context) {
        context.watch("", "Event", change -> heard("", change, context.now()));
        context.watchHosted("", "Event", (server, change) -> heard(server, change, context.now()));
    }

    private Collection<String> heard(String server, Objects.Change change, Instant now) {
        JsonObject event = change.after();
        if (event == null) {
            return List.of();
        }
        boolean waits = !written.isEmpty();
        String revision = String.valueOf(event.text("metadata", "resourceVersion"));
        written.add(new Written(now.plus(LIFE), server, Meta.namespace(event), Meta.name(event), revision));
        return waits ? List.of() : List.of(KEY);
    }

    @Override
    public Turn act(String key, ActorContext<String> context) {
        for (Written next = written.peek(); next != null; next = written.peek()) {
            if (context.now().isBefore(next.due())) {
                return Turn.resyncAfter(Duration.between(context.now(), next.due()));
            }
            written.remove();
            expire(next);
        }
        return Turn.done();
    }

    private void expire(Written event) {
        Optional<Objects> server = event.server().isEmpty()
                ? Optional.of(management)
                : clusters.existing(event.server()).map(HostedClusters.Hosted::objects);
        if (server.isEmpty()) {
            return;
        }
        Objects objects = server.get();
        ResourceType events = objects.resource("v1", "Event");
        boolean last = objects.get(events, event.namespace(), event.name())
                .filter(found -> event.revision().equals(found.text("metadata", "resourceVersion")))
                .isPresent();
        if (last) {
            objects.delete(events, event.namespace(), event.name(), Objects.Deletion.BACKGROUND);
        }
    }
}
