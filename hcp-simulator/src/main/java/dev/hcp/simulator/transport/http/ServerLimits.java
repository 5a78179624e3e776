package dev.hcp.simulator.transport.http;

import java.time.Duration;

/**
 * How much a server takes on, so that no flood of clients exhausts it.
 *
 * @param connections how many connections are open at a time; more are closed at once
 * @param requests how many requests with a body are in work at a time; more are told to try again
 * @param bodyBytes how many bytes of bodies are held at a time, over all requests
 * @param idle how long a connection may stay open without a request, or with a part of its head
 * @param body how long the body of a request may take to arrive
 */
record ServerLimits(int connections, int requests, long bodyBytes, Duration idle, Duration body) {
    /** As generous as the reference, within an eighth of the heap for bodies. */
    static ServerLimits usual() {
        return new ServerLimits(
                4096, 600, Runtime.getRuntime().maxMemory() / 8, Duration.ofSeconds(90), Duration.ofSeconds(60));
    }
}
