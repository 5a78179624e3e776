package dev.hcp.simulator.transport.mockserver;

import dev.hcp.simulator.apiserver.ApiResponse.ChannelSink;
import dev.hcp.simulator.apiserver.ApiResponse.Channels;
import io.fabric8.mockwebserver.http.Response;
import io.fabric8.mockwebserver.http.WebSocket;
import io.fabric8.mockwebserver.http.WebSocketListener;
import java.util.Arrays;

/** Carries a conversation, such as exec, over a WebSocket of the mock server. */
final class ConversationSocket extends WebSocketListener {
    private static final int NORMAL_CLOSURE = 1000;

    private final Channels channels;

    ConversationSocket(Channels channels) {
        this.channels = channels;
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
        channels.open(new ChannelSink() {
            @Override
            public void send(int channel, byte[] bytes) {
                byte[] message = new byte[bytes.length + 1];
                message[0] = (byte) channel;
                System.arraycopy(bytes, 0, message, 1, bytes.length);
                webSocket.send(message);
            }

            @Override
            public void end() {
                webSocket.close(NORMAL_CLOSURE, "");
            }
        });
    }

    @Override
    public void onMessage(WebSocket webSocket, byte[] message) {
        if (message.length > 0) {
            channels.received(message[0] & 0xff, Arrays.copyOfRange(message, 1, message.length));
        }
    }

    @Override
    public void onClosed(WebSocket webSocket, int code, String reason) {
        channels.close();
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable failure, Response response) {
        channels.close();
    }
}
