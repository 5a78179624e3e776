package dev.hcp.reconcilers;

import dev.hcp.platforms.Permissions;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A reconciler around another, from which it differs in what is overridden: to measure, to watch or to limit passes. Thread-safe
 * when what is added is.
 */
public abstract class ForwardingReconciler<R extends HasMetadata> implements Reconciler<R> {
    private final Reconciler<R> reconciler;

    /** @param reconciler the one that does the work */
    protected ForwardingReconciler(Reconciler<R> reconciler) {
        this.reconciler = reconciler;
    }

    /** The one that does the work. */
    protected final Reconciler<R> inner() {
        return reconciler;
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
        return reconciler.reconcile(primary, world);
    }
}
