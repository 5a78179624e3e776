package dev.hcp.simulator.apiserver;

import java.util.Optional;

/** Refuses writes that an API server would accept otherwise, as quotas and admission webhooks do. Thread-safe. */
@FunctionalInterface
public interface WriteGate {
    /** Refuses nothing. */
    WriteGate OPEN = (type, namespace, name, creates) -> Optional.empty();

    /**
     * Why a write is refused, whoever's it is; empty when it is not.
     *
     * @param creates whether it creates an object rather than changes one
     */
    Optional<Refusal> refusal(ResourceType type, String namespace, String name, boolean creates);

    /**
     * A refusal, as the client sees it in a {@code Status}.
     *
     * @param code HTTP status
     */
    record Refusal(int code, String reason, String message) {}
}
