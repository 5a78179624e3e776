package dev.hcp.simulator.transport.http;

import dev.hcp.simulator.keys.TlsIdentity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Writes kubeconfig files. */
final class Kubeconfig {
    private Kubeconfig() {}

    /** For the administrator, by token. */
    static String of(String server, Optional<String> certificateAuthority, String token) {
        return text(server, certificateAuthority, "admin", "    token: " + quoted(token) + "\n");
    }

    /** For a user, by certificate. */
    static String of(String server, TlsIdentity identity, String user) {
        String credentials = "    client-certificate-data: " + base64(identity.certificate()) + "\n"
                + "    client-key-data: " + base64(identity.privateKey()) + "\n";
        return text(server, Optional.of(identity.authority()), user, credentials);
    }

    private static String text(String server, Optional<String> certificateAuthority, String user, String credentials) {
        String trust = certificateAuthority
                .map(pem -> "    certificate-authority-data: " + base64(pem) + "\n")
                .orElse("");
        return """
                apiVersion: v1
                kind: Config
                clusters:
                - name: hcp-simulator
                  cluster:
                    server: %1$s
                %2$susers:
                - name: %3$s
                  user:
                %4$scontexts:
                - name: hcp-simulator
                  context:
                    cluster: hcp-simulator
                    namespace: default
                    user: %3$s
                current-context: hcp-simulator
                """.formatted(server, trust, quoted(user), credentials);
    }

    private static String base64(String pem) {
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
    }

    /** A token may look like a number or hold a colon; single quotes make any printable text a YAML string. */
    private static String quoted(String token) {
        return "'" + token.replace("'", "''") + "'";
    }
}
