package dev.hcp.simulator.transport.inprocess;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** A body that is delivered at once, read-only, on the thread that first asks for it. */
final class WholeBody implements AsyncBody {
    private final List<byte[]> pieces;
    private final AsyncBody.Consumer<List<ByteBuffer>> consumer;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    WholeBody(List<byte[]> pieces, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
        this.pieces = pieces;
        this.consumer = consumer;
    }

    /** Consumers ask for more from within the delivery, so only the first call delivers. */
    @Override
    public void consume() {
        if (done.isDone() || !asked.compareAndSet(false, true)) {
            return;
        }
        try {
            List<ByteBuffer> buffers = new ArrayList<>(pieces.size());
            for (byte[] piece : pieces) {
                if (piece.length > 0) {
                    buffers.add(ByteBuffer.wrap(piece).asReadOnlyBuffer());
                }
            }
            if (!buffers.isEmpty()) {
                consumer.consume(buffers, this);
            }
            done.complete(null);
        } catch (Exception e) {
            done.completeExceptionally(e);
        }
    }

    @Override
    public CompletableFuture<Void> done() {
        return done;
    }

    @Override
    public void cancel() {
        done.cancel(false);
    }
}
