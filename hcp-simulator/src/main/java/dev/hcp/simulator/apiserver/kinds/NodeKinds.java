package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.CREATE_ON_UPDATE;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.LOCKED_UPDATE;
import static dev.hcp.simulator.apiserver.kinds.BuiltInKinds.kind;

import dev.hcp.simulator.apiserver.catalogue.Resource;
import io.fabric8.kubernetes.api.model.node.v1.RuntimeClass;
import java.util.List;

/** The kinds of the node group. */
final class NodeKinds {
    private NodeKinds() {}

    static List<Resource> all() {
        return List.of(kind("node.k8s.io", "runtimeclasses", RuntimeClass.class)
                .clusterScoped()
                .strategy(new RuntimeClassStrategy())
                .traits(CREATE_ON_UPDATE, LOCKED_UPDATE)
                .build());
    }
}
