package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.Fault.ContainerFailure;
import dev.hcp.simulator.faults.Fault.ContainersFail;
import dev.hcp.simulator.faults.Fault.EtcdMemberDown;
import java.util.List;
import java.util.Optional;

/** What keeps the containers of a pod from running, by the faults that are injected. */
final class PodTroubles {
    private static final String RELEASE = "hypershift.openshift.io/release-image";

    private final Adversities adversities;
    private final EtcdVolumes volumes;

    PodTroubles(Objects objects, Adversities adversities) {
        this.volumes = new EtcdVolumes(objects, adversities);
        this.adversities = adversities;
    }

    /** What is wrong with a pod. */
    Optional<ContainerFailure> of(JsonObject pod) {
        if (volumes.keepsDown(pod)) {
            return Optional.of(ContainerFailure.CRASH);
        }
        if (adversities.none()) {
            return Optional.empty();
        }
        String namespace = Meta.namespace(pod);
        String name = Meta.name(pod);
        if (adversities
                .find(
                        EtcdMemberDown.class,
                        fault -> Adversities.selects(fault.namespace(), namespace)
                                && name.equals("etcd-" + fault.member()))
                .isPresent()) {
            return Optional.of(ContainerFailure.CRASH);
        }
        String release = pod.text("metadata", "annotations", RELEASE);
        return adversities
                .find(
                        ContainersFail.class,
                        fault -> Adversities.selects(fault.namespace(), namespace)
                                && name.startsWith(fault.workload())
                                && Adversities.selects(fault.release(), release == null ? "" : release))
                .map(ContainersFail::how);
    }

    /** The namespace whose pods a fault concerns, empty for all; nothing when it concerns no pods' containers. */
    static Optional<String> namespaceOf(Fault fault) {
        if (fault instanceof ContainersFail fail) {
            return Optional.of(fail.namespace());
        }
        return fault instanceof EtcdMemberDown down ? Optional.of(down.namespace()) : EtcdVolumes.namespaceOf(fault);
    }

    /** Pods of a namespace whose troubles may end when others come up. */
    List<ObjectKey> waiting(String namespace) {
        return volumes.waiting(namespace);
    }
}
