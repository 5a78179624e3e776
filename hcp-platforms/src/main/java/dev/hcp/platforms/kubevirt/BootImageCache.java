package dev.hcp.platforms.kubevirt;

import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.kubevirt.KubevirtCachingStrategy;
import dev.hcp.api.hypershift.kubevirt.KubevirtCachingStrategyType;
import dev.hcp.api.hypershift.kubevirt.KubevirtNodePoolStatus;
import dev.hcp.api.hypershift.kubevirt.KubevirtRootVolume;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.kubevirt.DataVolume;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Labels;
import dev.hcp.api.names.MachineAnnotations;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pool's DataVolume that holds the boot image once, for the machines' disks to be cloned from.
 *
 * @param name name of the DataVolume that holds the wanted image
 * @param create the DataVolume, when it is not there yet
 * @param outdated DataVolumes of the pool that hold other images
 */
record BootImageCache(String name, Optional<HasMetadata> create, List<HasMetadata> outdated) {
    private static final String ROLE = "kv-boot-image-cache";

    /** The cache of a pool that wants one; a pool whose user gave the image has none. */
    static Optional<BootImageCache> of(NodePool pool, BootImage image, String namespace, World world) {
        KubevirtRootVolume volume = PoolSettings.rootVolume(pool);
        KubevirtCachingStrategy strategy = volume == null ? null : volume.getCacheStrategy();
        if (volume == null
                || strategy == null
                || !KubevirtCachingStrategyType.PVC.equals(strategy.getType())
                || image.digest().isEmpty()) {
            return Optional.empty();
        }
        String digest = image.digest().get();
        KubevirtNodePoolStatus status = PoolSettings.status(pool);
        String known = status == null ? null : status.getCacheName();
        Optional<DataVolume> found = Optional.empty();
        List<HasMetadata> others = new ArrayList<>();
        for (DataVolume candidate : existing(pool, namespace, world)) {
            boolean fits = digest.equals(annotation(candidate));
            boolean better =
                    found.isEmpty() || candidate.getMetadata().getName().equals(known);
            if (fits && better) {
                found.ifPresent(others::add);
                found = Optional.of(candidate);
            } else {
                others.add(candidate);
            }
        }
        if (found.isPresent()) {
            return Optional.of(new BootImageCache(found.get().getMetadata().getName(), Optional.empty(), others));
        }
        String name = ROLE
                + "-"
                + world.keyMaterial()
                        .nameSuffix(namespace + "/" + pool.getMetadata().getName() + "/" + ROLE + "/" + digest, 5);
        return Optional.of(new BootImageCache(
                name, Optional.of(dataVolume(name, pool, volume, image, digest, namespace)), others));
    }

    /** All caches of a pool, wanted or not. */
    static List<DataVolume> existing(NodePool pool, String namespace, World world) {
        String uid = pool.getMetadata().getUid();
        return world.list(
                DataVolume.class,
                namespace,
                Map.of(Labels.KUBEVIRT_BOOT_IMAGE_ROLE, ROLE, Labels.NODEPOOL_UID, uid == null ? "" : uid));
    }

    private static @Nullable String annotation(DataVolume volume) {
        Map<String, String> annotations = volume.getMetadata().getAnnotations();
        return annotations == null ? null : annotations.get(Annotations.KUBEVIRT_BOOT_IMAGE_HASH);
    }

    private static DataVolume dataVolume(
            String name, NodePool pool, KubevirtRootVolume volume, BootImage image, String digest, String namespace) {
        String uid = pool.getMetadata().getUid();
        JsonObject tree = JsonObject.of(
                "apiVersion",
                "cdi.kubevirt.io/v1beta1",
                "kind",
                "DataVolume",
                "metadata",
                JsonObject.of(
                        "name",
                        name,
                        "namespace",
                        namespace,
                        "labels",
                        JsonObject.of(
                                Labels.KUBEVIRT_BOOT_IMAGE_ROLE,
                                ROLE,
                                Labels.NODEPOOL_UID,
                                uid == null ? "" : uid,
                                Labels.IS_KUBEVIRT_RHCOS,
                                "true"),
                        "annotations",
                        JsonObject.of(
                                Annotations.KUBEVIRT_BOOT_IMAGE_HASH,
                                digest,
                                MachineAnnotations.STORAGE_BIND_IMMEDIATE,
                                "true",
                                MachineAnnotations.STORAGE_DELETE_AFTER_COMPLETION,
                                "false")),
                "spec",
                JsonObject.of(
                        "preallocation",
                        true,
                        "source",
                        image.importSource(),
                        "storage",
                        PoolSettings.storage(volume, false)));
        return Json.toType(tree, DataVolume.class);
    }
}
