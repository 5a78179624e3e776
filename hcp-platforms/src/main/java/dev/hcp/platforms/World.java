package dev.hcp.platforms;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A read-only view of the management cluster at one moment, and the ports to what is expensive or random.
 *
 * <p>Reconcilers and platform providers see nothing else: no clock, no randomness and no I/O of their own. Objects it
 * returns are shared; do not change them. An implementation answers from an index or a cache, so a call is cheap.
 * A view is used by one thread for one pass.
 */
public interface World {
    /** One object. For cluster-scoped kinds the namespace is the empty string. */
    <T extends HasMetadata> Optional<T> get(Class<T> type, String namespace, String name);

    /** All objects of a kind in a namespace, or in all namespaces when it is the empty string, ordered by namespace and name. */
    <T extends HasMetadata> List<T> list(Class<T> type, String namespace);

    /** As {@link #list(Class, String)}, of those objects that carry all the labels. */
    default <T extends HasMetadata> List<T> list(Class<T> type, String namespace, Map<String, String> labels) {
        return list(type, namespace).stream()
                .filter(object -> {
                    Map<String, String> actual = object.getMetadata().getLabels();
                    return labels.isEmpty()
                            || (actual != null && actual.entrySet().containsAll(labels.entrySet()));
                })
                .toList();
    }

    /**
     * As {@link #list(Class, String)}, of those objects that have a text at a path, such as the NodePools of a cluster by
     * {@code spec.clusterName}. An implementation with many objects answers from an index.
     */
    default <T extends HasMetadata> List<T> listWhere(Class<T> type, String namespace, String text, String... path) {
        return list(type, namespace).stream()
                .filter(object -> {
                    String objectNamespace = object.getMetadata().getNamespace();
                    return tree(
                                    type,
                                    objectNamespace == null ? "" : objectNamespace,
                                    object.getMetadata().getName())
                            .filter(tree -> text.equals(tree.text(path)))
                            .isPresent();
                })
                .toList();
    }

    /** The JSON tree of an object, for comparisons; without a conversion where the implementation keeps trees. */
    default <T extends HasMetadata> Optional<JsonObject> tree(Class<T> type, String namespace, String name) {
        return get(type, namespace, name).map(Json::toTree);
    }

    /** The JSON trees of {@link #list(Class, String)}; without conversions where the implementation keeps trees. */
    default <T extends HasMetadata> List<JsonObject> trees(Class<T> type, String namespace) {
        return list(type, namespace).stream().map(Json::toTree).toList();
    }

    /** The current time. */
    Instant now();

    /** What is known of release images. */
    ReleaseCatalogue releases();

    /** Keys, certificates, passwords and identifiers. */
    KeyMaterial keyMaterial();

    /** What the management cluster offers. */
    ManagementCluster managementCluster();

    /** What answers on the network; everything, where nobody looks. */
    default Reachability reachability() {
        return Reachability.EVERYTHING;
    }

    /**
     * Another cluster, in which virtual machines of hosted clusters live. Empty where it cannot be looked at from here; what
     * depends on it is then taken to be right.
     *
     * @param kubeconfig how to reach it, in base64 as a Secret has it
     * @throws dev.hcp.api.HcpException when it does not answer
     */
    default Optional<InfrastructureCluster> infrastructureCluster(String kubeconfig) {
        return Optional.empty();
    }

    /**
     * How administrators reach the API server of a hosted cluster when its published address does not lead there, as in
     * the simulator, where one server answers for all. Empty on a real management cluster.
     *
     * @param namespace namespace of the HostedCluster
     * @param name name of the HostedCluster
     */
    default Optional<ApiAccess> hostedApi(String namespace, String name) {
        return Optional.empty();
    }

    /**
     * The objects of a hosted cluster, while its API server answers. Time and ports are those of this world.
     *
     * @param controlPlaneNamespace the namespace that its control plane runs in
     */
    default Optional<World> hosted(String controlPlaneNamespace) {
        return Optional.empty();
    }
}
