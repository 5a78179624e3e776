package dev.hcp.simulator.transport.http;

import dev.hcp.simulator.apiserver.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The requests in work that take memory while they wait: how many, and the bytes of their bodies. Thread-safe. */
final class InFlight {
    /** The answer when there are too many. */
    static final ApiResponse.Whole TOO_MANY = new ApiResponse.Whole(
            429,
            Map.of(
                    "Content-Type",
                    List.of("text/plain; charset=utf-8"),
                    "Retry-After",
                    List.of("1"),
                    "X-Content-Type-Options",
                    List.of("nosniff")),
            "Too many requests, please try again later.\n".getBytes(StandardCharsets.UTF_8));

    private final int mostRequests;
    private final long mostBytes;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    InFlight(ServerLimits limits) {
        mostRequests = limits.requests();
        mostBytes = limits.bodyBytes();
    }

    /** Whether one more request may begin; each that does has to end. */
    boolean begin() {
        if (requests.incrementAndGet() <= mostRequests) {
            return true;
        }
        requests.decrementAndGet();
        return false;
    }

    /** Whether some more bytes may be held; those that are have to be given back. */
    boolean hold(int more) {
        if (bytes.addAndGet(more) <= mostBytes) {
            return true;
        }
        bytes.addAndGet(-more);
        return false;
    }

    /** Ends a request and gives back what it held. */
    void end(long held) {
        requests.decrementAndGet();
        bytes.addAndGet(-held);
    }
}
