package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.RETURNS_DELETED;
import static dev.hcp.simulator.apiserver.kinds.BuiltInKinds.kind;

import dev.hcp.simulator.apiserver.catalogue.Resource;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;

/** The kinds of the storage group. */
final class StorageKinds {
    private StorageKinds() {}

    static List<Resource> all() {
        return List.of(kind("storage.k8s.io", "storageclasses", StorageClass.class, "sc")
                .singular("storageclass")
                .clusterScoped()
                .strategy(new VolumeStrategies.ForStorageClass())
                .traits(RETURNS_DELETED)
                .build());
    }
}
