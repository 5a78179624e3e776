package dev.hcp.platforms.kubevirt;

import dev.hcp.api.HcpException;
import dev.hcp.api.hypershift.kubevirt.KubevirtDiskImage;
import dev.hcp.api.hypershift.kubevirt.KubevirtRootVolume;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ReleaseMetadata;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The disk that the virtual machines of a pool boot from.
 *
 * @param image pull specification of a container disk, or the address of a disk image
 * @param digest the digest without algorithm; empty for an image that the user gave
 * @param download whether the image is a file to download rather than a container disk
 */
record BootImage(String image, Optional<String> digest, boolean download) {
    private static final String DIGEST = "@sha256:";

    /**
     * The user's image, else that of the release.
     *
     * @param orOpenStack whether a release without a container disk may be booted from its image for OpenStack
     * @throws HcpException when the release has neither
     */
    static BootImage of(@Nullable KubevirtRootVolume rootVolume, ReleaseMetadata release, boolean orOpenStack) {
        KubevirtDiskImage disk = rootVolume == null ? null : rootVolume.getDiskImage();
        String own = disk == null ? null : disk.getContainerDiskImage();
        if (own != null) {
            return new BootImage(own, Optional.empty(), false);
        }
        return orOpenStack && !hasContainerDisk(release) ? ofOpenStack(release) : ofContainerDisk(release);
    }

    private static boolean hasContainerDisk(ReleaseMetadata release) {
        return release.kubeVirtImage().filter(image -> image.contains(DIGEST)).isPresent();
    }

    private static BootImage ofContainerDisk(ReleaseMetadata release) {
        String image = release.kubeVirtImage()
                .orElseThrow(() -> new HcpException("no kubevirt vm disk image present in release"));
        int at = image.indexOf(DIGEST);
        if (at < 0) {
            throw new HcpException("no kubevirt sha digest found for vm disk image");
        }
        return new BootImage(image, Optional.of(image.substring(at + DIGEST.length())), false);
    }

    private static BootImage ofOpenStack(ReleaseMetadata release) {
        ReleaseMetadata.DiskImage disk =
                release.openStackDisk().orElseThrow(() -> new HcpException("couldn't find OS metadata for openstack"));
        return new BootImage(disk.location(), Optional.of(disk.sha256()), true);
    }

    /** The source of a DataVolume that imports the image. */
    JsonObject importSource() {
        return download
                ? JsonObject.of("http", JsonObject.of("url", image))
                : JsonObject.of("registry", JsonObject.of("url", "docker://" + image, "pullMethod", "node"));
    }
}
