package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a machine is given to boot with: where to fetch its ignition configuration, and the token that admits it.
 *
 * @param authority PEM of the ignition server's certificate authority, in base64
 * @param token token of the pool's payload
 * @param endpoint host, and port where it is not 443, of the ignition server
 * @param nodePool namespace/name of the pool
 * @param payloadHash hash of the payload it shall get
 * @param proxy proxy settings as in {@link GlobalConfig#proxy()}
 */
record IgnitionUserData(
        String authority, String token, String endpoint, String nodePool, String payloadHash, JsonObject proxy) {
    private static final JsonObject UNVERIFIED = JsonObject.of("verification", JsonObject.EMPTY);

    /** The Ignition configuration, version 3.2.0. */
    JsonObject tree() {
        JsonObject certificate = UNVERIFIED.with("source", "data:text/plain;base64," + authority);
        JsonObject merge = UNVERIFIED
                .with("source", "https://" + endpoint + "/ignition")
                .with(
                        "httpHeaders",
                        List.of(
                                header(
                                        "Authorization",
                                        "Bearer "
                                                + Base64.getEncoder()
                                                        .encodeToString(token.getBytes(StandardCharsets.UTF_8))),
                                header("NodePool", nodePool),
                                header("TargetConfigVersionHash", payloadHash)));
        JsonObject ignition = JsonObject.of(
                "version", "3.2.0",
                "security", JsonObject.of("tls", JsonObject.of("certificateAuthorities", List.of(certificate))),
                "config", JsonObject.of("merge", List.of(merge), "replace", UNVERIFIED),
                "proxy", proxySettings(),
                "timeouts", JsonObject.EMPTY);
        return JsonObject.of(
                "ignition", ignition,
                "passwd", JsonObject.EMPTY,
                "storage", JsonObject.EMPTY,
                "systemd", JsonObject.EMPTY);
    }

    private JsonObject proxySettings() {
        JsonObject.Builder settings = JsonObject.builder(3);
        settings.putIfPresent("httpProxy", proxy.get("httpProxy"));
        settings.putIfPresent("httpsProxy", proxy.get("httpsProxy"));
        String direct = proxy.text("noProxy");
        if (direct != null) {
            settings.put("noProxy", Stream.of(direct.split(",")).toList());
        }
        return settings.build();
    }

    private static JsonObject header(String name, String value) {
        return JsonObject.of("name", name, "value", value);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "IgnitionUserData[nodePool=" + nodePool + ", payloadHash=" + payloadHash + "]";
    }
}
