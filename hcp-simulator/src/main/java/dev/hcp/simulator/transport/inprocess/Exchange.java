package dev.hcp.simulator.transport.inprocess;

import dev.hcp.simulator.apiserver.ApiRequest;
import dev.hcp.simulator.apiserver.ApiResponse;
import dev.hcp.simulator.apiserver.access.User;
import dev.hcp.simulator.transport.QueryParameters;
import dev.hcp.simulator.transport.ServedApis;
import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a request of the fabric8 client into one of the API server and lets it be answered. */
final class Exchange {
    private static final byte[] NO_BODY = new byte[0];

    private Exchange() {}

    /** @param upgrade whether the client asks for a WebSocket */
    static ApiResponse perform(ServedApis apis, User user, StandardHttpRequest request, boolean upgrade)
            throws IOException {
        ServedApis.Destination destination = apis.destination(request.uri().getRawPath());
        if (!destination.handler().isListening()) {
            throw new ConnectException("Connection refused: " + request.uri().getHost());
        }
        ApiRequest apiRequest = new ApiRequest(
                request.method(),
                destination.path(),
                QueryParameters.parse(request.uri().getRawQuery()),
                headers(request, upgrade),
                body(request),
                user);
        return destination.handler().handle(apiRequest);
    }

    private static Map<String, List<String>> headers(StandardHttpRequest request, boolean upgrade) {
        String contentType = request.getContentType();
        if (contentType == null && !upgrade) {
            return request.headers();
        }
        Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
        if (contentType != null) {
            headers.put("Content-Type", List.of(contentType));
        }
        if (upgrade) {
            headers.put("Upgrade", List.of("websocket"));
        }
        return headers;
    }

    private static byte[] body(StandardHttpRequest request) throws IOException {
        StandardHttpRequest.BodyContent content = request.body();
        if (content instanceof StandardHttpRequest.StringBodyContent text) {
            return text.getContent().getBytes(StandardCharsets.UTF_8);
        }
        if (content instanceof StandardHttpRequest.ByteArrayBodyContent bytes) {
            return bytes.getContent();
        }
        if (content instanceof StandardHttpRequest.InputStreamBodyContent stream) {
            return stream.getContent().readAllBytes();
        }
        return NO_BODY;
    }
}
