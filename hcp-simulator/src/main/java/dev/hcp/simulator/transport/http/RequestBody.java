package dev.hcp.simulator.transport.http;

import dev.hcp.simulator.apiserver.ApiResponse;
import dev.hcp.simulator.transport.ServedApis;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Collects the body of a request, up to the size that an API server takes. */
final class RequestBody {
    private static final int LIMIT = 3 * 1024 * 1024;
    private static final ApiResponse.Whole TOO_LARGE =
            ServedApis.failure(413, "RequestEntityTooLarge", "Request entity too large: limit is " + LIMIT);

    private final Buffer collected = Buffer.buffer();
    private boolean tooLarge;

    private RequestBody() {}

    /** Calls back with the whole body, or answers the request itself when the body is too large. */
    static void read(HttpServerRequest request, Consumer<byte[]> whole) {
        RequestBody body = new RequestBody();
        request.handler(body::add);
        request.endHandler(end -> {
            if (body.tooLarge) {
                Responses.send(request, TOO_LARGE);
            } else {
                whole.accept(body.collected.getBytes());
            }
        });
    }

    /** What is beyond the limit is read, so that the client gets to see the answer, but not kept. */
    private void add(Buffer chunk) {
        tooLarge = tooLarge || collected.length() + chunk.length() > LIMIT;
        if (!tooLarge) {
            collected.appendBuffer(chunk);
        }
    }
}
