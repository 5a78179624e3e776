package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.World;
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

    ReconcilerActor(
            Reconciler<R> reconciler, World world, TypedObjects typed, PlanExecution execution, Duration latency) {
        this.reconciler = reconciler;
        this.world = world;
        this.typed = typed;
        this.execution = execution;
        this.latency = latency;
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

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> tree = world.tree(reconciler.primaryType(), key.namespace(), key.name());
        if (tree.isEmpty()) {
            return Turn.done();
        }
        Plan plan = reconciler.reconcile(typed.decode(tree.get(), reconciler.primaryType()), world);
        execution.execute(plan.intents(), reconciler.name());
        return plan.failure()
                .map(Turn::failed)
                .orElseGet(() -> plan.requeueAfter().map(Turn::requeueAfter).orElseGet(Turn::done));
    }
}
