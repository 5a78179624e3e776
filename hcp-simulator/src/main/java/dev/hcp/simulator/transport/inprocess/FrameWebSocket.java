package dev.hcp.simulator.transport.inprocess;

import dev.hcp.simulator.apiserver.ApiResponse.FrameSource;
import dev.hcp.simulator.transport.FramePump;
import io.fabric8.kubernetes.client.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A watch as a WebSocket: each frame is one text message, the next is delivered when the listener asks for it. */
final class FrameWebSocket implements WebSocket, FramePump.Sink {
    private static final Closing NORMAL = new Closing(1000, "");

    private final FramePump pump;
    private final WebSocket.Listener listener;
    private final AtomicReference<@Nullable Closing> closing = new AtomicReference<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    FrameWebSocket(FrameSource frames, Executor executor, WebSocket.Listener listener) {
        this.pump = new FramePump(frames, executor, this);
        this.listener = listener;
    }

    /** Tells the listener and begins the delivery; opening implies a request for the first message. */
    void open() {
        listener.onOpen(this);
        pump.start();
        pump.request(1);
    }

    FramePump pump() {
        return pump;
    }

    /** Completes after the listener heard of the end. */
    CompletableFuture<Void> closed() {
        return closed;
    }

    @Override
    public void frame(byte[] frame) {
        listener.onMessage(this, new String(frame, StandardCharsets.UTF_8));
    }

    @Override
    public void finished(@Nullable Exception failure) {
        closing.compareAndSet(null, NORMAL);
        Closing asked = closing.get();
        try {
            if (failure != null) {
                listener.onError(this, failure);
            } else if (asked != null) {
                listener.onClose(this, asked.code(), asked.reason());
            }
        } finally {
            closed.complete(null);
        }
    }

    /** The API server reads no messages from a watch: they are refused. */
    @Override
    public boolean send(ByteBuffer buffer) {
        return false;
    }

    @Override
    public boolean sendClose(int code, @Nullable String reason) {
        if (!closing.compareAndSet(null, new Closing(code, reason == null ? "" : reason))) {
            return false;
        }
        pump.cancel();
        return true;
    }

    @Override
    public long queueSize() {
        return 0;
    }

    @Override
    public void request() {
        pump.request(1);
    }

    private record Closing(int code, String reason) {}
}
