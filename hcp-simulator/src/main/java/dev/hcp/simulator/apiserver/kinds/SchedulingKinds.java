package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.BuiltInKinds.kind;

import dev.hcp.simulator.apiserver.catalogue.Resource;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import java.util.List;

/** The kinds of the scheduling group. */
final class SchedulingKinds {
    private SchedulingKinds() {}

    static List<Resource> all() {
        return List.of(kind("scheduling.k8s.io", "priorityclasses", PriorityClass.class, "pc")
                .singular("priorityclass")
                .clusterScoped()
                .generation()
                .strategy(new PriorityClassStrategy())
                .build());
    }
}
