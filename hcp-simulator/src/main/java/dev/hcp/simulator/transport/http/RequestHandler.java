package dev.hcp.simulator.transport.http;

import dev.hcp.simulator.apiserver.ApiRequest;
import dev.hcp.simulator.apiserver.ApiResponse;
import dev.hcp.simulator.transport.QueryParameters;
import dev.hcp.simulator.transport.ServedApis;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests from Vert.x to the API server they are for, and its answers back. */
final class RequestHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final byte[] NO_BODY = new byte[0];

    private final Supplier<ServedApis> apis;
    private final Authentication authentication;
    private final Executor writers;

    /**
     * @param writers runs the requests that may have to wait
     */
    RequestHandler(Supplier<ServedApis> apis, String token, Executor writers) {
        this.apis = apis;
        this.writers = writers;
        this.authentication = new Authentication(token);
    }

    void handle(HttpServerRequest request) {
        ServedApis.Destination destination = apis.get().destination(request.path());
        if (!authentication.admits(destination, request.getHeader(HttpHeaders.AUTHORIZATION))) {
            Responses.send(request, Authentication.REFUSAL);
        } else if (hasBody(request)) {
            RequestBody.read(request, body -> answer(request, destination, body));
        } else {
            answer(request, destination, NO_BODY);
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || (request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                        && !request.getHeader(HttpHeaders.CONTENT_LENGTH).equals("0"));
    }

    /** Reads are answered here and now. Writes may have to wait for their turn, which must not hold up the event loop. */
    private void answer(HttpServerRequest request, ServedApis.Destination destination, byte[] body) {
        ApiRequest apiRequest = new ApiRequest(
                request.method().name(),
                destination.path(),
                QueryParameters.parse(request.query()),
                headers(request),
                body);
        if (READS.contains(apiRequest.method())) {
            send(request, handle(destination, apiRequest));
        } else {
            Context eventLoop = Vertx.currentContext();
            writers.execute(() -> {
                ApiResponse response = handle(destination, apiRequest);
                eventLoop.runOnContext(ignored -> send(request, response));
            });
        }
    }

    private static ApiResponse handle(ServedApis.Destination destination, ApiRequest request) {
        try {
            return destination.handler().handle(request);
        } catch (RuntimeException e) {
            LOG.error("{} failed", request, e);
            return ServedApis.failure(500, "InternalError", "Internal error occurred: " + e);
        }
    }

    private static void send(HttpServerRequest request, ApiResponse response) {
        if (response instanceof ApiResponse.Whole whole) {
            Responses.send(request, whole);
        } else if (response instanceof ApiResponse.Pieces pieces) {
            LongResponse.send(request, pieces);
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
