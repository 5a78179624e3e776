package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.Fault.ContainerFailure;
import dev.hcp.simulator.faults.Fault.ContainersFail;
import dev.hcp.simulator.faults.Fault.EtcdMemberDown;
import dev.hcp.simulator.faults.Fault.SnapshotNotRestored;
import java.util.List;
import java.util.Optional;

/** What keeps the containers of a pod from running, by the faults that are injected. */
final class PodTroubles {
    /** The initial container of an etcd member that begins with a snapshot. */
    static final String RESTORES_SNAPSHOT = "etcd-init";

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

    /** Why the initial container of a pod cannot restore the snapshot that it is for. */
    Optional<SnapshotNotRestored> unrestored(JsonObject pod) {
        if (adversities.none()) {
            return Optional.empty();
        }
        JsonArray containers = pod.array("spec", "initContainers");
        for (int i = 0; i < containers.size(); i++) {
            if (RESTORES_SNAPSHOT.equals(containers.object(i).text("name"))) {
                return adversities.find(
                        SnapshotNotRestored.class,
                        fault -> Adversities.selects(fault.namespace(), Meta.namespace(pod)));
            }
        }
        return Optional.empty();
    }

    /** The namespace whose pods a fault concerns, empty for all; nothing when it concerns no pods' containers. */
    static Optional<String> namespaceOf(Fault fault) {
        if (fault instanceof ContainersFail fail) {
            return Optional.of(fail.namespace());
        }
        if (fault instanceof SnapshotNotRestored snapshot) {
            return Optional.of(snapshot.namespace());
        }
        return fault instanceof EtcdMemberDown down ? Optional.of(down.namespace()) : EtcdVolumes.namespaceOf(fault);
    }

    /** Pods of a namespace whose troubles may end when others come up. */
    List<ObjectKey> waiting(String namespace) {
        return volumes.waiting(namespace);
    }
}
