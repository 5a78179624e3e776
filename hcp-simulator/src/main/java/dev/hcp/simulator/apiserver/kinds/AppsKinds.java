package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.ANNOTATIONS_CHANGE_GENERATION;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.STATUS_KEEPS_LABELS;
import static dev.hcp.simulator.apiserver.kinds.BuiltInKinds.REPLICAS;
import static dev.hcp.simulator.apiserver.kinds.BuiltInKinds.kind;

import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;

/** The kinds of the apps group. */
final class AppsKinds {
    private AppsKinds() {}

    static List<Resource> all() {
        return List.of(
                kind("apps", "deployments", Deployment.class, "deploy")
                        .categories(List.of("all"))
                        .status()
                        .scale(REPLICAS)
                        .generation()
                        .strategy(new DeploymentStrategy())
                        .traits(ANNOTATIONS_CHANGE_GENERATION, STATUS_KEEPS_LABELS)
                        .build(),
                kind("apps", "statefulsets", StatefulSet.class, "sts")
                        .nameRule(NameRule.LABEL)
                        .categories(List.of("all"))
                        .status()
                        .scale(REPLICAS)
                        .generation()
                        .strategy(new StatefulSetStrategy())
                        .build(),
                kind("apps", "replicasets", ReplicaSet.class, "rs")
                        .categories(List.of("all"))
                        .status()
                        .scale(REPLICAS)
                        .generation()
                        .strategy(new ReplicaSetStrategy())
                        .build(),
                kind("apps", "daemonsets", DaemonSet.class, "ds")
                        .categories(List.of("all"))
                        .status()
                        .generation()
                        .strategy(new DaemonSetStrategy())
                        .build(),
                kind("apps", "controllerrevisions", ControllerRevision.class)
                        .strategy(new ControllerRevisionStrategy())
                        .build());
    }
}
