package dev.hcp.platforms;

import java.util.Optional;

/**
 * What answers on the network, seen from the pods of a control plane. A port of the {@link World}: the operator runtime
 * asks resolvers and servers, the simulator knows.
 *
 * <p>Implementations answer within seconds and are thread-safe.
 */
public interface Reachability {
    /** A network on which every name resolves and every server is healthy. */
    Reachability EVERYTHING = new Reachability() {
        @Override
        public Optional<String> healthProblem(String namespace, String host, long port) {
            return Optional.empty();
        }

        @Override
        public Optional<String> resolutionProblem(String host) {
            return Optional.empty();
        }
    };

    /**
     * Why the API server at an address does not answer 200 to {@code GET https://host:port/healthz} (its certificate is not
     * checked), or empty when it does.
     *
     * @param namespace the control plane namespace from which it is asked; a host without dots is a Service there
     */
    Optional<String> healthProblem(String namespace, String host, long port);

    /** Why a host name has no address, or empty when it has one. */
    Optional<String> resolutionProblem(String host);
}
