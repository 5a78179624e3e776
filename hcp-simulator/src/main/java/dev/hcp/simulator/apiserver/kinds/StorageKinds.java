package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.LOCKED_UPDATE;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.RETURNS_DELETED;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.STATUS_KEEPS_METADATA;
import static dev.hcp.simulator.apiserver.kinds.BuiltInKinds.kind;

import dev.hcp.simulator.apiserver.catalogue.Resource;
import io.fabric8.kubernetes.api.model.storage.CSIDriver;
import io.fabric8.kubernetes.api.model.storage.CSINode;
import io.fabric8.kubernetes.api.model.storage.CSIStorageCapacity;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.api.model.storage.VolumeAttachment;
import java.util.List;

/** The kinds of the storage group. */
final class StorageKinds {
    private static final String GROUP = "storage.k8s.io";

    private StorageKinds() {}

    static List<Resource> all() {
        return List.of(
                kind(GROUP, "storageclasses", StorageClass.class, "sc")
                        .singular("storageclass")
                        .clusterScoped()
                        .strategy(new StorageClassStrategy())
                        .traits(RETURNS_DELETED)
                        .build(),
                kind(GROUP, "csidrivers", CSIDriver.class)
                        .clusterScoped()
                        .strategy(new CsiStrategies.ForDriver())
                        .traits(RETURNS_DELETED, LOCKED_UPDATE)
                        .build(),
                kind(GROUP, "csinodes", CSINode.class)
                        .clusterScoped()
                        .strategy(new CsiStrategies.ForNode())
                        .traits(RETURNS_DELETED, LOCKED_UPDATE)
                        .build(),
                kind(GROUP, "csistoragecapacities", CSIStorageCapacity.class)
                        .strategy(new CsiStrategies.ForCapacity())
                        .traits(LOCKED_UPDATE)
                        .build(),
                kind(GROUP, "volumeattachments", VolumeAttachment.class)
                        .clusterScoped()
                        .status()
                        .strategy(new VolumeAttachmentStrategy())
                        .traits(RETURNS_DELETED, LOCKED_UPDATE, STATUS_KEEPS_METADATA)
                        .build());
    }
}
