package dev.hcp.simulator.cli;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.transport.http.HttpApiServer;
import dev.hcp.simulator.transport.http.ServerSettings;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A simulator behind a port, its time tied to the wall clock. */
final class Serving implements AutoCloseable {
    private final HttpApiServer server;
    private final Simulator simulator;

    private Serving(HttpApiServer server, Simulator simulator) {
        this.server = server;
        this.simulator = simulator;
    }

    /**
     * Starts to serve.
     *
     * @param definitions custom resource definitions to install; they replace those that are there
     * @param speed virtual seconds per second
     */
    static Serving start(
            ServerSettings settings, Simulator.Builder options, List<JsonObject> definitions, double speed) {
        // Both take a good part of a second in a fresh JVM.
        CompletableFuture<Simulator> starting = CompletableFuture.supplyAsync(options::start);
        HttpApiServer server;
        try {
            server = HttpApiServer.listen(settings);
        } catch (RuntimeException e) {
            var unused = starting.thenAccept(Simulator::close);
            throw e;
        }
        Simulator simulator;
        try {
            simulator = starting.join();
        } catch (CompletionException e) {
            server.close();
            throw e.getCause() instanceof HcpException refused ? refused : e;
        }
        Serving serving = new Serving(server, simulator);
        try {
            serving.install(definitions);
            simulator.servedAt(server.url(), server.certificateAuthority().orElse(""));
            simulator.pace(speed);
            server.serve(simulator.served());
            return serving;
        } catch (RuntimeException e) {
            serving.close();
            throw e;
        }
    }

    private void install(List<JsonObject> definitions) {
        Objects objects = simulator.objects();
        ResourceType type = objects.resource("apiextensions.k8s.io/v1", "CustomResourceDefinition");
        for (JsonObject definition : definitions) {
            objects.apply(type, null, definition, true, "hcp-sim");
        }
    }

    String url() {
        return server.url();
    }

    String kubeconfig() {
        return server.kubeconfig();
    }

    String kubeconfigFor(String user, List<String> groups) {
        return server.kubeconfigFor(user, groups);
    }

    @Override
    public void close() {
        server.close();
        simulator.close();
    }
}
