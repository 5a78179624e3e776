package dev.hcp.simulator.kernel;

import dev.hcp.api.HcpException;
import dev.hcp.simulator.apiserver.Objects;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs actors in virtual time.
 *
 * <p>Nothing happens by itself: time moves while {@link #advance}, {@link #runUntil} or {@link #runUntilQuiet} runs
 * (<em>stepped</em>), or follows the wall clock between {@link #pace} and {@link #stopPacing} (<em>paced</em>). Turns of
 * actors and {@linkplain #command commands} from outside exclude each other; a command waits for one turn at most.
 *
 * <p>Thread-safe.
 */
public final class Kernel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Kernel.class);
    private static final String COMMAND = "command";
    private static final Duration FOREVER = Duration.ofDays(36500);

    private record Committed(String server, Objects.Change change) {}

    private final Seed seed;
    private final Instant start;
    private final Duration turnLatency;
    private final History history;
    /** Fair, so that commands get in between turns. */
    private final ReentrantLock lock = new ReentrantLock(true);

    private final EventQueue events = new EventQueue();
    private final FanOut fanOut = new FanOut();
    private final ConcurrentLinkedQueue<Committed> commits = new ConcurrentLinkedQueue<>();
    /** Virtual time since the start in nanoseconds; written under the lock. */
    private volatile long time;

    private Function<String, Hearing> hearing = kind -> Hearing.WELL;
    /** Whether anything is amiss with what is heard; asked for each change and watch. */
    private boolean hearsWell = true;
    /** What actors would have heard of silent kinds, once each. */
    private final Set<Missed<?>> missed = new LinkedHashSet<>();

    private boolean suspended;
    /** Turns that were due while their actors could not act, in the order of their times. */
    private final Set<WorkQueue.Slot<?>> held = new LinkedHashSet<>();

    /** Changes that may be what somebody polls for: commits, but for those of routine turns, and faults. */
    private long changes;
    /** Whether the world is not quiet before all who poll have seen all changes. */
    private boolean disturbed;

    private boolean inTurn;
    private int commitsOfTurn;
    private volatile @Nullable Pacer pacer;

    /**
     * @param seed where all randomness comes from
     * @param start the virtual time at which the simulation begins
     * @param turnLatency how long after a change a watching actor acts; positive. Changes in between are seen together
     * @param historyLimit how many entries the history keeps
     */
    public Kernel(Seed seed, Instant start, Duration turnLatency, int historyLimit) {
        if (turnLatency.isNegative() || turnLatency.isZero()) {
            throw new HcpException("the latency of a turn must be positive, or actors that answer each other would"
                    + " stop the clock; got " + turnLatency);
        }
        this.seed = seed;
        this.start = start;
        this.turnLatency = turnLatency;
        this.history = new History(historyLimit);
    }

    /** The seed. */
    public Seed seed() {
        return seed;
    }

    /** What happened so far. */
    public History history() {
        return history;
    }

    /** The virtual time. */
    public Instant now() {
        return start.plusNanos(time);
    }

    /** The virtual clock, for an API server. */
    public InstantSource clock() {
        return this::now;
    }

    /**
     * Listens to an API server: its commits go into the history and to the actors that watch.
     *
     * @param server name of the server; empty for the management cluster
     */
    public Objects.Subscription attach(String server, Objects objects) {
        return objects.onChange(change -> {
            commits.add(new Committed(server, change));
            Pacer current = pacer;
            if (current != null) {
                current.wake();
            }
        });
    }

    /** Starts an actor. */
    public <K> void start(Actor<K> actor) {
        lock.lock();
        try {
            actor.start(new WorkQueue<>(this, actor));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Runs something that comes from outside, such as a client's write, between turns, at the current virtual time.
     *
     * @param description what it is, for the history; no secrets
     */
    public <T> T command(String description, Supplier<T> action) {
        lock.lock();
        try {
            if (inTurn) {
                return action.get();
            }
            Pacer current = pacer;
            if (current != null) {
                moveTo(current.virtualTime());
            }
            drain(COMMAND);
            history.add(new HistoryEntry.Command(time, description));
            try {
                return action.get();
            } finally {
                drain(COMMAND);
                if (current != null) {
                    current.wake();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets virtual time pass. */
    public void advance(Duration duration) {
        runUntil(() -> false, duration);
    }

    /**
     * Lets virtual time pass until a condition holds.
     *
     * @param condition asked at first, and whenever something was committed
     * @param timeout how long to try, in virtual time
     * @return whether the condition holds; if not, the clock has moved by the timeout
     */
    public boolean runUntil(BooleanSupplier condition, Duration timeout) {
        requireStepped();
        long end = timeAfter(timeout);
        boolean stale = true;
        while (true) {
            if (stale && condition.getAsBoolean()) {
                return true;
            }
            Progress progress = step(end);
            if (progress == Progress.NONE) {
                return condition.getAsBoolean();
            }
            stale = progress == Progress.COMMITTED;
        }
    }

    /**
     * Lets virtual time pass until nothing is left to do but looks at a state that does not change: resyncs, polls that find
     * nothing, and retries that fail again. After {@linkplain #disturbed a fault came or went} that is so when everybody
     * who polls or retries has looked once more, and again at whatever came of that.
     *
     * @param limit how long to try, in virtual time
     * @return whether it is quiet; if not, the clock has moved by the limit
     */
    public boolean runUntilQuiet(Duration limit) {
        requireStepped();
        long end = timeAfter(limit);
        while (!quiet()) {
            if (step(end) == Progress.NONE) {
                return quiet();
            }
        }
        return true;
    }

    private boolean quiet() {
        lock.lock();
        try {
            drain(COMMAND);
            if (!events.quiet()) {
                return false;
            }
            disturbed = disturbed && events.reconsider(changes);
            return !disturbed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Says that something came to be broken, or no longer is, of which those who suffer may hear nothing: what failed
     * because of it is still to be tried. To be used within a turn or a {@link #command}.
     */
    public void disturbed() {
        disturbed = true;
        changes++;
    }

    /**
     * Lets virtual time follow the wall clock from now on.
     *
     * @param factor virtual seconds per second, positive
     */
    public void pace(double factor) {
        if (!(factor > 0)) {
            throw new HcpException("the pace must be a positive number of virtual seconds per second; got " + factor);
        }
        lock.lock();
        try {
            stopPacing();
            Pacer started = new Pacer(this, time, factor);
            pacer = started;
            started.start();
        } finally {
            lock.unlock();
        }
    }

    /** Stops following the wall clock; no turn runs any more when this returns. */
    public void stopPacing() {
        Pacer current;
        lock.lock();
        try {
            current = pacer;
            pacer = null;
        } finally {
            lock.unlock();
        }
        if (current != null) {
            current.stop();
        }
    }

    /** Stops pacing. */
    @Override
    public void close() {
        stopPacing();
    }

    private void requireStepped() {
        if (pacer != null) {
            throw new HcpException("time follows the wall clock; stop pacing before time is moved by hand");
        }
        if (lock.isHeldByCurrentThread()) {
            throw new HcpException("time cannot be moved from within a turn or a command");
        }
    }

    /** What a step did. */
    enum Progress {
        /** There was nothing to do until the end; the clock is there. */
        NONE,
        /** A turn ran and changed nothing. */
        TURN,
        /** A turn ran and something was committed. */
        COMMITTED
    }

    /** Runs the next turn that is due at or before a time. */
    Progress step(long end) {
        lock.lock();
        try {
            boolean changed = drain(COMMAND);
            EventQueue.Event next = events.peek();
            if (next == null || next.time > end) {
                time = Math.max(time, end);
                return Progress.NONE;
            }
            events.poll();
            time = Math.max(time, next.time);
            if (suspended && next.slot.needsManagementApi()) {
                next.slot.hold();
                held.add(next.slot);
                return changed ? Progress.COMMITTED : Progress.TURN;
            }
            next.slot.run();
            return changed || commitsOfTurn > 0 ? Progress.COMMITTED : Progress.TURN;
        } finally {
            lock.unlock();
        }
    }

    /** The time of the next turn, or {@link Long#MAX_VALUE}. */
    long nextTime() {
        lock.lock();
        try {
            drain(COMMAND);
            EventQueue.Event next = events.peek();
            return next == null ? Long.MAX_VALUE : next.time;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Keeps actors that {@linkplain Actor#needsManagementApi() need the management cluster's API server} from acting. To be
     * used within a turn or a {@link #command}.
     */
    public void suspend() {
        suspended = true;
    }

    /** Ends {@link #suspend()}: what was due meanwhile is due now. */
    public void resume() {
        suspended = false;
        held.forEach(WorkQueue.Slot::release);
        held.clear();
    }

    /**
     * Says how actors hear of changes of each kind in the management cluster, until it is said again. What was kept from them
     * and is not any more, they hear now. To be used within a turn or a {@link #command}.
     *
     * @param value gives the same for the same kind
     */
    public void hear(Function<String, Hearing> value) {
        hearing = value;
        hearsWell = false;
        List<Missed<?>> told =
                missed.stream().filter(each -> !hearing(each.kind()).silent()).toList();
        missed.removeAll(told);
        told.forEach(Missed::tell);
    }

    /** Lets actors hear of everything at once and once, as they do at first. As {@link #hear}. */
    public void hearWell() {
        hear(kind -> Hearing.WELL);
        hearsWell = true;
    }

    /** How actors hear of a kind. */
    Hearing hearing(String kind) {
        return hearsWell ? Hearing.WELL : hearing.apply(kind);
    }

    /** How late an actor hears of a change now. */
    Duration lateness(Duration most, String actor, Object key) {
        return most.isZero()
                ? most
                : Duration.ofNanos(
                        seed.stream(actor + " hears of " + key + " at " + time).nextLong(most.toNanos()));
    }

    <K> void miss(String kind, WorkQueue<K> queue, K key) {
        missed.add(new Missed<>(kind, queue, key));
    }

    /** A key that somebody would have put into a queue. */
    private record Missed<K>(String kind, WorkQueue<K> queue, K key) {
        void tell() {
            queue.enqueue(key);
        }
    }

    /** Moves the clock, but not past a planned turn. */
    private void moveTo(long target) {
        EventQueue.Event next = events.peek();
        time = Math.max(time, next == null ? target : Math.min(target, next.time));
    }

    <K> Turn turn(Actor<K> actor, K key, WorkQueue<K> context, boolean routine) {
        commitsOfTurn = 0;
        long before = changes;
        inTurn = true;
        Turn turn;
        try {
            turn = actor.act(key, context);
        } catch (HcpException e) {
            turn = Turn.failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("{} failed on {} for a reason that it does not know; it will be retried", actor.name(), key, e);
            turn = Turn.failed(e.toString());
        } finally {
            inTurn = false;
        }
        drain(actor.name());
        if (routine) {
            changes = before;
        }
        String failure = turn.failure();
        if (failure != null) {
            history.add(new HistoryEntry.Failure(time, actor.name(), String.valueOf(key), failure));
        }
        return turn;
    }

    boolean committedInTurn() {
        return commitsOfTurn > 0;
    }

    /** Takes what was committed since last time into the history and to the watching actors. */
    private boolean drain(String source) {
        boolean any = false;
        for (Committed committed = commits.poll(); committed != null; committed = commits.poll()) {
            any = true;
            commitsOfTurn++;
            changes++;
            Objects.Change change = committed.change();
            String namespace = change.object().text("metadata", "namespace");
            history.add(new HistoryEntry.Commit(
                    time,
                    source,
                    committed.server(),
                    change.before() == null
                            ? HistoryEntry.Verb.CREATED
                            : change.after() == null ? HistoryEntry.Verb.REMOVED : HistoryEntry.Verb.UPDATED,
                    change.type(),
                    namespace == null ? "" : namespace,
                    String.valueOf(change.object().text("metadata", "name")),
                    change.revision()));
            announce(source, committed);
        }
        return any;
    }

    private void announce(String source, Committed committed) {
        try {
            fanOut.announce(committed.server(), committed.change());
        } catch (RuntimeException e) {
            LOG.error("a watch failed on a change of {}", committed.change().type(), e);
            history.add(new HistoryEntry.Failure(time, source, "a watch", e.toString()));
        }
    }

    void note(String source, String subject, String text) {
        history.add(new HistoryEntry.Note(time, source, subject, text));
    }

    FanOut fanOut() {
        return fanOut;
    }

    Duration turnLatency() {
        return turnLatency;
    }

    long timeAfter(Duration delay) {
        long nanos = delay.compareTo(FOREVER) < 0 ? Math.max(0, delay.toNanos()) : FOREVER.toNanos();
        return time + nanos;
    }

    EventQueue.Event plan(long at, WorkQueue.Slot<?> slot, Waiting waiting) {
        return events.add(at, slot, waiting, changes);
    }

    void cancel(EventQueue.Event event) {
        events.remove(event);
    }
}
