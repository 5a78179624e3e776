package dev.hcp.benchmarks;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** fabric8's mock server in CRUD mode, without its log: what every figure is compared with. */
final class MockServer implements AutoCloseable {
    /** Kept: a logger that nobody holds forgets its level. */
    private static final Logger LOG = Logger.getLogger(MockWebServer.class.getName());

    private final KubernetesMockServer server;

    private MockServer(KubernetesMockServer server) {
        this.server = server;
    }

    static MockServer start(boolean https) {
        LOG.setLevel(Level.WARNING);
        KubernetesMockServer server = new KubernetesMockServer(
                new Context(), new MockWebServer(), new ConcurrentHashMap<>(), new KubernetesCrudDispatcher(), https);
        server.init();
        return new MockServer(server);
    }

    String url() {
        return server.url("/");
    }

    KubernetesClient client() {
        return server.createClient();
    }

    @Override
    public void close() {
        server.destroy();
    }
}
