package dev.hcp.simulator.transport.http;

import dev.hcp.simulator.apiserver.ApiHandler;
import dev.hcp.simulator.apiserver.ApiRequest;
import dev.hcp.simulator.apiserver.ApiResponse;
import dev.hcp.simulator.apiserver.access.User;
import dev.hcp.simulator.transport.QueryParameters;
import dev.hcp.simulator.transport.ServedApis;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests from Vert.x to the API server they are for, and its answers back. */
final class RequestHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    /** How long the reference lets a read wait for a revision that is yet to come. */
    private static final long PATIENCE_SECONDS = 3;

    private static final byte[] NO_BODY = new byte[0];

    private final Supplier<ServedApis> apis;
    private final Authentication authentication;
    private final InFlight inFlight;
    private final Duration bodyPatience;
    private final Executor writers;

    /**
     * @param writers runs the requests that may have to wait
     */
    RequestHandler(
            Supplier<ServedApis> apis,
            Authentication authentication,
            InFlight inFlight,
            Duration bodyPatience,
            Executor writers) {
        this.apis = apis;
        this.authentication = authentication;
        this.inFlight = inFlight;
        this.bodyPatience = bodyPatience;
        this.writers = writers;
    }

    void handle(HttpServerRequest request) {
        ServedApis.Destination destination = apis.get().destination(request.path());
        if (!destination.handler().isListening()) {
            // The nearest to a refused connection that is left once there is one.
            request.connection().close();
            return;
        }
        Optional<User> user = authentication.userOf(request, destination);
        if (user.isEmpty()) {
            Responses.send(request, Authentication.REFUSAL);
        } else if (!hasBody(request) && READS.contains(request.method().name())) {
            read(request, destination, apiRequest(request, destination, NO_BODY, user.get()));
        } else if (!inFlight.begin()) {
            Responses.send(request, InFlight.TOO_MANY);
        } else if (hasBody(request)) {
            RequestBody.read(request, inFlight, bodyPatience, body -> answer(request, destination, body, user.get()));
        } else {
            answer(request, destination, NO_BODY, user.get());
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || (request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                        && !request.getHeader(HttpHeaders.CONTENT_LENGTH).equals("0"));
    }

    private static ApiRequest apiRequest(
            HttpServerRequest request, ServedApis.Destination destination, byte[] body, User user) {
        return new ApiRequest(
                request.method().name(),
                destination.path(),
                QueryParameters.parse(request.query()),
                headers(request),
                body,
                user);
    }

    /**
     * Answers a request that holds room. Reads are answered here and now. Writes may have to wait for their turn, which
     * must not hold up the event loop.
     */
    private void answer(HttpServerRequest request, ServedApis.Destination destination, byte[] body, User user) {
        ApiRequest apiRequest = apiRequest(request, destination, body, user);
        Context eventLoop = Vertx.currentContext();
        if (READS.contains(apiRequest.method())) {
            inFlight.end(body.length);
            read(request, destination, apiRequest);
        } else {
            writers.execute(() -> {
                ApiResponse response = write(destination, apiRequest);
                inFlight.end(body.length);
                eventLoop.runOnContext(ignored -> send(request, response));
            });
        }
    }

    private static void read(HttpServerRequest request, ServedApis.Destination destination, ApiRequest apiRequest) {
        var unused =
                read(destination, apiRequest, Vertx.currentContext()).thenAccept(response -> send(request, response));
    }

    /** Answers a read: now, or on the event loop when a revision that is yet to come has been waited for. */
    private static CompletionStage<ApiResponse> read(
            ServedApis.Destination destination, ApiRequest request, Context eventLoop) {
        ApiHandler.Patience patience = event -> event.completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .thenRunAsync(() -> {}, task -> eventLoop.runOnContext(ignored -> task.run()));
        try {
            return destination.handler().handle(request, patience);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(failure(request, e));
        }
    }

    private static ApiResponse write(ServedApis.Destination destination, ApiRequest request) {
        try {
            return destination.handler().handle(request);
        } catch (RuntimeException | StackOverflowError e) {
            return failure(request, e);
        }
    }

    private static ApiResponse failure(ApiRequest request, Throwable e) {
        LOG.error("{} failed", request, e);
        return ServedApis.failure(500, "InternalError", "Internal error occurred: " + e);
    }

    private static void send(HttpServerRequest request, ApiResponse response) {
        if (response instanceof ApiResponse.Whole whole) {
            Responses.send(request, whole);
        } else if (response instanceof ApiResponse.Pieces pieces) {
            LongResponse.send(request, pieces);
        } else if (response instanceof ApiResponse.Conversation conversation) {
            Conversations.begin(request, conversation);
        } else if (response instanceof ApiResponse.Stream stream) {
            if (isWebSocket(request)) {
                Streams.sendWebSocket(request, stream);
            } else {
                Streams.sendChunked(request, stream);
            }
        }
    }

    private static boolean isWebSocket(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    /** All headers but the credentials, which end here. */
    private static Map<String, List<String>> headers(HttpServerRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.computeIfAbsent(
                        name.toLowerCase(Locale.ROOT), key -> new ArrayList<>(1))
                .add(value));
        headers.remove("authorization");
        return headers;
    }
}
