package dev.hcp.simulator.transport;

import dev.hcp.simulator.apiserver.ApiResponse.FrameSource;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A source whose frames a test hands in. */
public final class ScriptedFrames implements FrameSource {
    private final Queue<byte[]> frames = new ConcurrentLinkedQueue<>();
    private volatile Runnable available = () -> {};
    private volatile boolean over;
    private volatile boolean closed;
    private volatile long timeoutSeconds = -1;

    public void emit(String frame) {
        frames.add((frame + "\n").getBytes(StandardCharsets.UTF_8));
        available.run();
    }

    public void end() {
        over = true;
        available.run();
    }

    /** How many frames nobody has taken yet. */
    public int waiting() {
        return frames.size();
    }

    public boolean isClosed() {
        return closed;
    }

    /** Sets how long the transport is to keep the stream; unlimited when not called. */
    public void lasts(long seconds) {
        timeoutSeconds = seconds;
    }

    @Override
    public long timeoutSeconds() {
        return timeoutSeconds;
    }

    @Override
    public void mark() {
        emit("bookmark");
    }

    @Override
    public void subscribe(Runnable available) {
        this.available = available;
    }

    @Override
    public byte @Nullable [] poll() {
        return frames.poll();
    }

    @Override
    public boolean ended() {
        return over && frames.isEmpty();
    }

    @Override
    public void close() {
        closed = true;
    }
}
