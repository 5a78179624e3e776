package dev.hcp.samples.cli;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import dev.hcp.client.HcpClient;
import dev.hcp.simulator.Simulator;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A management cluster in this process. Waits let its time pass, so they take no longer than they must. */
final class SimulatedConnection implements Connection {
    private static final int DEPTH = 100;

    /** Longer than it takes until the operator has begun to work. */
    private static final Duration INSTALLATION = Duration.ofMinutes(1);

    private final Simulator simulator;
    private final KubernetesClient kubernetes;
    private final HcpClient hcp;

    private SimulatedConnection() {
        simulator = Simulator.builder().startAt(Instant.now()).start();
        simulator.runUntilQuiet(INSTALLATION);
        kubernetes = simulator.kubernetesClient();
        hcp = HcpClient.builder(kubernetes)
                .waiting(simulator::runUntil)
                .guestHttpClients(simulator.httpClientFactory())
                .build();
    }

    static SimulatedConnection start(List<Path> files) {
        SimulatedConnection connection = new SimulatedConnection();
        try {
            files.forEach(connection::add);
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private void add(Path file) {
        for (Yaml.Document document : Yaml.documents(InputFile.read("--simulate-with", file), DEPTH)) {
            if (document.value() instanceof JsonObject object) {
                add(file, Json.toType(object.without("status"), GenericKubernetesResource.class));
            }
        }
    }

    private void add(Path file, GenericKubernetesResource object) {
        try {
            String namespace = object.getMetadata().getNamespace();
            if (namespace != null && kubernetes.namespaces().withName(namespace).get() == null) {
                kubernetes
                        .namespaces()
                        .resource(new NamespaceBuilder()
                                .withNewMetadata()
                                .withName(namespace)
                                .endMetadata()
                                .build())
                        .create();
            }
            if (kubernetes.resource(object).get() == null) {
                kubernetes.resource(object).create();
            }
        } catch (KubernetesClientException e) {
            throw new HcpException(
                    "cannot create " + object.getKind() + " "
                            + object.getMetadata().getName() + " of " + file + ": " + e.getMessage(),
                    e);
        }
    }

    @Override
    public HcpClient hcp() {
        return hcp;
    }

    @Override
    public void close() {
        kubernetes.close();
        simulator.close();
    }
}
