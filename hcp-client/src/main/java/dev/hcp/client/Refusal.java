package dev.hcp.client;

import java.util.List;

/** What is refused before anything was asked of the management cluster. */
final class Refusal {
    private Refusal() {}

    /**
     * @param action what was to be done, to complete the sentence "cannot ..."
     * @param problem what speaks against it, and what to do
     */
    static InvalidOptionsException of(String action, String problem) {
        return InvalidOptionsException.of("cannot " + action, List.of(problem));
    }
}
