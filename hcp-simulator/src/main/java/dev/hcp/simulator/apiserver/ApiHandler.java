package dev.hcp.simulator.apiserver;

/** Answers API requests. Thread-safe; writes are serialised, reads see an immutable snapshot. */
@FunctionalInterface
public interface ApiHandler {
    /** Answers one request. Never throws: every failure is a response. */
    ApiResponse handle(ApiRequest request);
}
