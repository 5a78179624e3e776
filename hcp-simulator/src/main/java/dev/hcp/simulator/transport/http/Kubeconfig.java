package dev.hcp.simulator.transport.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Writes kubeconfig files. */
final class Kubeconfig {
    private Kubeconfig() {}

    static String of(String server, Optional<String> certificateAuthority, String token) {
        String trust = certificateAuthority
                .map(pem -> "    certificate-authority-data: "
                        + Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII)) + "\n")
                .orElse("");
        return """
                apiVersion: v1
                kind: Config
                clusters:
                - name: hcp-simulator
                  cluster:
                    server: %s
                %susers:
                - name: admin
                  user:
                    token: %s
                contexts:
                - name: hcp-simulator
                  context:
                    cluster: hcp-simulator
                    namespace: default
                    user: admin
                current-context: hcp-simulator
                """.formatted(server, trust, quoted(token));
    }

    /** A token may look like a number or hold a colon; single quotes make any printable text a YAML string. */
    private static String quoted(String token) {
        return "'" + token.replace("'", "''") + "'";
    }
}
