package dev.hcp.simulator.transport.http;

import dev.hcp.simulator.apiserver.ApiResponse;
import dev.hcp.simulator.apiserver.access.User;
import dev.hcp.simulator.transport.ServedApis;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who asks: by a client certificate, else by a bearer token. Who shows nothing is somebody where the API server
 * knows anonymous users, or where the question is whether the server lives.
 */
final class Authentication {
    static final ApiResponse.Whole REFUSAL = ServedApis.failure(401, "Unauthorized", "Unauthorized");

    private static final String BEARER = "bearer ";

    private final byte[] administrator;
    private final @Nullable ClientCertificates certificates;

    /**
     * @param token the administrator's token
     * @param certificates knows clients of the management cluster by their certificates; null without TLS
     */
    Authentication(String token, @Nullable ClientCertificates certificates) {
        this.administrator = token.getBytes(StandardCharsets.UTF_8);
        this.certificates = certificates;
    }

    /** Who sends a request; empty for those who are refused. */
    Optional<User> userOf(HttpServerRequest request, ServedApis.Destination destination) {
        ClientCertificates.Shown certificate = certificate(request, destination);
        if (certificate.user().isPresent()) {
            return certificate.user();
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return userOf(authorization.substring(BEARER.length()).trim(), destination);
        }
        if (certificate.any()) {
            return Optional.empty();
        }
        Optional<User> anonymous = destination.handler().authenticate(null);
        return anonymous.isEmpty() && isPublic(destination.path()) ? Optional.of(User.ANONYMOUS) : anonymous;
    }

    private ClientCertificates.Shown certificate(HttpServerRequest request, ServedApis.Destination destination) {
        SSLSession session = certificates == null || !destination.isManagement() ? null : request.sslSession();
        return certificates == null || session == null ? ClientCertificates.Shown.NOTHING : certificates.of(session);
    }

    private Optional<User> userOf(String token, ServedApis.Destination destination) {
        boolean administers = destination.isManagement()
                ? MessageDigest.isEqual(administrator, token.getBytes(StandardCharsets.UTF_8))
                : destination.guestAccepts(token);
        return administers
                ? Optional.of(User.ADMINISTRATOR)
                : destination.handler().authenticate(token);
    }

    private static boolean isPublic(String path) {
        return path.equals("/version")
                || isProbe(path, "/healthz")
                || isProbe(path, "/livez")
                || isProbe(path, "/readyz");
    }

    private static boolean isProbe(String path, String probe) {
        return path.startsWith(probe) && (path.length() == probe.length() || path.charAt(probe.length()) == '/');
    }
}
