package dev.hcp.client.diagnosis;

import dev.hcp.client.status.ApiObjects;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is wrong with a hosted cluster, from the top down: causes that lie deeper come later.
 *
 * @param cluster its namespace and name
 * @param findings nothing when nothing was found
 */
public record Diagnosis(String cluster, List<Finding> findings) {
    private static final List<Check> CHECKS = List.of(
            new PartialState(),
            new NoWorkerNodes(),
            new NodesNotReady(),
            new IngressOffline(),
            new LoadBalancerServices(),
            new VolumeClaims(),
            new MachinesNotJoining(),
            new BootImage(),
            new LateBinding());

    /** Copies the list. */
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /**
     * Looks for causes.
     *
     * @param hosted the hosted cluster's own API server, if it answers
     * @param now the time, to tell what is slow from what takes its time
     * @return nothing when there is no such cluster
     */
    public static Optional<Diagnosis> of(
            ApiObjects management, Optional<ApiObjects> hosted, String namespace, String name, Instant now) {
        return Facts.of(management, hosted, namespace, name, now)
                .map(facts -> new Diagnosis(
                        namespace + "/" + name,
                        CHECKS.stream()
                                .flatMap(check -> check.look(facts).stream())
                                .toList()));
    }

    /** Whether nothing was found. */
    public boolean isHealthy() {
        return findings.isEmpty();
    }

    /** What was found of a symptom. */
    public List<Finding> of(Symptom symptom) {
        return findings.stream().filter(finding -> finding.symptom() == symptom).toList();
    }

    /** All findings in lines. */
    @Override
    public String toString() {
        return "hosted cluster " + cluster + ": "
                + (isHealthy()
                        ? "nothing wrong was found"
                        : findings.stream().map(finding -> "\n" + finding).collect(Collectors.joining()));
    }
}
