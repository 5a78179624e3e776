package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.CREATE_ON_UPDATE;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.LOCKED_UPDATE;
import static dev.hcp.simulator.apiserver.kinds.BuiltInKinds.kind;

import dev.hcp.simulator.apiserver.catalogue.Resource;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import java.util.List;

/** The kinds of the coordination group. */
final class CoordinationKinds {
    private CoordinationKinds() {}

    static List<Resource> all() {
        return List.of(kind("coordination.k8s.io", "leases", Lease.class)
                .strategy(new LeaseStrategy())
                .traits(CREATE_ON_UPDATE, LOCKED_UPDATE)
                .build());
    }
}
