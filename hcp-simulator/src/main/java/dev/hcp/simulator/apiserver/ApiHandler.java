package dev.hcp.simulator.apiserver;

import dev.hcp.simulator.apiserver.access.User;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Answers API requests. Thread-safe; writes are serialised, reads see an immutable snapshot. */
@FunctionalInterface
public interface ApiHandler {
    /** Answers one request, at once. Never throws: every failure is a response. */
    ApiResponse handle(ApiRequest request);

    /** Whether it listens; transports refuse connections to one that does not. */
    default boolean isListening() {
        return true;
    }

    /**
     * Answers one request, after a while if it reads at a revision that is yet to come. No thread is held meanwhile.
     *
     * @param patience how long that may take
     */
    default CompletionStage<ApiResponse> handle(ApiRequest request, Patience patience) {
        return CompletableFuture.completedFuture(handle(request));
    }

    /** How long answers may be waited for: transports have timers, API servers do not. */
    @FunctionalInterface
    interface Patience {
        /**
         * A stage that completes when the event has come or has been waited for long enough, on a thread that may answer
         * requests; the one that completes the event, which holds the write lock, is none.
         *
         * @param event what is waited for; may be completed to give it up
         */
        CompletionStage<?> await(CompletableFuture<?> event);
    }

    /**
     * Whose token it is; empty when it is nobody's.
     *
     * @param token a bearer token, or null when the client shows nothing: some servers know such clients as {@link
     *     User#ANONYMOUS}
     */
    default Optional<User> authenticate(@Nullable String token) {
        return Optional.empty();
    }
}
