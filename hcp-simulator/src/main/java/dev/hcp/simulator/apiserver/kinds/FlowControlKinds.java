package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.STATUS_KEEPS_METADATA;
import static dev.hcp.simulator.apiserver.kinds.BuiltInKinds.kind;

import dev.hcp.simulator.apiserver.catalogue.Resource;
import io.fabric8.kubernetes.api.model.flowcontrol.v1.FlowSchema;
import io.fabric8.kubernetes.api.model.flowcontrol.v1.PriorityLevelConfiguration;
import java.util.List;

/** The kinds by which a server shares its time among clients. */
final class FlowControlKinds {
    private static final String GROUP = "flowcontrol.apiserver.k8s.io";

    private FlowControlKinds() {}

    static List<Resource> all() {
        return List.of(
                kind(GROUP, "flowschemas", FlowSchema.class)
                        .clusterScoped()
                        .status()
                        .generation()
                        .strategy(new FlowControlStrategies.ForFlowSchema())
                        .traits(STATUS_KEEPS_METADATA)
                        .build(),
                kind(GROUP, "prioritylevelconfigurations", PriorityLevelConfiguration.class)
                        .clusterScoped()
                        .status()
                        .generation()
                        .strategy(new FlowControlStrategies.ForPriorityLevel())
                        .traits(STATUS_KEEPS_METADATA)
                        .build());
    }
}
