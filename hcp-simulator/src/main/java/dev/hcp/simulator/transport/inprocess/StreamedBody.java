package dev.hcp.simulator.transport.inprocess;

import dev.hcp.simulator.apiserver.ApiResponse.FrameSource;
import dev.hcp.simulator.transport.FramePump;
import io.fabric8.kubernetes.client.http.AsyncBody;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The body of a watch over plain HTTP: each frame is a buffer, delivered when the consumer asks for it. */
final class StreamedBody implements AsyncBody, FramePump.Sink {
    private final FramePump pump;
    private final AsyncBody.Consumer<List<ByteBuffer>> consumer;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    StreamedBody(FrameSource frames, Executor executor, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
        this.pump = new FramePump(frames, executor, this);
        this.consumer = consumer;
    }

    FramePump pump() {
        return pump;
    }

    @Override
    public void consume() {
        pump.request(1);
    }

    @Override
    public CompletableFuture<Void> done() {
        return done;
    }

    @Override
    public void cancel() {
        pump.cancel();
        done.cancel(false);
    }

    @Override
    public void frame(byte[] frame) throws Exception {
        consumer.consume(List.of(ByteBuffer.wrap(frame).asReadOnlyBuffer()), this);
    }

    @Override
    public void finished(@Nullable Exception failure) {
        if (failure == null) {
            done.complete(null);
        } else {
            done.completeExceptionally(failure);
        }
    }
}
