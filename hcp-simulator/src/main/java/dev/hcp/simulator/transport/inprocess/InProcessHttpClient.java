package dev.hcp.simulator.transport.inprocess;

import dev.hcp.simulator.apiserver.ApiResponse;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.StandardHttpClient;
import io.fabric8.kubernetes.client.http.StandardHttpClientBuilder;
import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import io.fabric8.kubernetes.client.http.StandardWebSocketBuilder;
import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.http.WebSocketResponse;
import io.fabric8.kubernetes.client.http.WebSocketUpgradeResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** An HTTP client that calls API servers in this JVM. Clients derived from it share its open streams and are closed with it. */
final class InProcessHttpClient
        extends StandardHttpClient<InProcessHttpClient, InProcessTransport, InProcessHttpClient.Builder> {
    private static final int GOING_AWAY = 1001;

    private final InProcessTransport transport;
    private final Set<Runnable> openStreams;

    private InProcessHttpClient(Builder builder, AtomicBoolean closed, Set<Runnable> openStreams) {
        super(builder, closed);
        this.transport = builder.getClientFactory();
        this.openStreams = openStreams;
    }

    @Override
    public CompletableFuture<HttpResponse<AsyncBody>> consumeBytesDirect(
            StandardHttpRequest request, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
        try {
            ApiResponse response = exchange(request, false);
            AsyncBody body;
            if (response instanceof ApiResponse.Stream stream) {
                StreamedBody streamed = new StreamedBody(stream.frames(), transport.watchExecutor(), consumer);
                keepOpen(streamed.pump()::cancel, streamed.done());
                streamed.pump().start();
                body = streamed;
            } else {
                List<byte[]> pieces = response instanceof ApiResponse.Pieces several
                        ? several.pieces()
                        : List.of(((ApiResponse.Whole) response).body());
                body = new WholeBody(pieces, consumer);
            }
            return CompletableFuture.completedFuture(new InProcessResponse(request, response, body));
        } catch (IOException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public CompletableFuture<WebSocketResponse> buildWebSocketDirect(
            StandardWebSocketBuilder webSocketBuilder, WebSocket.Listener listener) {
        StandardHttpRequest request = webSocketBuilder.asHttpRequest();
        try {
            ApiResponse response = exchange(request, true);
            if (response instanceof ApiResponse.Stream stream) {
                FrameWebSocket webSocket = new FrameWebSocket(stream.frames(), transport.watchExecutor(), listener);
                keepOpen(webSocket.pump()::cancel, webSocket.closed());
                webSocket.open();
                return CompletableFuture.completedFuture(
                        new WebSocketResponse(new WebSocketUpgradeResponse(request, 101), webSocket));
            }
            if (response instanceof ApiResponse.Conversation conversation) {
                ConversationWebSocket webSocket =
                        new ConversationWebSocket(conversation.channels(), transport.watchExecutor(), listener);
                keepOpen(() -> webSocket.sendClose(GOING_AWAY, ""), webSocket.closed());
                webSocket.open();
                return CompletableFuture.completedFuture(
                        new WebSocketResponse(new WebSocketUpgradeResponse(request, 101), webSocket));
            }
            Throwable refusal = new IOException(request.method() + " "
                    + request.uri().getRawPath() + ": asked for a WebSocket, got HTTP status " + response.status());
            return CompletableFuture.completedFuture(new WebSocketResponse(
                    new WebSocketUpgradeResponse(request, response.status(), response.headers()), refusal));
        } catch (IOException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private ApiResponse exchange(StandardHttpRequest request, boolean upgrade) throws IOException {
        if (isClosed()) {
            throw new IllegalStateException(
                    request.method() + " " + request.uri().getRawPath() + ": the client is closed");
        }
        return Exchange.perform(transport.apis(), transport.user(), request, upgrade);
    }

    private void keepOpen(Runnable end, CompletableFuture<?> over) {
        openStreams.add(end);
        over.whenComplete((result, failure) -> openStreams.remove(end));
        if (isClosed()) {
            end.run();
        }
    }

    @Override
    protected void doClose() {
        openStreams.forEach(Runnable::run);
    }

    /** Builds clients; {@code copy} makes the builder of a derived client. */
    static final class Builder extends StandardHttpClientBuilder<InProcessHttpClient, InProcessTransport, Builder> {
        Builder(InProcessTransport transport) {
            super(transport);
        }

        @Override
        public InProcessHttpClient build() {
            InProcessHttpClient origin = getClient();
            return origin == null
                    ? new InProcessHttpClient(this, new AtomicBoolean(), ConcurrentHashMap.newKeySet())
                    : new InProcessHttpClient(this, origin.getClosed(), origin.openStreams);
        }

        @Override
        protected Builder newInstance(InProcessTransport transport) {
            return new Builder(transport);
        }
    }
}
