package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.HostedWatch;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Watch;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Backoff;
import dev.hcp.simulator.kernel.Turn;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Drives a pure reconciler: gives it the world, carries out its plans, calls it again when what it watches changes. */
final class ReconcilerActor<R extends HasMetadata> implements Actor<ObjectKey> {
    private final Reconciler<R> reconciler;
    private final World world;
    private final TypedObjects typed;
    private final PlanExecution execution;
    private final Duration latency;
    private final Optional<String> deployment;

    /**
     * @param deployment name of the Deployment, in the namespace of each primary, without which the reconciler does not run
     */
    ReconcilerActor(
            Reconciler<R> reconciler,
            World world,
            TypedObjects typed,
            PlanExecution execution,
            Duration latency,
            Optional<String> deployment) {
        this.reconciler = reconciler;
        this.world = world;
        this.typed = typed;
        this.execution = execution;
        this.latency = latency;
        this.deployment = deployment;
    }

    @Override
    public String name() {
        return reconciler.name();
    }

    @Override
    public Duration latency() {
        return latency;
    }

    @Override
    public Backoff backoff() {
        return Backoff.HYPERSHIFT;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        watch(context, reconciler.primaryType(), change -> List.of(ObjectKey.of(change.object())));
        reconciler.watches().forEach(watch -> watchSecondary(context, watch));
        reconciler.hostedWatches().forEach(watch -> watchHosted(context, watch));
        deployment.ifPresent(name -> watch(
                context,
                Deployment.class,
                change -> name.equals(Meta.name(change.object())) ? primaries(change.object()) : List.of()));
    }

    private List<ObjectKey> primaries(JsonObject sameNamespace) {
        return world.trees(reconciler.primaryType(), Meta.namespace(sameNamespace)).stream()
                .map(ObjectKey::of)
                .toList();
    }

    private <T extends HasMetadata> void watchHosted(ActorContext<ObjectKey> context, HostedWatch<T> watch) {
        context.watchHosted(
                HasMetadata.getGroup(watch.type()),
                HasMetadata.getKind(watch.type()),
                (server, change) -> watch.primaries().of(server, change.object(), world));
    }

    private <T extends HasMetadata> void watchSecondary(ActorContext<ObjectKey> context, Watch<T> watch) {
        watch(context, watch.type(), change -> watch.primaries().apply(change.object(), world));
    }

    private static void watch(
            ActorContext<ObjectKey> context,
            Class<? extends HasMetadata> type,
            Function<Objects.Change, Collection<ObjectKey>> keys) {
        context.watch(HasMetadata.getGroup(type), HasMetadata.getKind(type), keys);
    }

    private boolean runs(String namespace) {
        return deployment.isEmpty()
                || world.tree(Deployment.class, namespace, deployment.get())
                        .filter(found -> found.integer(0, "status", "availableReplicas") > 0)
                        .isPresent();
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> tree = world.tree(reconciler.primaryType(), key.namespace(), key.name());
        if (tree.isEmpty() || !runs(key.namespace())) {
            return Turn.done();
        }
        Plan plan = reconciler.reconcile(typed.decode(tree.get(), reconciler.primaryType()), world);
        execution.execute(plan.intents(), reconciler.name());
        return plan.failure()
                .map(Turn::failed)
                .orElseGet(() -> plan.requeueAfter().map(Turn::requeueAfter).orElseGet(Turn::done));
    }
}
