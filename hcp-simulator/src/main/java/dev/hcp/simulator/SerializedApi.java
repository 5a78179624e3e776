package dev.hcp.simulator;

import dev.hcp.simulator.apiserver.ApiHandler;
import dev.hcp.simulator.apiserver.ApiRequest;
import dev.hcp.simulator.apiserver.ApiResponse;
import dev.hcp.simulator.apiserver.OpenStreams;
import dev.hcp.simulator.apiserver.access.User;
import dev.hcp.simulator.kernel.Kernel;
import dev.hcp.simulator.transport.ServedApis;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Lets reads through and makes a command of every other request, so that it takes its turn in simulated time. */
final class SerializedApi implements ApiHandler {
    private final Kernel kernel;
    private final ApiHandler server;
    private final String prefix;
    private final BooleanSupplier up;
    private final OpenStreams streams = new OpenStreams();

    /**
     * @param prefix what to put before the path in the history; names the server
     */
    SerializedApi(Kernel kernel, ApiHandler server, String prefix) {
        this(kernel, server, prefix, () -> true);
    }

    /**
     * @param up whether the server listens
     */
    SerializedApi(Kernel kernel, ApiHandler server, String prefix, BooleanSupplier up) {
        this.up = up;
        this.kernel = kernel;
        this.server = server;
        this.prefix = prefix;
    }

    @Override
    public Optional<User> authenticate(@Nullable String token) {
        return server.authenticate(token);
    }

    @Override
    public boolean isListening() {
        return up.getAsBoolean();
    }

    /** Breaks off what clients have open; to be called when the server has gone away. */
    void disconnect() {
        streams.cut();
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        if (!isListening()) {
            return ServedApis.failure(503, "ServiceUnavailable", "the API server is not available");
        }
        return kept(
                reads(request)
                        ? server.handle(request)
                        : kernel.command(
                                request.method() + " " + prefix + request.path(), () -> server.handle(request)));
    }

    /** Only reads can be early: writes are answered at once. */
    @Override
    public CompletionStage<ApiResponse> handle(ApiRequest request, Patience patience) {
        return reads(request) && isListening()
                ? server.handle(request, patience).thenApply(this::kept)
                : CompletableFuture.completedFuture(handle(request));
    }

    private ApiResponse kept(ApiResponse response) {
        ApiResponse kept = streams.keep(response);
        if (!isListening()) {
            // It went away in between.
            streams.cut();
        }
        return kept;
    }

    private static boolean reads(ApiRequest request) {
        return switch (request.method()) {
            case "GET", "HEAD", "OPTIONS" -> true;
            default -> false;
        };
    }
}
