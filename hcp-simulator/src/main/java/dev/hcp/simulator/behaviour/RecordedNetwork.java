package dev.hcp.simulator.behaviour;

import dev.hcp.platforms.Reachability;
import java.util.Optional;

/** The machine of the recordings: an API server answers on its loopback address, and no name resolves. */
enum RecordedNetwork implements Reachability {
    INSTANCE;

    private static final String LOOPBACK = "127.0.0.1";

    @Override
    public Optional<String> healthProblem(String namespace, String host, long port) {
        if (host.equals(LOOPBACK) && (port == 6443 || port == 443)) {
            return Optional.empty();
        }
        String cause = resolutionProblem(host).orElse(host + ":" + port + ": connect: connection refused");
        return Optional.of(
                "Get \"https://" + host + ":" + port + "/healthz\": dial tcp" + (isAddress(host) ? " " : ": ") + cause);
    }

    @Override
    public Optional<String> resolutionProblem(String host) {
        return isAddress(host) ? Optional.empty() : Optional.of("lookup " + host + ": no such host");
    }

    private static boolean isAddress(String host) {
        return host.contains(":") || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }
}
