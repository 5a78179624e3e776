package dev.hcp.simulator.transport.inprocess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.simulator.apiserver.ApiResponse.ChannelSink;
import dev.hcp.simulator.apiserver.ApiResponse.Channels;
import io.fabric8.kubernetes.client.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConversationWebSocketTest {
    private final List<String> heard = new ArrayList<>();

    @Test
    void who_speaks_while_the_conversation_opens_is_answered_after_that() {
        Echo echo = new Echo();

        new ConversationWebSocket(echo, Runnable::run, new Speaker()).open();

        assertThat(heard).containsExactly("opened", "hello", "closed 1000");
    }

    /** Repeats the first thing it is told, and ends. */
    private static final class Echo implements Channels {
        private @Nullable ChannelSink sink;

        @Override
        public void open(ChannelSink opened) {
            sink = opened;
        }

        @Override
        public void received(int channel, byte[] bytes) {
            assertThat(sink).as("opened before anything is received").isNotNull();
            sink.send(channel, bytes);
            sink.end();
        }

        @Override
        public void close() {}
    }

    private final class Speaker implements WebSocket.Listener {
        @Override
        public void onOpen(WebSocket webSocket) {
            webSocket.send(ByteBuffer.wrap("\0hello".getBytes(StandardCharsets.UTF_8)));
            heard.add("opened");
        }

        @Override
        public void onMessage(WebSocket webSocket, ByteBuffer bytes) {
            bytes.get();
            heard.add(StandardCharsets.UTF_8.decode(bytes).toString());
        }

        @Override
        public void onClose(WebSocket webSocket, int code, String reason) {
            heard.add("closed " + code);
        }
    }
}
