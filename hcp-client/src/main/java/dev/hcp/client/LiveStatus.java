package dev.hcp.client;

import dev.hcp.api.HcpException;
import dev.hcp.api.agent.Agent;
import dev.hcp.api.capi.Machine;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.kubevirt.VirtualMachine;
import dev.hcp.client.status.ClusterStatus;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Follows a hosted cluster: a listener is told of each new {@link ClusterStatus} until this is closed. It watches; changes
 * that come close together may be told as one. What the hosted cluster says of itself is part of what it tells, but does not
 * make it look. While the management cluster cannot be asked it tries again every few seconds, and {@link #problem()} says
 * why. Thread-safe.
 */
public final class LiveStatus implements AutoCloseable {
    private static final Duration FIRST_LOOK = Duration.ofSeconds(30);
    private static final long RETRY_SECONDS = 5;

    private final Supplier<Optional<ClusterStatus>> look;
    private final Consumer<ClusterStatus> listener;
    private final Consumer<HcpException> problems;
    private final Semaphore changes = new Semaphore(1);
    private final List<AutoCloseable> watched = new ArrayList<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile Optional<HcpException> problem = Optional.empty();

    private LiveStatus(
            String what,
            Supplier<Optional<ClusterStatus>> look,
            Consumer<ClusterStatus> listener,
            Consumer<HcpException> problems) {
        this.look = look;
        this.listener = listener;
        this.problems = problems;
        this.thread = new Thread(this::follow, "live status of " + what);
        thread.setDaemon(true);
    }

    /** Begins to follow; the first status is told at once. */
    static LiveStatus of(
            Watches watches,
            HostedClusterResource cluster,
            Supplier<Optional<ClusterStatus>> look,
            Consumer<ClusterStatus> listener,
            Consumer<HcpException> problems) {
        LiveStatus live = new LiveStatus(cluster.toString(), look, listener, problems);
        try {
            live.watch(watches, HostedCluster.class, cluster.namespace());
            live.watch(watches, NodePool.class, cluster.namespace());
            for (Class<? extends HasMetadata> kind :
                    List.of(Deployment.class, StatefulSet.class, Machine.class, VirtualMachine.class)) {
                live.watchIfKnown(watches, kind, cluster.controlPlaneNamespace());
            }
            live.watchIfKnown(watches, Agent.class, cluster.agentNamespace());
        } catch (HcpException e) {
            live.close();
            throw e;
        } catch (InterruptedException e) {
            live.close();
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException();
        } catch (TimeoutException e) {
            live.close();
            throw new WaitTimeoutException("cannot follow " + cluster
                    + ": the management cluster did not list its objects" + " within " + FIRST_LOOK);
        }
        live.thread.start();
        return live;
    }

    private <T extends HasMetadata> void watch(Watches watches, Class<T> kind, String namespace)
            throws InterruptedException, TimeoutException {
        Watches.Watched<T> objects = watches.watchIn(kind, namespace, FIRST_LOOK);
        watched.add(objects);
        Runnable stop = objects.onAnyChange(namespace, changes::release);
        watched.add(stop::run);
    }

    /** A management cluster need not have the kinds of platforms that it does not offer. */
    private <T extends HasMetadata> void watchIfKnown(Watches watches, Class<T> kind, String namespace)
            throws InterruptedException, TimeoutException {
        try {
            watch(watches, kind, namespace);
        } catch (MissingDefinitionsException absent) {
            // Nothing of that kind will change.
        }
    }

    private void follow() {
        Optional<ClusterStatus> told = Optional.empty();
        try {
            while (!closed) {
                awaitChange();
                Optional<ClusterStatus> now = closed ? Optional.empty() : lookAgain();
                if (now.isPresent() && !now.equals(told)) {
                    told = now;
                    listener.accept(now.get());
                }
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    private void awaitChange() throws InterruptedException {
        if (problem.isEmpty()) {
            changes.acquire();
        } else {
            changes.tryAcquire(RETRY_SECONDS, TimeUnit.SECONDS);
        }
        changes.drainPermits();
    }

    private Optional<ClusterStatus> lookAgain() {
        try {
            Optional<ClusterStatus> now = look.get();
            problem = Optional.empty();
            return now;
        } catch (HcpException e) {
            if (closed) {
                // Closing ends a look that is under way.
                return Optional.empty();
            }
            boolean isNew = problem.map(
                            known -> !String.valueOf(known.getMessage()).equals(e.getMessage()))
                    .orElse(true);
            problem = Optional.of(e);
            if (isNew) {
                problems.accept(e);
            }
            return Optional.empty();
        }
    }

    /** Why the newest look at the cluster failed; nothing when it did not. */
    public Optional<HcpException> problem() {
        return problem;
    }

    /** Stops following. A listener that is being told something may go on for a moment. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        for (AutoCloseable one : watched) {
            try {
                one.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
