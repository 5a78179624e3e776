package dev.hcp.client.status;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads objects of any kind of an API server as trees, by their addresses such as {@code
 * /apis/cluster.x-k8s.io/v1beta1/namespaces/clusters-demo/machines}. What is absent, kind or object, is empty.
 *
 * <p>Failures are those of the client underneath, {@link KubernetesClientException}. Thread-safe.
 */
public final class ApiObjects {
    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";
    private static final long TABLE_SECONDS = 30;

    private final KubernetesClient kubernetes;

    /** Reads through a client, which it does not close. */
    public ApiObjects(KubernetesClient kubernetes) {
        this.kubernetes = kubernetes;
    }

    /** The address of a namespaced kind. */
    public static String in(String namespace, String groupVersion, String plural) {
        String root = groupVersion.contains("/") ? "/apis/" : "/api/";
        return root + groupVersion + "/namespaces/" + namespace + "/" + plural;
    }

    /** One object. */
    public Optional<JsonObject> get(String path) {
        return text(path).map(Json::parseObject);
    }

    /** What is at an address that holds no object, such as a log. */
    public Optional<String> text(String path) {
        try {
            return Optional.ofNullable(kubernetes.raw(path));
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** All objects of a kind, in the server's order. */
    public List<JsonObject> list(String path) {
        return get(path).map(list -> list.array("items")).stream()
                .flatMap(List::stream)
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    /**
     * The table that the server makes of objects, for {@code kubectl} and others; with a first column {@code NAMESPACE} when
     * they are those of all namespaces.
     */
    public Table table(String path) {
        URI address = URI.create(String.valueOf(kubernetes.getMasterUrl())).resolve(base() + path);
        HttpRequest request = kubernetes
                .getHttpClient()
                .newHttpRequestBuilder()
                .uri(address.toString())
                .header("Accept", TABLE)
                .build();
        HttpResponse<String> response = exchange(request);
        String body = response.body();
        if (!response.isSuccessful()) {
            Status status = body != null && body.startsWith("{")
                    ? kubernetes.getKubernetesSerialization().unmarshal(body, Status.class)
                    : null;
            String message = status == null ? String.valueOf(body).strip() : status.getMessage();
            throw new KubernetesClientException("GET " + path + ": " + message, response.code(), status);
        }
        return Table.of(Json.parseObject(body), !path.contains("/namespaces/"));
    }

    /** The path that an API server has below its host, such as that of a simulated hosted cluster. */
    private String base() {
        String path = kubernetes.getMasterUrl().getPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return kubernetes.getHttpClient().sendAsync(request, String.class).get(TABLE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KubernetesClientException("interrupted", e);
        } catch (ExecutionException | CompletionException | TimeoutException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new KubernetesClientException("GET " + request.uri() + " failed", cause);
        }
    }
}
