package dev.hcp.platforms;

/**
 * How a hosted API server is reached, where that is not through the address its service publishes.
 *
 * @param server URL of the API server, possibly with a path
 * @param certificateAuthority PEM of the authority that signed the server's certificate
 * @param token bearer token of the administrator
 */
public record ApiAccess(String server, String certificateAuthority, String token) {
    /** Without the token. */
    @Override
    public String toString() {
        return "ApiAccess[server=" + server + "]";
    }
}
