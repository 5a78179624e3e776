package dev.hcp.client;

import static dev.hcp.client.status.ApiObjects.in;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.client.status.ApiObjects;
import dev.hcp.client.status.Table;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables that the documentation shows, as the API server prints them for {@code oc get}: its columns, in its words. An empty
 * table has no rows. Thread-safe.
 */
public final class Tables {
    private static final String HYPERSHIFT = "/apis/hypershift.openshift.io/";

    private final KubernetesClient kubernetes;
    private final Optional<HostedClusterResource> cluster;

    /**
     * @param cluster whose tables they are; nothing for those of the management cluster
     */
    Tables(KubernetesClient kubernetes, Optional<HostedClusterResource> cluster) {
        this.kubernetes = kubernetes;
        this.cluster = cluster;
    }

    /** {@code oc get --namespace NAMESPACE hostedclusters}. */
    public Table hostedClusters(String namespace) {
        return get(in(namespace, "hypershift.openshift.io/v1beta1", "hostedclusters"));
    }

    /** {@code oc get nodepools --namespace NAMESPACE}. */
    public Table nodePools(String namespace) {
        return get(in(namespace, "hypershift.openshift.io/v1beta1", "nodepools"));
    }

    /** {@code oc -n NAMESPACE get pods}. */
    public Table pods(String namespace) {
        return get(in(namespace, "v1", "pods"));
    }

    /** {@code oc -n NAMESPACE get pods -l SELECTOR}. */
    public Table pods(String namespace, String labelSelector) {
        return get(in(namespace, "v1", "pods") + "?labelSelector=" + encode(labelSelector));
    }

    /** {@code oc get pods -A}. */
    public Table pods() {
        return get("/api/v1/pods");
    }

    /** {@code oc -n NAMESPACE get machines}. */
    public Table machines(String namespace) {
        return get(in(namespace, "cluster.x-k8s.io/v1beta1", "machines"));
    }

    /** {@code oc -n NAMESPACE get agents}. */
    public Table agents(String namespace) {
        return get(in(namespace, "agent-install.openshift.io/v1beta1", "agents"));
    }

    /** {@code oc get vm -n NAMESPACE}. */
    public Table virtualMachines(String namespace) {
        return get(in(namespace, "kubevirt.io/v1", "virtualmachines"));
    }

    /** {@code oc get nodes}. */
    public Table nodes() {
        return get("/api/v1/nodes");
    }

    /** {@code oc get clusterversion}. */
    public Table clusterVersion() {
        return get("/apis/config.openshift.io/v1/clusterversions");
    }

    /** {@code oc get clusteroperators}. */
    public Table clusterOperators() {
        return get("/apis/config.openshift.io/v1/clusteroperators");
    }

    /**
     * The table of any kind, by its address such as {@code /apis/tuned.openshift.io/v1/tuneds}; with the address of one
     * object, its row.
     *
     * @throws ResourceNotFoundException when the server does not have that kind or that object
     * @throws MissingDefinitionsException when the server does not have the kinds of HyperShift
     */
    public Table get(String path) {
        String action = "get " + path;
        return cluster.isPresent()
                ? Failures.explainHosted(action, "the API server of " + cluster.get(), () -> read(path))
                : Failures.explain(action, () -> read(path));
    }

    private Table read(String path) {
        try {
            return new ApiObjects(kubernetes).table(path);
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND && !isNamed(e) && !path.contains(HYPERSHIFT)) {
                throw new ResourceNotFoundException("cannot get " + path + ": the server does not have that kind; "
                        + "'kubectl api-resources' lists those that it has");
            }
            throw e;
        }
    }

    /**
     * The objects that the rows of a table are of, by the same address.
     *
     * @throws ResourceNotFoundException when the server does not have that kind or that object
     */
    public List<JsonObject> objects(String path) {
        String action = "get " + path;
        return cluster.isPresent()
                ? Failures.explainHosted(action, "the API server of " + cluster.get(), () -> readObjects(path))
                : Failures.explain(action, () -> readObjects(path));
    }

    private List<JsonObject> readObjects(String path) {
        @Nullable String body = kubernetes.raw(path);
        if (body == null) {
            // The client tells nothing of why it is not there; asking for the table does.
            read(path);
            throw new ResourceNotFoundException("cannot get " + path + ": it was not there a moment ago; try again");
        }
        JsonObject answer = Json.parseObject(body);
        if (answer.at("items") == null) {
            return List.of(answer);
        }
        // Items of a list do not say what they are.
        String kind = String.valueOf(answer.text("kind")).replaceFirst("List$", "");
        return answer.array("items").stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .map(item -> item.with("apiVersion", answer.text("apiVersion")).with("kind", kind))
                .toList();
    }

    /** Whether it is an object that is not there, rather than its kind. */
    private static boolean isNamed(KubernetesClientException e) {
        return e.getStatus() != null
                && e.getStatus().getDetails() != null
                && e.getStatus().getDetails().getName() != null
                && !e.getStatus().getDetails().getName().isEmpty();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
