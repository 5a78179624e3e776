package dev.hcp.simulator.transport.http;

import dev.hcp.simulator.apiserver.ApiResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries conversations over WebSockets. */
final class Conversations {
    /** What clients may speak, the newest first; they differ in how a channel is closed. */
    static final List<String> SUBPROTOCOLS = List.of(
            "v5.channel.k8s.io", "v4.channel.k8s.io", "v3.channel.k8s.io", "v2.channel.k8s.io", "channel.k8s.io");

    private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);
    private static final short NORMAL_CLOSURE = 1000;

    private Conversations() {}

    /** Accepts the WebSocket and begins. The channels are called on the connection's event loop. */
    static void begin(HttpServerRequest request, ApiResponse.Conversation conversation) {
        ApiResponse.Channels channels = conversation.channels();
        request.toWebSocket()
                .onSuccess(webSocket -> connect(webSocket, channels))
                .onFailure(refused -> {
                    LOG.debug("WebSocket handshake failed", refused);
                    channels.close();
                });
    }

    private static void connect(ServerWebSocket webSocket, ApiResponse.Channels channels) {
        webSocket.handler(message -> {
            if (message.length() > 0) {
                channels.received(message.getUnsignedByte(0), message.getBytes(1, message.length()));
            }
        });
        webSocket.closeHandler(closed -> channels.close());
        webSocket.exceptionHandler(broken -> LOG.debug("a conversation broke off", broken));
        channels.open(new ApiResponse.ChannelSink() {
            @Override
            public void send(int channel, byte[] bytes) {
                if (!webSocket.isClosed()) {
                    webSocket.writeBinaryMessage(Buffer.buffer(bytes.length + 1)
                            .appendByte((byte) channel)
                            .appendBytes(bytes));
                }
            }

            @Override
            public void end() {
                if (!webSocket.isClosed()) {
                    webSocket.close(NORMAL_CLOSURE);
                }
            }
        });
    }
}
