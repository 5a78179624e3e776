package dev.hcp.simulator.transport;

import dev.hcp.simulator.apiserver.ApiResponse.FrameSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Moves frames from a source to a sink: one at a time, in order, as many as were asked for, on an executor.
 *
 * <p>It also keeps the time that a source may last, and reminds it of bookmarks: the API server has no timer.
 *
 * <p>All methods are thread-safe and none of them blocks or calls the sink itself.
 */
public final class FramePump {
    private static final int BATCH = 256;
    private static final long MARK_SECONDS = 60;

    private final FrameSource source;
    private final Executor executor;
    private final Sink sink;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger signals = new AtomicInteger();
    private volatile boolean cancelled;
    private volatile boolean expired;
    private volatile boolean markDue;
    private volatile @Nullable Future<?> expiry;
    private volatile @Nullable Future<?> nextMark;
    private boolean lastMark;
    private boolean finished;

    /**
     * @param source where frames come from; the pump closes it
     * @param executor runs the deliveries; may have several threads
     * @param sink where they go
     */
    public FramePump(FrameSource source, Executor executor, Sink sink) {
        this.source = source;
        this.executor = executor;
        this.sink = sink;
    }

    /** Begins to listen to the source, and its time to run. To be called once. */
    public void start() {
        source.subscribe(this::signal);
        long timeout = source.timeoutSeconds();
        if (timeout == 0) {
            expired = true;
        } else if (timeout > 0) {
            expiry = after(timeout, () -> {
                expired = true;
                signal();
            });
        }
        if (timeout != 0) {
            markInAMinute();
        }
        signal();
    }

    private void markInAMinute() {
        nextMark = after(MARK_SECONDS, () -> {
            markDue = true;
            signal();
            markInAMinute();
        });
    }

    /** A task after some seconds of the wall clock; when its future is cancelled, nothing of it stays behind. */
    private static Future<?> after(long seconds, Runnable task) {
        CompletableFuture<@Nullable Void> time = new CompletableFuture<>();
        var unused = time.thenRun(task);
        return time.completeOnTimeout(null, seconds, TimeUnit.SECONDS);
    }

    /** Asks for more frames. */
    public void request(long frames) {
        demand.getAndUpdate(asked -> asked + frames < 0 ? Long.MAX_VALUE : asked + frames);
        signal();
    }

    /** Ends the delivery: the sink hears {@link Sink#finished} once, and nothing after it. */
    public void cancel() {
        cancelled = true;
        signal();
    }

    private void signal() {
        if (signals.getAndIncrement() == 0) {
            executor.execute(this::drain);
        }
    }

    /** Runs on one thread at a time: only the first signal since the last drain starts another. */
    private void drain() {
        int seen = signals.get();
        do {
            if (!deliver()) {
                executor.execute(this::drain);
                return;
            }
            seen = signals.addAndGet(-seen);
        } while (seen != 0);
    }

    /** Delivers what there is, up to a number of frames so that other tasks of the executor get their turn. */
    private boolean deliver() {
        if (finished) {
            return true;
        }
        boolean over;
        Exception failure = null;
        try {
            boolean drained = false;
            for (int delivered = 0; !cancelled && !drained && demand.get() > 0; delivered++) {
                if (delivered == BATCH) {
                    return false;
                }
                byte[] frame = next();
                if (frame == null) {
                    drained = true;
                } else {
                    demand.decrementAndGet();
                    sink.frame(frame);
                }
            }
            over = cancelled || (expired && drained) || source.ended();
        } catch (Exception e) {
            over = true;
            failure = e;
        }
        if (over) {
            finish(failure);
        }
        return true;
    }

    /** What has expired still delivers what there is, and a last bookmark. */
    private byte @Nullable [] next() {
        if (markDue) {
            markDue = false;
            source.mark();
        }
        byte[] frame = source.poll();
        if (frame == null && expired && !lastMark) {
            lastMark = true;
            source.mark();
            frame = source.poll();
        }
        return frame;
    }

    private void finish(@Nullable Exception failure) {
        finished = true;
        stop(expiry);
        stop(nextMark);
        source.close();
        sink.finished(failure);
    }

    private static void stop(@Nullable Future<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    /** Receives frames, never two calls at a time. */
    public interface Sink {
        /** The next frame; the array is not to be changed. */
        void frame(byte[] frame) throws Exception;

        /**
         * The stream is over.
         *
         * @param failure what the sink or the source threw, or null after the last frame or a cancellation
         */
        void finished(@Nullable Exception failure);
    }
}
