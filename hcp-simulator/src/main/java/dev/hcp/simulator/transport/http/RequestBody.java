package dev.hcp.simulator.transport.http;

import dev.hcp.simulator.apiserver.ApiResponse;
import dev.hcp.simulator.transport.ServedApis;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects the body of a request, up to the size that an API server takes, while there is room for it. */
final class RequestBody {
    private static final int LIMIT = 3 * 1024 * 1024;
    private static final ApiResponse.Whole TOO_LARGE =
            ServedApis.failure(413, "RequestEntityTooLarge", "Request entity too large: limit is " + LIMIT);
    private static final ApiResponse.Whole TOO_SLOW =
            ServedApis.failure(504, "Timeout", "Timeout: request did not complete within the allotted timeout");

    private final HttpServerRequest request;
    private final InFlight inFlight;
    private final Buffer collected = Buffer.buffer();
    private ApiResponse.@Nullable Whole refusal;
    private boolean over;

    private RequestBody(HttpServerRequest request, InFlight inFlight) {
        this.request = request;
        this.inFlight = inFlight;
    }

    /**
     * Calls back with the whole body, or answers the request itself when the body is too large or too slow.
     *
     * @param whole takes the body; from then on, what it holds of the room is its own to give back
     */
    static void read(HttpServerRequest request, InFlight inFlight, Duration patience, Consumer<byte[]> whole) {
        Context context = Vertx.currentContext();
        RequestBody body = new RequestBody(request, inFlight);
        long timer = context.owner().setTimer(Math.max(1, patience.toMillis()), late -> body.giveUp());
        request.handler(body::add);
        request.exceptionHandler(broken -> {
            context.owner().cancelTimer(timer);
            body.end();
        });
        request.endHandler(end -> {
            context.owner().cancelTimer(timer);
            body.complete(whole);
        });
    }

    /** What is beyond the limit is read, so that the client gets to see the answer, but not kept. */
    private void add(Buffer chunk) {
        if (refusal != null || over) {
            return;
        }
        if (collected.length() + chunk.length() > LIMIT) {
            refusal = TOO_LARGE;
        } else if (!inFlight.hold(chunk.length())) {
            refusal = InFlight.TOO_MANY;
        } else {
            collected.appendBuffer(chunk);
        }
    }

    private void complete(Consumer<byte[]> whole) {
        if (over) {
            return;
        }
        if (refusal == null) {
            over = true;
            whole.accept(collected.getBytes());
        } else {
            end();
            Responses.send(request, refusal);
        }
    }

    private void giveUp() {
        if (!over) {
            end();
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            Responses.send(request, TOO_SLOW);
            request.connection().close();
        }
    }

    private void end() {
        if (!over) {
            over = true;
            inFlight.end(collected.length());
        }
    }
}
