package dev.hcp.client;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import dev.hcp.api.json.YamlSyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * One kubeconfig for all hosted clusters of a namespace, with a context {@code <namespace>-<name>} for each. Immutable.
 *
 * @param text the kubeconfig, in YAML; its first context is the current one
 * @param skipped why clusters are not in it, a line each
 */
public record Kubeconfigs(String text, List<String> skipped) {
    /** Copies the list. */
    public Kubeconfigs {
        skipped = List.copyOf(skipped);
    }

    static Kubeconfigs of(HcpClient client, String namespace) {
        List<Object> clusters = new ArrayList<>();
        List<Object> contexts = new ArrayList<>();
        List<Object> users = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (HostedCluster cluster : client.hostedClusters()) {
            if (!namespace.equals(cluster.getMetadata().getNamespace())) {
                continue;
            }
            HostedClusterResource one =
                    client.hostedCluster(namespace, cluster.getMetadata().getName());
            String name = namespace + "-" + one.name();
            try {
                JsonObject kubeconfig = parse(one.kubeconfig());
                clusters.add(JsonObject.of("cluster", first(kubeconfig, "clusters", "cluster"), "name", name));
                users.add(JsonObject.of("name", name + "-admin", "user", first(kubeconfig, "users", "user")));
                contexts.add(JsonObject.of(
                        "context",
                        JsonObject.of("cluster", name, "namespace", "default", "user", name + "-admin"),
                        "name",
                        name));
            } catch (ResourceNotFoundException | YamlSyntaxException e) {
                skipped.add(one + " is left out: " + e.getMessage());
            }
        }
        String current = contexts.isEmpty() ? "" : ((JsonObject) contexts.get(0)).text("name");
        JsonObject merged = JsonObject.of(
                "apiVersion", "v1",
                "clusters", clusters,
                "contexts", contexts,
                "current-context", current,
                "kind", "Config",
                "preferences", JsonObject.EMPTY,
                "users", users);
        return new Kubeconfigs(Yaml.write(merged), skipped);
    }

    private static JsonObject parse(String kubeconfig) {
        if (Yaml.parse(kubeconfig, new ArrayList<>()) instanceof JsonObject object) {
            return object;
        }
        throw new ResourceNotFoundException("its kubeconfig is empty");
    }

    private static JsonObject first(JsonObject kubeconfig, String list, String member) {
        if (kubeconfig.array(list).isEmpty()) {
            throw new ResourceNotFoundException("its kubeconfig has no " + list);
        }
        return kubeconfig.array(list).object(0).object(member);
    }

    /** Never the credentials. */
    @Override
    public String toString() {
        return "kubeconfigs, without " + skipped;
    }
}
