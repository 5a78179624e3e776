package dev.hcp.client;

import dev.hcp.api.agent.Agent;
import dev.hcp.api.agent.InfraEnv;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/** Hosts that have registered in a namespace, and may become nodes (documentation 4.2, 4.4 and 4.5). Thread-safe. */
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

    /** Lets a host be used. */
    public Agent approve(String agent) {
        return patch(agent, JsonObject.of("approved", true));
    }

    /** Lets a host be used under a name. */
    public Agent approve(String agent, String hostname) {
        return patch(agent, JsonObject.of("approved", true, "hostname", hostname));
    }

    /** Chooses the disk that the operating system is installed on, such as {@code /dev/sda}. */
    public Agent installationDisk(String agent, String disk) {
        return patch(agent, JsonObject.of("installation_disk_id", disk));
    }

    /** Removes a host; it registers again when it is booted from the discovery image. Nothing happens when it is gone. */
    public void delete(String agent) {
        Failures.explain("delete agent " + namespace + "/" + agent, () -> kubernetes
                .resources(Agent.class)
                .inNamespace(namespace)
                .withName(agent)
                .delete());
    }

    /**
     * The address of the image that hosts are booted from to register.
     *
     * @throws ResourceNotFoundException when there is no such InfraEnv, or its image is not ready
     */
    public String discoveryImage(String infraEnv) {
        InfraEnv found = Failures.explain("read InfraEnv " + namespace + "/" + infraEnv, () -> kubernetes
                .resources(InfraEnv.class)
                .inNamespace(namespace)
                .withName(infraEnv)
                .get());
        String url = found == null || found.getStatus() == null
                ? null
                : found.getStatus().getIsoDownloadURL();
        if (url == null) {
            throw new ResourceNotFoundException("InfraEnv " + namespace + "/" + infraEnv
                    + (found == null ? " does not exist" : " has no image yet; its conditions say why"));
        }
        return url;
    }

    private Agent patch(String agent, JsonObject spec) {
        return Patches.merge(
                kubernetes,
                new Waits.Subject<>(Agent.class, namespace, agent),
                "change agent " + namespace + "/" + agent,
                JsonObject.of("spec", spec));
    }
}
