package dev.hcp.reconcilers.operator;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A body that has to have been read after a while: a server that falls silent in the middle would be waited for for ever. */
final class TimedStream extends FilterInputStream {
    private final CompletableFuture<Void> end;
    private final Duration limit;
    private volatile boolean late;

    TimedStream(InputStream body, Duration limit) {
        super(body);
        this.limit = limit;
        Executor later = CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS);
        end = CompletableFuture.runAsync(
                () -> {
                    late = true;
                    try {
                        body.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                later);
    }

    @Override
    public int read() throws IOException {
        return inTime(in.read());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return inTime(in.read(buffer, offset, length));
    }

    private int inTime(int read) throws IOException {
        if (late) {
            throw new HttpTimeoutException("it has not come whole within " + limit.toSeconds() + " s");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        end.cancel(false);
        super.close();
    }
}
