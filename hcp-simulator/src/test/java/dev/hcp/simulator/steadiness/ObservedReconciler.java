package dev.hcp.simulator.steadiness;

import dev.hcp.platforms.World;
import dev.hcp.reconcilers.ForwardingReconciler;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.Reconciler;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** A reconciler that tells somebody of each of its passes. */
public final class ObservedReconciler<R extends HasMetadata> extends ForwardingReconciler<R> {
    /** Who is told. */
    @FunctionalInterface
    public interface Observer {
        /** A pass decided on a plan, which is about to be carried out. */
        void passed(Reconciler<?> reconciler, HasMetadata primary, World world, Plan plan);
    }

    private final Observer observer;

    private ObservedReconciler(Reconciler<R> reconciler, Observer observer) {
        super(reconciler);
        this.observer = observer;
    }

    public static List<Reconciler<?>> all(List<Reconciler<?>> reconcilers, Observer observer) {
        return reconcilers.stream()
                .<Reconciler<?>>map(each -> new ObservedReconciler<>(each, observer))
                .toList();
    }

    @Override
    public Plan reconcile(R primary, World world) {
        Plan plan = super.reconcile(primary, world);
        observer.passed(inner(), primary, world, plan);
        return plan;
    }
}
