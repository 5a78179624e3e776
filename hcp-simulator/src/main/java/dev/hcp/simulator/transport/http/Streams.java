package dev.hcp.simulator.transport.http;

import dev.hcp.simulator.apiserver.ApiResponse;
import dev.hcp.simulator.transport.FramePump;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.streams.WriteStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends watches, as fast as the client reads them. */
final class Streams {
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final short NORMAL_CLOSURE = 1000;
    private static final short INTERNAL_ERROR = 1011;

    private Streams() {}

    /** Sends frames as chunks of an HTTP response. The head goes out at once: clients wait for it. */
    static void sendChunked(HttpServerRequest request, ApiResponse.Stream stream) {
        HttpServerResponse response = request.response();
        Responses.head(request, stream);
        response.setChunked(true);
        response.write(Buffer.buffer());
        FramePump pump = pump(stream, response, frame -> response.write(Buffer.buffer(frame)), failure -> {
            // A client that does not read would not read the end either, and hold its connection for ever.
            if (failure == null && !stream.frames().cutOff()) {
                response.end();
            } else {
                response.reset();
            }
        });
        response.closeHandler(closed -> pump.cancel());
        response.exceptionHandler(broken -> pump.cancel());
        pump.start();
        pump.request(1);
    }

    /** Accepts a WebSocket and sends each frame as a text message. */
    static void sendWebSocket(HttpServerRequest request, ApiResponse.Stream stream) {
        request.toWebSocket().onSuccess(webSocket -> send(webSocket, stream)).onFailure(refused -> {
            LOG.debug("WebSocket handshake failed", refused);
            stream.frames().close();
        });
    }

    private static void send(ServerWebSocket webSocket, ApiResponse.Stream stream) {
        FramePump pump = pump(
                stream,
                webSocket,
                frame -> webSocket.writeTextMessage(new String(frame, StandardCharsets.UTF_8)),
                failure -> webSocket.close(failure == null ? NORMAL_CLOSURE : INTERNAL_ERROR));
        webSocket.closeHandler(closed -> pump.cancel());
        webSocket.exceptionHandler(broken -> pump.cancel());
        pump.start();
        pump.request(1);
    }

    private static FramePump pump(
            ApiResponse.Stream stream, WriteStream<?> out, Consumer<byte[]> write, Consumer<@Nullable Exception> end) {
        Context context = Vertx.currentContext();
        Executor onEventLoop = task -> context.runOnContext(ignored -> task.run());
        Outlet outlet = new Outlet(out, write, end);
        FramePump pump = new FramePump(stream.frames(), onEventLoop, outlet);
        outlet.pump = pump;
        return pump;
    }

    /** Asks for the next frame when the last one has found room. Runs on the connection's event loop. */
    private static final class Outlet implements FramePump.Sink {
        private final WriteStream<?> out;
        private final Consumer<byte[]> write;
        private final Consumer<@Nullable Exception> end;
        private @Nullable FramePump pump;

        Outlet(WriteStream<?> out, Consumer<byte[]> write, Consumer<@Nullable Exception> end) {
            this.out = out;
            this.write = write;
            this.end = end;
        }

        @Override
        public void frame(byte[] frame) {
            write.accept(frame);
            if (out.writeQueueFull()) {
                out.drainHandler(drained -> requestNext());
            } else {
                requestNext();
            }
        }

        private void requestNext() {
            if (pump != null) {
                pump.request(1);
            }
        }

        @Override
        public void finished(@Nullable Exception failure) {
            if (failure != null) {
                LOG.error("a watch broke off", failure);
            }
            end.accept(failure);
        }
    }
}
