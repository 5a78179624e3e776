package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;

/**
 * Environment of containers that reach the cluster's nodes and what lies behind them through a proxy in their own pod,
 * which leads into the tunnel to the nodes.
 */
final class TunnelSettings {
    private static final String API_SERVER = "kube-apiserver";

    /** Through an HTTP proxy. */
    static final JsonObject HTTP = environment("http://127.0.0.1:8090", "", API_SERVER);

    /** Through an HTTP proxy; storage and audit log are near. */
    static final JsonObject API = environment("http://127.0.0.1:8090", "", API_SERVER + ",etcd-client,audit-webhook");

    /** Through a SOCKS proxy; catalogues on the management cluster are near. */
    static final JsonObject SOCKS = environment(
            "",
            "socks5://127.0.0.1:8090",
            API_SERVER + ",certified-operators,community-operators,redhat-operators,redhat-marketplace");

    /** Through either, by what is asked for. */
    static final JsonObject BOTH =
            environment("http://127.0.0.1:8092", "socks5://127.0.0.1:8090", API_SERVER + ",audit-webhook");

    private TunnelSettings() {}

    private static JsonObject environment(String http, String socks, String near) {
        JsonObject none = variable("NO_PROXY", near);
        if (http.isEmpty()) {
            return JsonObject.of("env", JsonArray.of(variable("ALL_PROXY", socks), none));
        }
        return JsonObject.of(
                "env",
                socks.isEmpty()
                        ? JsonArray.of(variable("HTTP_PROXY", http), variable("HTTPS_PROXY", http), none)
                        : JsonArray.of(
                                variable("HTTP_PROXY", http),
                                variable("HTTPS_PROXY", http),
                                variable("ALL_PROXY", socks),
                                none));
    }

    private static JsonObject variable(String name, String value) {
        return JsonObject.of("name", name, "value", value);
    }
}
