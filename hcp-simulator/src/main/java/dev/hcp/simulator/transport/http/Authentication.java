package dev.hcp.simulator.transport.http;

import dev.hcp.simulator.apiserver.ApiResponse;
import dev.hcp.simulator.transport.ServedApis;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Decides who may ask: holders of the token, and everybody where the question is whether the server lives. */
final class Authentication {
    static final ApiResponse.Whole REFUSAL = ServedApis.failure(401, "Unauthorized", "Unauthorized");

    private static final String BEARER = "bearer ";

    private final byte[] token;

    Authentication(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    boolean admits(ServedApis.Destination destination, @Nullable String authorization) {
        if (isPublic(destination.path())) {
            return true;
        }
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return false;
        }
        String shown = authorization.substring(BEARER.length()).trim();
        return destination.isManagement()
                ? MessageDigest.isEqual(token, shown.getBytes(StandardCharsets.UTF_8))
                : destination.guestAccepts(shown);
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
