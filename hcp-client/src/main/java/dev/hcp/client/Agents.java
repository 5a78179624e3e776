package dev.hcp.client;

import dev.hcp.api.agent.Agent;
import dev.hcp.api.agent.BootArtifacts;
import dev.hcp.api.agent.InfraEnv;
import dev.hcp.api.agent.InfraEnvStatus;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hosts that have registered in a namespace, and may become nodes (documentation 3.5, 4.2, 4.4 and 4.5). Thread-safe. */
public final class Agents {
    private final KubernetesClient kubernetes;
    private final String namespace;

    Agents(KubernetesClient kubernetes, String namespace) {
        this.kubernetes = kubernetes;
        this.namespace = namespace;
    }

    /** All of them, by name. */
    public List<Agent> list() {
        return Failures.explain("list agents of " + namespace, () -> kubernetes
                .resources(Agent.class)
                .inNamespace(namespace)
                .list()
                .getItems());
    }

    /**
     * Lets a host be used.
     *
     * @throws ResourceNotFoundException when it has not registered
     */
    public Agent approve(String agent) {
        return patch(agent, JsonObject.of("approved", true));
    }

    /** Lets a host be used under a name. */
    public Agent approve(String agent, String hostname) {
        return approve(agent, hostname, "");
    }

    /**
     * Lets a host be used (documentation 3.5.6.3 and 4.5.2).
     *
     * @param hostname its name as a node; empty for the one that it has
     * @param installationDisk the disk that the operating system is installed on, such as {@code /dev/sda}; empty for the one
     *     that is chosen for it
     */
    public Agent approve(String agent, String hostname, String installationDisk) {
        JsonObject spec = JsonObject.of("approved", true);
        if (!hostname.isEmpty()) {
            spec = spec.with("hostname", hostname);
        }
        if (!installationDisk.isEmpty()) {
            spec = spec.with("installation_disk_id", installationDisk);
        }
        return patch(agent, spec);
    }

    /** Removes a host (documentation 13.4.1); it registers again when it is booted from the discovery image. Nothing happens when it is gone. */
    public void delete(String agent) {
        Failures.explain("delete agent " + namespace + "/" + agent, () -> kubernetes
                .resources(Agent.class)
                .inNamespace(namespace)
                .withName(agent)
                .delete());
    }

    /** What hosts are booted with to register here, to be created or changed; nothing happens until it is applied. */
    public CreateInfraEnv infraEnv(String name) {
        return new CreateInfraEnv(kubernetes, namespace, name);
    }

    /**
     * The address of the image that hosts are booted from to register (documentation 4.5.1). It carries a token.
     *
     * @throws ResourceNotFoundException when there is no such InfraEnv, or its image is not ready
     */
    public String discoveryImage(String infraEnv) {
        return ready(infraEnv, InfraEnvStatus::getIsoDownloadURL);
    }

    /**
     * The addresses of kernel, initial RAM disk and root file system, for hosts that boot over the network (documentation
     * 3.5.5). They carry a token.
     *
     * @throws ResourceNotFoundException when there is no such InfraEnv, or its image is not ready
     */
    public BootArtifacts bootArtifacts(String infraEnv) {
        return ready(infraEnv, InfraEnvStatus::getBootArtifacts);
    }

    private <T> T ready(String infraEnv, Function<InfraEnvStatus, @Nullable T> field) {
        InfraEnv found = Failures.explain("read InfraEnv " + namespace + "/" + infraEnv, () -> kubernetes
                .resources(InfraEnv.class)
                .inNamespace(namespace)
                .withName(infraEnv)
                .get());
        T value = found == null || found.getStatus() == null ? null : field.apply(found.getStatus());
        if (value == null) {
            throw new ResourceNotFoundException("InfraEnv " + namespace + "/" + infraEnv
                    + (found == null ? " does not exist" : " has no image yet; its conditions say why"));
        }
        return value;
    }

    private Agent patch(String agent, JsonObject spec) {
        return Patches.merge(
                kubernetes,
                new Waits.Subject<>(Agent.class, namespace, agent),
                "change agent " + namespace + "/" + agent,
                JsonObject.of("spec", spec));
    }
}
