package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.Fault.ContainerFailure;
import dev.hcp.simulator.faults.Fault.ContainersFail;
import dev.hcp.simulator.faults.Fault.EtcdMemberDown;
import dev.hcp.simulator.faults.Fault.ImageNotPulled;
import dev.hcp.simulator.faults.Fault.ImportFails;
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

    /**
     * What is wrong with the containers of a pod.
     *
     * @param image those of this image alone; empty for all
     * @param message more about it, or the empty text
     */
    record Trouble(ContainerFailure how, String image, String message) {
        static final Trouble CRASH = new Trouble(ContainerFailure.CRASH, "", "");

        /** Whether a container of the pod suffers from it. */
        boolean concerns(JsonObject container) {
            return image.isEmpty() || image.equals(container.text("image"));
        }

        private boolean concernsOneOf(JsonArray containers) {
            for (int i = 0; i < containers.size(); i++) {
                if (concerns(containers.object(i))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** What is wrong with a pod. */
    Optional<Trouble> of(JsonObject pod) {
        if (volumes.keepsDown(pod)) {
            return Optional.of(Trouble.CRASH);
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
            return Optional.of(Trouble.CRASH);
        }
        String release = pod.text("metadata", "annotations", RELEASE);
        return adversities
                .find(
                        ContainersFail.class,
                        fault -> Adversities.selects(fault.namespace(), namespace)
                                && name.startsWith(fault.workload())
                                && Adversities.selects(fault.release(), release == null ? "" : release))
                .map(fault -> new Trouble(fault.how(), "", ""))
                .or(() -> unpulled(pod))
                .or(() -> unimported(pod));
    }

    private Optional<Trouble> unpulled(JsonObject pod) {
        return adversities.all(ImageNotPulled.class).stream()
                .filter(fault -> Adversities.selects(fault.namespace(), Meta.namespace(pod)))
                .map(fault -> new Trouble(ContainerFailure.IMAGE_PULL, fault.image(), fault.message()))
                .filter(trouble -> trouble.concernsOneOf(pod.array("spec", "containers")))
                .findFirst();
    }

    /** Of pods that CDI fills data volumes with; each belongs to the claim that it fills, which has the volume's name. */
    private Optional<Trouble> unimported(JsonObject pod) {
        JsonArray owners = pod.array("metadata", "ownerReferences");
        if (owners.isEmpty() || !"importer".equals(pod.text("metadata", "labels", "cdi.kubevirt.io"))) {
            return Optional.empty();
        }
        String claim = String.valueOf(owners.object(0).text("name"));
        return adversities
                .find(
                        ImportFails.class,
                        fault -> Adversities.selects(fault.namespace(), Meta.namespace(pod))
                                && claim.startsWith(fault.volume()))
                .map(fault -> new Trouble(ContainerFailure.CRASH, "", fault.message()));
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
        if (fault instanceof ImageNotPulled image) {
            return Optional.of(image.namespace());
        }
        if (fault instanceof ImportFails failing) {
            return Optional.of(failing.namespace());
        }
        return fault instanceof EtcdMemberDown down ? Optional.of(down.namespace()) : EtcdVolumes.namespaceOf(fault);
    }

    /** Pods of a namespace whose troubles may end when others come up. */
    List<ObjectKey> waiting(String namespace) {
        return volumes.waiting(namespace);
    }
}
