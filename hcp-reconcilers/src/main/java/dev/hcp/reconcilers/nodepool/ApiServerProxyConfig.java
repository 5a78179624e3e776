package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.hypershift.ApiEndpoint;
import dev.hcp.api.hypershift.ClusterNetworking;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import dev.hcp.platforms.ReleaseMetadata;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The machine configuration of the proxy that runs on every node: pods reach the hosted API server at an address of their
 * own network, and the proxy passes it on to the one that is published.
 */
final class ApiServerProxyConfig {
    private static final String CLUSTER_ADDRESS = "172.20.0.1";
    private static final int API_SERVER_PORT = 6443;

    private ApiServerProxyConfig() {}

    /** The document; empty until the address of the API server is known. */
    static Optional<ConfigManifest> of(PoolState state, ReleaseMetadata release, ManifestCache manifests) {
        ApiEndpoint endpoint = state.cluster.getStatus() == null
                ? null
                : state.cluster.getStatus().getControlPlaneEndpoint();
        if (endpoint == null || endpoint.getHost() == null || endpoint.getHost().isEmpty()) {
            return Optional.empty();
        }
        ClusterNetworking networking = state.clusterSpec.getNetworking();
        String address = networking == null
                        || networking.getApiServer() == null
                        || networking.getApiServer().getAdvertiseAddress() == null
                ? CLUSTER_ADDRESS
                : networking.getApiServer().getAdvertiseAddress();
        String upstream =
                endpoint.getHost() + ":" + (endpoint.getPort() == null ? API_SERVER_PORT : endpoint.getPort());
        String image = release.componentImages().getOrDefault("haproxy-router", "");
        String key = "proxy " + address + " " + upstream + " " + image;
        return Optional.of(manifests.get(key, () -> document(address, upstream, image)));
    }

    private static String document(String address, String upstream, String image) {
        String settings = "frontend local_apiserver\n  bind " + address + ":" + API_SERVER_PORT
                + "\n  log global\n  mode tcp\n  option tcplog\n  default_backend remote_apiserver\n\n"
                + "backend remote_apiserver\n  mode tcp\n  log global\n  option httpchk GET /version\n"
                + "  default-server inter 10s fall 3 rise 3\n  server controlplane " + upstream + "\n";
        JsonObject files = JsonObject.of(
                "files",
                List.of(
                        file("/etc/kubernetes/apiserver-proxy-config/haproxy.cfg", settings),
                        file("/etc/kubernetes/manifests/kube-apiserver-proxy.yaml", Yaml.write(pod(image)))));
        return Yaml.write(JsonObject.of(
                "apiVersion",
                "machineconfiguration.openshift.io/v1",
                "kind",
                "MachineConfig",
                "metadata",
                JsonObject.of("name", "20-apiserver-haproxy"),
                "spec",
                JsonObject.of(
                        "config", JsonObject.of("ignition", JsonObject.of("version", "3.2.0"), "storage", files))));
    }

    private static JsonObject file(String path, String content) {
        String encoded = Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
        return JsonObject.of(
                "path",
                path,
                "mode",
                0644,
                "overwrite",
                true,
                "contents",
                JsonObject.of("source", "data:text/plain;charset=utf-8;base64," + encoded));
    }

    private static JsonObject pod(String image) {
        JsonObject container = JsonObject.of(
                "name",
                "haproxy",
                "image",
                image,
                "command",
                List.of("haproxy", "-f", "/usr/local/etc/haproxy"),
                "volumeMounts",
                List.of(JsonObject.of("name", "config", "mountPath", "/usr/local/etc/haproxy")));
        return JsonObject.of(
                "apiVersion",
                "v1",
                "kind",
                "Pod",
                "metadata",
                JsonObject.of("name", "kube-apiserver-proxy", "namespace", "kube-system"),
                "spec",
                JsonObject.of(
                        "hostNetwork",
                        true,
                        "priorityClassName",
                        "system-node-critical",
                        "containers",
                        List.of(container),
                        "volumes",
                        List.of(JsonObject.of(
                                "name",
                                "config",
                                "hostPath",
                                JsonObject.of("path", "/etc/kubernetes/apiserver-proxy-config")))));
    }
}
