package dev.hcp.simulator.kernel;

import dev.hcp.simulator.apiserver.Objects;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The keyed work queue of one actor. Guarded by the kernel's lock. */
final class WorkQueue<K> implements ActorContext<K> {
    /** A key that waits for a turn, or has failed. */
    static final class Slot<K> {
        final WorkQueue<K> queue;
        final K key;
        EventQueue.@Nullable Event event;
        /** Whether the next turn has another reason than that the last one asked for it. */
        boolean changed;
        /** Whether it gets one turn more after the next. */
        boolean again;

        int failures;

        Slot(WorkQueue<K> queue, K key) {
            this.queue = queue;
            this.key = key;
        }

        void run() {
            queue.run(this);
        }

        boolean needsManagementApi() {
            return queue.actor.needsManagementApi();
        }

        /** Its time has come, but it cannot act. */
        void hold() {
            event = null;
        }

        /** It can act again, and will as soon as it would on a change. */
        void release() {
            if (event == null) {
                event = queue.kernel.plan(queue.kernel.timeAfter(queue.latency), this, Waiting.WORK);
            }
        }
    }

    private final Kernel kernel;
    private final Actor<K> actor;
    private final Duration latency;
    private final Map<K, Slot<K>> slots = new HashMap<>();

    WorkQueue(Kernel kernel, Actor<K> actor) {
        this.kernel = kernel;
        this.actor = actor;
        Duration least = kernel.turnLatency();
        this.latency = actor.latency().compareTo(least) > 0 ? actor.latency() : least;
    }

    private void run(Slot<K> slot) {
        boolean byTimer = !slot.changed;
        boolean routine = slot.event != null && slot.event.waiting() == Waiting.ROUTINE;
        slot.event = null;
        slot.changed = false;
        boolean again = slot.again;
        slot.again = false;
        Turn turn = kernel.turn(actor, slot.key, this, routine);
        String failure = turn.failure();
        Duration delay = turn.delay();
        slot.failures = failure == null ? 0 : slot.failures + 1;
        if (again) {
            enqueue(slot.key);
        }
        if (slot.event == null && (delay != null || failure != null)) {
            Duration wait = delay != null ? delay : actor.backoff().after(slot.failures);
            boolean inVain = turn.waiting() == Waiting.WORK && byTimer && !kernel.committedInTurn();
            slot.event = kernel.plan(kernel.timeAfter(wait), slot, inVain ? Waiting.POLL : turn.waiting());
        }
        if (slot.event == null) {
            slots.remove(slot.key);
        }
    }

    String name() {
        return actor.name();
    }

    @Override
    public void enqueue(K key) {
        enqueueAfter(key, latency);
    }

    @Override
    public void enqueueAfter(K key, Duration delay) {
        Slot<K> slot = slots.computeIfAbsent(key, k -> new Slot<>(this, k));
        slot.changed = true;
        EventQueue.Event planned = slot.event;
        long time = kernel.timeAfter(delay);
        if (planned == null) {
            slot.event = kernel.plan(time, slot, Waiting.WORK);
        } else if (planned.time > time || planned.waiting() != Waiting.WORK) {
            kernel.cancel(planned);
            slot.event = kernel.plan(Math.min(planned.time, time), slot, Waiting.WORK);
        }
    }

    @Override
    public void watch(String group, String kind, Function<Objects.Change, ? extends Collection<K>> keys) {
        kernel.fanOut().watch(group, kind, change -> heard(kind, keys.apply(change)));
    }

    private void heard(String kind, Collection<K> keys) {
        Hearing hearing = kernel.hearing(kind);
        for (K key : keys) {
            if (hearing.silent()) {
                kernel.miss(kind, this, key);
            } else {
                enqueueAfter(key, latency.plus(kernel.lateness(hearing.late(), actor.name(), key)));
                java.util.Objects.requireNonNull(slots.get(key), "a key that was just put in the queue").again |=
                        hearing.twice();
            }
        }
    }

    @Override
    public void watchAll(Function<Objects.Change, ? extends Collection<K>> keys) {
        kernel.fanOut().watchAll(change -> heard(change.type().kind(), keys.apply(change)));
    }

    @Override
    public void watchHosted(
            String group, String kind, BiFunction<String, Objects.Change, ? extends Collection<K>> keys) {
        kernel.fanOut().watchHosted(group, kind, (server, change) -> keys.apply(server, change)
                .forEach(this::enqueue));
    }

    @Override
    public Instant now() {
        return kernel.now();
    }

    @Override
    public RandomGenerator random(String key) {
        return kernel.seed().stream(key);
    }

    @Override
    public void note(String subject, String text) {
        kernel.note(actor.name(), subject, text);
    }
}
