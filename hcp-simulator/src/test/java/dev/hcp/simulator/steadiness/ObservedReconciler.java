package dev.hcp.simulator.steadiness;

import dev.hcp.platforms.Permissions;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.HostedWatch;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Watch;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A reconciler that tells somebody of each of its passes. */
public final class ObservedReconciler<R extends HasMetadata> implements Reconciler<R> {
    /** Who is told. */
    @FunctionalInterface
    public interface Observer {
        /** A pass decided on a plan, which is about to be carried out. */
        void passed(Reconciler<?> reconciler, HasMetadata primary, World world, Plan plan);
    }

    private final Reconciler<R> reconciler;
    private final Observer observer;

    private ObservedReconciler(Reconciler<R> reconciler, Observer observer) {
        this.reconciler = reconciler;
        this.observer = observer;
    }

    public static List<Reconciler<?>> all(List<Reconciler<?>> reconcilers, Observer observer) {
        return reconcilers.stream()
                .<Reconciler<?>>map(each -> new ObservedReconciler<>(each, observer))
                .toList();
    }

    @Override
    public String name() {
        return reconciler.name();
    }

    @Override
    public Class<R> primaryType() {
        return reconciler.primaryType();
    }

    @Override
    public boolean kindIsOptional() {
        return reconciler.kindIsOptional();
    }

    @Override
    public Permissions permissions() {
        return reconciler.permissions();
    }

    @Override
    public List<Watch<?>> watches() {
        return reconciler.watches();
    }

    @Override
    public List<HostedWatch<?>> hostedWatches() {
        return reconciler.hostedWatches();
    }

    @Override
    public Optional<Duration> lookAgainEvery() {
        return reconciler.lookAgainEvery();
    }

    @Override
    public Plan reconcile(R primary, World world) {
        Plan plan = reconciler.reconcile(primary, world);
        observer.passed(reconciler, primary, world, plan);
        return plan;
    }
}
