package dev.hcp.simulator.transport.http;

/**
 * Where and how to listen.
 *
 * @param bindAddress name or address to listen on, such as {@code 127.0.0.1}
 * @param port TCP port, or 0 for a free one
 * @param tls whether to speak HTTPS with a certificate made at the start, or plain HTTP
 * @param token bearer token that clients of the management cluster have to show
 */
public record ServerSettings(String bindAddress, int port, boolean tls, String token) {
    /** HTTPS on a free port of the loopback interface. */
    public static ServerSettings loopback(String token) {
        return new ServerSettings("127.0.0.1", 0, true, token);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "ServerSettings[" + (tls ? "https" : "http") + " on " + bindAddress + ":" + port + "]";
    }
}
