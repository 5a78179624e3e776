package dev.hcp.simulator.world;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Backoff;
import dev.hcp.simulator.kernel.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Runs a controller that is made for one API server in hosted clusters: an instance in each, from when there is work for
 * it. Clusters without any cost nothing.
 *
 * @param <K> key of the controller's work queue
 */
final class InHostedClusters<K> implements Actor<InHostedClusters.Key<K>> {
    /** While a hosted API server is down, its controllers try again so often. */
    private static final Duration DOWN = Duration.ofSeconds(15);

    private final String name;
    private final Duration latency;
    private final GuestClusters guests;
    private final List<Kind> kinds;
    private final Function<GuestClusters.Guest, Actor<K>> controller;
    private final Map<String, Instance<K>> instances = new HashMap<>();

    /**
     * A kind that the controller watches.
     *
     * @param brings which of its objects are work for the controller
     */
    record Kind(String group, String name, Predicate<JsonObject> brings) {
        /** A kind whose objects are what the controller is for. */
        static Kind work(String group, String name) {
            return work(group, name, object -> true);
        }

        /** A kind of which some objects are what the controller is for. */
        static Kind work(String group, String name, Predicate<JsonObject> brings) {
            return new Kind(group, name, brings);
        }

        /** A kind that matters only where there is work. */
        static Kind circumstance(String group, String name) {
            return new Kind(group, name, object -> false);
        }
    }

    /** A key in a hosted cluster. */
    record Key<K>(String server, K key) {
        @Override
        public String toString() {
            return server + ": " + key;
        }
    }

    /**
     * @param name name of the controller
     * @param kinds all that the controller watches
     * @param controller makes it for one hosted cluster
     */
    InHostedClusters(
            String name,
            Duration latency,
            GuestClusters guests,
            List<Kind> kinds,
            Function<GuestClusters.Guest, Actor<K>> controller) {
        this.name = name;
        this.latency = latency;
        this.guests = guests;
        this.kinds = kinds;
        this.controller = controller;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Duration latency() {
        return latency;
    }

    /** They ask the hosted API server. */
    @Override
    public boolean needsManagementApi() {
        return false;
    }

    @Override
    public Backoff backoff() {
        return Backoff.CONTROLLER_RUNTIME;
    }

    @Override
    public void start(ActorContext<Key<K>> context) {
        for (Kind kind : kinds) {
            context.watchHosted(kind.group(), kind.name(), (server, change) -> heard(kind, server, change, context));
        }
    }

    private List<Key<K>> heard(Kind kind, String server, Objects.Change change, ActorContext<Key<K>> context) {
        Instance<K> instance = instances.get(server);
        boolean news = change.after() != null && kind.brings().test(change.after());
        if (news) {
            instance = instance(server, context).orElse(null);
        }
        return instance == null ? List.of() : instance.keys(kind, change);
    }

    /** The instance of a hosted cluster whose API server answers; another when the cluster is another. */
    private Optional<Instance<K>> instance(String server, ActorContext<Key<K>> context) {
        Optional<GuestClusters.Guest> guest = guests.find(server);
        Instance<K> known = instances.get(server);
        if (guest.isEmpty() || (known != null && known.objects == guest.get().objects())) {
            return guest.map(found -> known);
        }
        Instance<K> made = new Instance<>(server, guest.get().objects(), context);
        instances.put(server, made);
        made.begin(controller.apply(guest.get()));
        return Optional.of(made);
    }

    @Override
    public Turn act(Key<K> key, ActorContext<Key<K>> context) {
        Instance<K> instance = instances.get(key.server());
        if (instance == null) {
            return Turn.done();
        }
        Optional<GuestClusters.Guest> guest = guests.find(key.server());
        if (guest.isEmpty()) {
            return Turn.pollAfter(DOWN);
        }
        if (guest.get().objects() != instance.objects) {
            instances.remove(key.server());
            return Turn.done();
        }
        return instance.act(key.key());
    }

    /** The controller in one hosted cluster, for which that cluster is all there is. */
    private final class Instance<T> implements ActorContext<T> {
        private final String server;
        private final Objects objects;
        private final ActorContext<Key<T>> outer;
        private final Map<String, List<Function<Objects.Change, ? extends Collection<T>>>> watches = new HashMap<>();
        private @Nullable Actor<T> actor;

        Instance(String server, Objects objects, ActorContext<Key<T>> outer) {
            this.server = server;
            this.objects = objects;
            this.outer = outer;
        }

        void begin(Actor<T> started) {
            actor = started;
            started.start(this);
        }

        Turn act(T key) {
            return java.util.Objects.requireNonNull(actor).act(key, this);
        }

        List<Key<T>> keys(Kind kind, Objects.Change change) {
            List<Key<T>> keys = new ArrayList<>();
            for (Function<Objects.Change, ? extends Collection<T>> watch :
                    watches.getOrDefault(id(kind.group(), kind.name()), List.of())) {
                watch.apply(change).forEach(key -> keys.add(new Key<>(server, key)));
            }
            return keys;
        }

        private static String id(String group, String kind) {
            return group + "/" + kind;
        }

        @Override
        public Instant now() {
            return outer.now();
        }

        @Override
        public RandomGenerator random(String key) {
            return outer.random(server + "/" + key);
        }

        @Override
        public void watch(String group, String kind, Function<Objects.Change, ? extends Collection<T>> keys) {
            if (kinds.stream()
                    .noneMatch(
                            known -> known.group().equals(group) && known.name().equals(kind))) {
                throw new HcpException(name + " watches " + id(group, kind)
                        + " in hosted clusters, which is not among the kinds it was said to watch; add it there");
            }
            watches.computeIfAbsent(id(group, kind), absent -> new ArrayList<>())
                    .add(keys);
        }

        @Override
        public void watchAll(Function<Objects.Change, ? extends Collection<T>> keys) {
            kinds.forEach(kind -> watch(kind.group(), kind.name(), keys));
        }

        @Override
        public void watchHosted(
                String group, String kind, BiFunction<String, Objects.Change, ? extends Collection<T>> keys) {
            throw new HcpException("there are no hosted clusters within a hosted cluster");
        }

        @Override
        public void enqueue(T key) {
            outer.enqueue(new Key<>(server, key));
        }

        @Override
        public void enqueueAfter(T key, Duration delay) {
            outer.enqueueAfter(new Key<>(server, key), delay);
        }

        @Override
        public void note(String subject, String text) {
            outer.note(server + ": " + subject, text);
        }
    }
}
