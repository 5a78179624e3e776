package dev.hcp.simulator.transport.inprocess;

import dev.hcp.simulator.apiserver.ApiResponse.ChannelSink;
import dev.hcp.simulator.apiserver.ApiResponse.Channels;
import io.fabric8.kubernetes.client.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A conversation as a WebSocket: each message is a channel's number and what is said on it. */
final class ConversationWebSocket implements WebSocket, ChannelSink {
    private static final int NORMAL = 1000;

    private final Channels channels;
    private final Executor executor;
    private final WebSocket.Listener listener;
    private final Deque<ByteBuffer> messages = new ArrayDeque<>();
    private final AtomicInteger signals = new AtomicInteger();
    private final AtomicBoolean finished = new AtomicBoolean();
    private final AtomicReference<@Nullable Integer> closing = new AtomicReference<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private int demand = 1;
    private boolean opened;
    private boolean ended;

    ConversationWebSocket(Channels channels, Executor executor, WebSocket.Listener listener) {
        this.channels = channels;
        this.executor = executor;
        this.listener = listener;
    }

    /**
     * Begins and tells the listener, who may speak at once and hears nothing before; opening implies a request for the
     * first message.
     */
    void open() {
        synchronized (channels) {
            channels.open(this);
        }
        listener.onOpen(this);
        synchronized (messages) {
            opened = true;
        }
        signal();
    }

    /** Completes after the listener heard of the end. */
    CompletableFuture<Void> closed() {
        return closed;
    }

    @Override
    public void send(int channel, byte[] bytes) {
        ByteBuffer message = ByteBuffer.allocate(bytes.length + 1);
        message.put((byte) channel).put(bytes).flip();
        synchronized (messages) {
            messages.add(message);
        }
        signal();
    }

    @Override
    public void end() {
        synchronized (messages) {
            ended = true;
        }
        signal();
    }

    @Override
    public boolean send(ByteBuffer buffer) {
        if (finished.get() || !buffer.hasRemaining()) {
            return false;
        }
        int channel = buffer.get() & 0xff;
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        synchronized (channels) {
            channels.received(channel, bytes);
        }
        return true;
    }

    @Override
    public boolean sendClose(int code, @Nullable String reason) {
        if (!closing.compareAndSet(null, code)) {
            return false;
        }
        signal();
        return true;
    }

    @Override
    public long queueSize() {
        return 0;
    }

    @Override
    public void request() {
        synchronized (messages) {
            demand++;
        }
        signal();
    }

    private void signal() {
        if (signals.getAndIncrement() == 0) {
            executor.execute(this::deliver);
        }
    }

    /** Runs on one thread at a time: only the first signal since the last delivery starts another. */
    private void deliver() {
        int seen = signals.get();
        do {
            for (ByteBuffer message = next(); message != null; message = next()) {
                listener.onMessage(this, message);
            }
            if (isOver() && finished.compareAndSet(false, true)) {
                finish();
            }
            seen = signals.addAndGet(-seen);
        } while (seen != 0);
    }

    private @Nullable ByteBuffer next() {
        synchronized (messages) {
            if (!opened || finished.get() || closing.get() != null || demand == 0 || messages.isEmpty()) {
                return null;
            }
            demand--;
            return messages.poll();
        }
    }

    private boolean isOver() {
        synchronized (messages) {
            return opened && (closing.get() != null || (ended && messages.isEmpty()));
        }
    }

    private void finish() {
        synchronized (channels) {
            channels.close();
        }
        Integer code = closing.get();
        try {
            listener.onClose(this, code == null ? NORMAL : code, "");
        } finally {
            closed.complete(null);
        }
    }
}
