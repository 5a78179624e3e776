package dev.hcp.simulator.transport.inprocess;

import dev.hcp.simulator.apiserver.ApiResponse;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.StandardHttpHeaders;
import java.util.Optional;

/** A response in the form that the fabric8 client expects. */
final class InProcessResponse extends StandardHttpHeaders implements HttpResponse<AsyncBody> {
    private final HttpRequest request;
    private final int code;
    private final AsyncBody body;

    InProcessResponse(HttpRequest request, ApiResponse response, AsyncBody body) {
        super(response.headers());
        this.request = request;
        this.code = response.status();
        this.body = body;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public AsyncBody body() {
        return body;
    }

    @Override
    public HttpRequest request() {
        return request;
    }

    @Override
    public Optional<HttpResponse<?>> previousResponse() {
        return Optional.empty();
    }
}
