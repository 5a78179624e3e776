package dev.hcp.testkit;

import dev.hcp.simulator.apiserver.access.User;
import dev.hcp.simulator.transport.inprocess.InProcessTransport;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes each request on its way to the server. Thread-safe. */
final class CountedRequests implements HttpClient.Factory, Interceptor {
    private final InProcessTransport transport;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    CountedRequests(InProcessTransport transport) {
        this.transport = transport;
    }

    /** The same for a user who is not the administrator. */
    static CountedRequests as(InProcessTransport transport, User user) {
        return new CountedRequests(transport.as(user));
    }

    KubernetesClient client() {
        return new KubernetesClientBuilder()
                .withHttpClientFactory(this)
                .withConfig(transport.config())
                .build();
    }

    /** Requests of watches of a kind so far. */
    List<String> watches(String plural) {
        return requests.stream()
                .filter(request -> request.contains("watch=true") && request.contains("/" + plural + "?"))
                .toList();
    }

    /** Requests so far, as method and address. */
    List<String> all() {
        return List.copyOf(requests);
    }

    @Override
    public HttpClient.Builder newBuilder() {
        return transport.newBuilder().addOrReplaceInterceptor("counted", this);
    }

    @Override
    public HttpClient.Builder newBuilder(Config config) {
        return transport.newBuilder(config).addOrReplaceInterceptor("counted", this);
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        requests.add(request.method() + " " + request.uri());
    }
}
