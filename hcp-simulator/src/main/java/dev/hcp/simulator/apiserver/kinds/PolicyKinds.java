package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.LOCKED_UPDATE;
import static dev.hcp.simulator.apiserver.kinds.BuiltInKinds.kind;

import dev.hcp.simulator.apiserver.catalogue.Resource;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;

/** The kinds of the policy group. */
final class PolicyKinds {
    private PolicyKinds() {}

    static List<Resource> all() {
        return List.of(kind("policy", "poddisruptionbudgets", PodDisruptionBudget.class, "pdb")
                .status()
                .generation()
                .strategy(new DisruptionBudgetStrategy())
                .traits(LOCKED_UPDATE)
                .build());
    }
}
