package dev.hcp.simulator.transport;

import dev.hcp.simulator.apiserver.ApiResponse.FrameSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Moves frames from a source to a sink: one at a time, in order, as many as were asked for, on an executor.
 *
 * <p>All methods are thread-safe and none of them blocks or calls the sink itself.
 */
public final class FramePump {
    private static final int BATCH = 256;

    private final FrameSource source;
    private final Executor executor;
    private final Sink sink;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger signals = new AtomicInteger();
    private volatile boolean cancelled;
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

    /** Begins to listen to the source. To be called once. */
    public void start() {
        source.subscribe(this::signal);
        signal();
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
            for (int delivered = 0; !cancelled && demand.get() > 0; delivered++) {
                if (delivered == BATCH) {
                    return false;
                }
                byte[] frame = source.poll();
                if (frame == null) {
                    break;
                }
                demand.decrementAndGet();
                sink.frame(frame);
            }
            over = cancelled || source.ended();
        } catch (Exception e) {
            over = true;
            failure = e;
        }
        if (over) {
            finish(failure);
        }
        return true;
    }

    private void finish(@Nullable Exception failure) {
        finished = true;
        source.close();
        sink.finished(failure);
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
