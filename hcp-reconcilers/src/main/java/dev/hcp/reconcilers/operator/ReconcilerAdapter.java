package dev.hcp.reconcilers.operator;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.HostedWatch;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Watch;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pure reconciler as java-operator-sdk calls it: gives it the cluster, carries out its plan. */
final class ReconcilerAdapter<R extends HasMetadata>
        implements io.javaoperatorsdk.operator.api.reconciler.Reconciler<R> {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcilerAdapter.class);
    private static final Duration CONFLICT_RETRY = Duration.ofMillis(100);
    private static final Duration UNANSWERED_RETRY = Duration.ofSeconds(10);

    private final Reconciler<R> reconciler;
    private final KubernetesClient client;
    private final ClusterCache cache;
    private final ClusterEvents events;
    private final Supplier<ClusterWorld> worlds;
    private final HostedConnections connections;
    private final Shard shard;
    private final UnaryOperator<Duration> pace;
    private final Failures failures = new Failures();

    ReconcilerAdapter(
            Reconciler<R> reconciler,
            KubernetesClient client,
            ClusterCache cache,
            ClusterEvents events,
            Supplier<ClusterWorld> worlds,
            HostedConnections connections,
            Shard shard,
            UnaryOperator<Duration> pace) {
        this.reconciler = reconciler;
        this.client = client;
        this.cache = cache;
        this.events = events;
        this.worlds = worlds;
        this.connections = connections;
        this.shard = shard;
        this.pace = pace;
    }

    @Override
    public List<EventSource<?, R>> prepareEventSources(EventSourceContext<R> context) {
        List<EventSource<?, R>> sources = new ArrayList<>();
        add(sources, "primary", reconciler.primaryType(), object -> List.of(ObjectKey.of(object)));
        int number = 0;
        for (Watch<?> watch : reconciler.watches()) {
            String name = watch.type().getSimpleName() + "-" + number++;
            add(sources, name, watch.type(), object -> watch.primaries().apply(object, worlds.get()));
        }
        for (HostedWatch<?> watch : reconciler.hostedWatches()) {
            CacheEvents<R> source = new CacheEvents<>("hosted-" + watch.type().getSimpleName() + "-" + number++);
            connections.onConnect((namespace, connection) -> connection
                    .cache()
                    .of(watch.type())
                    .ifPresent(
                            kind -> source.of(kind, object -> watch.primaries().of(namespace, object, worlds.get()))));
            sources.add(source);
        }
        return sources;
    }

    /** A kind that the server does not serve has no changes. */
    private void add(
            List<EventSource<?, R>> sources,
            String name,
            Class<? extends HasMetadata> type,
            Function<JsonObject, Collection<ObjectKey>> primaries) {
        cache.of(type).ifPresent(kind -> {
            CacheEvents<R> source = new CacheEvents<>(name);
            source.of(kind, primaries);
            sources.add(source);
        });
    }

    @Override
    public UpdateControl<R> reconcile(R primary, Context<R> context) {
        ObjectKey key = ObjectKey.of(primary);
        ClusterWorld world = worlds.get();
        Optional<R> known = world.get(reconciler.primaryType(), key.namespace(), key.name());
        if (known.isEmpty() || !shard.holds(known.get(), world)) {
            failures.isRecovery(key);
            return UpdateControl.noUpdate();
        }
        try {
            UpdateControl<R> next = pass(known.get(), world);
            if (failures.isRecovery(key)) {
                LOG.info("{}: {} {} no longer fails", reconciler.name(), primary.getKind(), key);
            }
            return next;
        } catch (FailedPassException | RefusedIntentException e) {
            if (failures.isNews(key, String.valueOf(e.getMessage()))) {
                LOG.warn(
                        "{}: {} {} failed and is tried again: {}",
                        reconciler.name(),
                        primary.getKind(),
                        key,
                        e.getMessage());
            }
            throw e;
        }
    }

    private UpdateControl<R> pass(R primary, ClusterWorld world) {
        Plan plan = reconciler.reconcile(primary, world);
        try {
            new PlanExecutor(client, cache, events, world, connections, reconciler.name()).execute(plan.intents());
        } catch (StaleViewException e) {
            return again(e);
        } catch (RefusedIntentException e) {
            if (e.isConflict()) {
                return again(e);
            }
            throw e;
        }
        if (plan.failure().isPresent()) {
            throw new FailedPassException(plan.failure().get());
        }
        UpdateControl<R> nothing = UpdateControl.noUpdate();
        Optional<Duration> later = plan.requeueAfter();
        if (later.isEmpty() && world.missedHosted()) {
            later = Optional.of(UNANSWERED_RETRY);
        }
        return later.or(reconciler::lookAgainEvery)
                .map(pace)
                .map(nothing::rescheduleAfter)
                .orElse(nothing);
    }

    /** What was decided from has changed meanwhile: nothing is wrong, and the cache is about to learn of it. */
    private UpdateControl<R> again(HcpException conflict) {
        LOG.debug("{}: {}", reconciler.name(), conflict.getMessage());
        UpdateControl<R> nothing = UpdateControl.noUpdate();
        return nothing.rescheduleAfter(CONFLICT_RETRY);
    }
}
