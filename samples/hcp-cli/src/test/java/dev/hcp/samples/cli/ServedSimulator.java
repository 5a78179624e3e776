package dev.hcp.samples.cli;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.transport.http.HttpApiServer;
import dev.hcp.simulator.transport.http.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A simulated management cluster behind a port, and a kubeconfig of it. */
final class ServedSimulator implements AutoCloseable {
    private final Simulator simulator = Simulator.start();
    private final HttpApiServer server = HttpApiServer.listen(ServerSettings.loopback("test-token"));
    private final Path kubeconfig;

    private ServedSimulator(Path kubeconfig) {
        this.kubeconfig = kubeconfig;
    }

    static ServedSimulator start(Path directory) {
        ServedSimulator started = new ServedSimulator(directory.resolve("management.kubeconfig"));
        started.simulator.servedAt(
                started.server.url(), started.server.certificateAuthority().orElse(""));
        started.server.serve(started.simulator.served());
        try {
            Files.writeString(started.kubeconfig, started.server.kubeconfig());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return started;
    }

    Simulator simulator() {
        return simulator;
    }

    Path kubeconfig() {
        return kubeconfig;
    }

    /** Creates a namespace, where it does not exist. */
    void addNamespace(String name) {
        Objects objects = simulator.objects();
        JsonObject namespace =
                JsonObject.of("apiVersion", "v1", "kind", "Namespace", "metadata", JsonObject.of("name", name));
        objects.apply(objects.resource("v1", "Namespace"), null, namespace, true, "test");
    }

    /** Creates the HostedClusters of a file, and the namespace they are in. */
    void addClusters(Path yaml) throws IOException {
        Objects objects = simulator.objects();
        for (Yaml.Document document : Yaml.documents(Files.readString(yaml), 100)) {
            if (document.value() instanceof JsonObject object && "HostedCluster".equals(object.text("kind"))) {
                addNamespace(String.valueOf(object.text("metadata", "namespace")));
                objects.create(
                        objects.resource("hypershift.openshift.io/v1beta1", "HostedCluster"),
                        object.without("status").withoutAt("metadata", "creationTimestamp"),
                        "test");
            }
        }
    }

    @Override
    public void close() {
        server.close();
        simulator.close();
    }
}
