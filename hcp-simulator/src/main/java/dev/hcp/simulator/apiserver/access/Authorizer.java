package dev.hcp.simulator.apiserver.access;

import java.util.List;

/** Decides what may be done. Thread-safe. */
public interface Authorizer {
    /** Lets everybody do everything. */
    Authorizer EVERYTHING = new Authorizer() {
        private final Rules all = new Rules(List.of(PolicyRule.EVERY_RESOURCE, PolicyRule.EVERY_PATH), "");

        @Override
        public Decision authorize(AccessRequest request) {
            return Decision.ALLOWED;
        }

        @Override
        public Rules rules(User user, String namespace) {
            return all;
        }
    };

    /** Whether something may be done. */
    Decision authorize(AccessRequest request);

    /** What somebody may do in a namespace; of an empty namespace, at cluster scope. */
    Rules rules(User user, String namespace);

    /**
     * What somebody may do.
     *
     * @param problem why there may be more than that; empty when all is known
     */
    record Rules(List<PolicyRule> rules, String problem) {}
}
