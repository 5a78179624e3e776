package dev.hcp.simulator.world;

import dev.hcp.platforms.Reachability;
import dev.hcp.simulator.apiserver.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The network between control planes and what they publish: every name resolves and every hosted API server with pods
 * behind it answers, but for what is said to be broken. Thread-safe.
 */
final class SimulatedReachability implements Reachability {
    private final HostedApiBacking backing;
    /** Host names without an address. */
    private final Set<String> lostNames = ConcurrentHashMap.newKeySet();
    /** Control plane namespaces whose published API server cannot be reached. */
    private final Set<String> cutOff = ConcurrentHashMap.newKeySet();

    SimulatedReachability(Objects objects) {
        this.backing = new HostedApiBacking(objects);
    }

    /** Makes a host name resolve, or not. */
    void resolves(String host, boolean resolves) {
        set(lostNames, host, !resolves);
    }

    /** Makes the published API server of a control plane namespace reachable, or not. */
    void reaches(String namespace, boolean reachable) {
        set(cutOff, namespace, !reachable);
    }

    private static void set(Set<String> broken, String what, boolean isBroken) {
        if (isBroken) {
            broken.add(what);
        } else {
            broken.remove(what);
        }
    }

    @Override
    public Optional<String> healthProblem(String namespace, String host, long port) {
        String request = "Get \"https://" + host + ":" + port + "/healthz\": ";
        Optional<String> unresolved = resolutionProblem(host);
        if (unresolved.isPresent()) {
            return Optional.of(request + "dial tcp: " + unresolved.get());
        }
        if (cutOff.contains(namespace)) {
            return Optional.of(request + "context deadline exceeded (Client.Timeout exceeded while awaiting headers)");
        }
        return backing.isThere(namespace)
                ? Optional.empty()
                : Optional.of(request + "dial tcp " + host + ":" + port + ": connect: connection refused");
    }

    @Override
    public Optional<String> resolutionProblem(String host) {
        return lostNames.contains(host) ? Optional.of("lookup " + host + ": no such host") : Optional.empty();
    }
}
