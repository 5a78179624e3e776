package dev.hcp.simulator.transport.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The connections of one listener: not too many, and none that is kept open for nothing. Used on the listener's event loop
 * alone.
 */
final class Connections {
    private final AtomicInteger open;
    private final ServerLimits limits;
    private final Map<HttpConnection, Use> uses = new HashMap<>();

    /**
     * @param open how many there are, over all listeners
     */
    Connections(AtomicInteger open, ServerLimits limits) {
        this.open = open;
        this.limits = limits;
    }

    private static final class Use {
        private int requests;
        private long idleSince = System.nanoTime();
    }

    /** Begins to look for connections without a request. */
    void watch(Vertx vertx) {
        long period = Math.max(1, limits.idle().toMillis() / 8);
        vertx.setPeriodic(period, timer -> closeIdle());
    }

    void opened(HttpConnection connection) {
        if (open.incrementAndGet() > limits.connections()) {
            open.decrementAndGet();
            connection.close();
            return;
        }
        uses.put(connection, new Use());
        connection.closeHandler(closed -> {
            if (uses.remove(connection) != null) {
                open.decrementAndGet();
            }
        });
    }

    /** A request has begun; its connection is in use until the response has ended. */
    void began(HttpServerRequest request) {
        Use use = uses.get(request.connection());
        if (use != null) {
            use.requests++;
            request.response().endHandler(ended -> {
                use.requests--;
                use.idleSince = System.nanoTime();
            });
        }
    }

    private void closeIdle() {
        long now = System.nanoTime();
        for (Map.Entry<HttpConnection, Use> entry : Map.copyOf(uses).entrySet()) {
            Use use = entry.getValue();
            if (use.requests == 0 && now - use.idleSince > limits.idle().toNanos()) {
                entry.getKey().close();
            }
        }
    }
}
