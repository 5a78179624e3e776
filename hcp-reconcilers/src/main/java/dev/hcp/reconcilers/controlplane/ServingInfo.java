package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** How a server listens: address, versions and ciphers of TLS, certificates for further host names. */
final class ServingInfo {
    private static final String INTERMEDIATE = "Intermediate";

    private ServingInfo() {}

    /**
     * What servers of a control plane have in common.
     *
     * @param apiServer the user's settings of API servers
     */
    static JsonObject of(ControlPlane controlPlane, long port, JsonObject apiServer) {
        JsonObject profile = apiServer.object("tlsSecurityProfile");
        JsonObject.Builder info = JsonObject.builder(5)
                .put("bindAddress", "0.0.0.0:" + port)
                .put("bindNetwork", "tcp4")
                .put("minTLSVersion", version(profile));
        JsonArray ciphers = profile.array("custom", "ciphers");
        if (!ciphers.isEmpty()) {
            info.put("cipherSuites", ciphers);
        }
        JsonArray named = named(apiServer);
        if (!named.isEmpty()) {
            info.put("namedCertificates", named);
        }
        return info.build();
    }

    private static String version(JsonObject profile) {
        String type = ControlPlane.text(profile, "type");
        return switch (type.isEmpty() ? INTERMEDIATE : type) {
            case "Old" -> "VersionTLS10";
            case "Modern" -> "VersionTLS13";
            case "Custom" -> ControlPlane.text(profile, "custom", "minTLSVersion");
            default -> "VersionTLS12";
        };
    }

    /** Certificates the user gives for host names; each is mounted in a directory of its number. */
    private static JsonArray named(JsonObject apiServer) {
        List<JsonObject> certificates = new ArrayList<>();
        for (Object item : apiServer.array("servingCerts", "namedCertificates")) {
            if (item instanceof JsonObject certificate) {
                String directory = "/etc/kubernetes/certs/named-" + (certificates.size() + 1);
                certificates.add(JsonObject.of(
                        "certFile",
                        directory + "/tls.crt",
                        "keyFile",
                        directory + "/tls.key",
                        "names",
                        certificate.array("names")));
            }
        }
        return JsonArray.copyOf(certificates);
    }
}
