package dev.hcp.simulator.world;

import dev.hcp.platforms.Reachability;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.faults.Fault;
import java.util.Optional;

/**
 * The network between control planes and what they publish: every name resolves and every hosted API server with pods
 * behind it answers, but for what is said to be broken. Thread-safe.
 */
final class SimulatedReachability implements Reachability {
    private final HostedApiBacking backing;
    private final Adversities adversities;

    SimulatedReachability(Objects objects, Adversities adversities) {
        this.backing = new HostedApiBacking(objects, adversities);
        this.adversities = adversities;
    }

    @Override
    public Optional<String> healthProblem(String namespace, String host, long port) {
        String request = "Get \"https://" + host + ":" + port + "/healthz\": ";
        Optional<String> unresolved = resolutionProblem(host);
        if (unresolved.isPresent()) {
            return Optional.of(request + "dial tcp: " + unresolved.get());
        }
        if (adversities
                .find(Fault.ApiServerUnreachable.class, fault -> Adversities.selects(fault.namespace(), namespace))
                .isPresent()) {
            return Optional.of(request + "context deadline exceeded (Client.Timeout exceeded while awaiting headers)");
        }
        return backing.isThere(namespace)
                ? Optional.empty()
                : Optional.of(request + "dial tcp " + host + ":" + port + ": connect: connection refused");
    }

    @Override
    public Optional<String> resolutionProblem(String host) {
        return adversities
                        .find(Fault.NameUnresolved.class, fault -> Adversities.selects(fault.host(), host))
                        .isPresent()
                ? Optional.of("lookup " + host + ": no such host")
                : Optional.empty();
    }
}
