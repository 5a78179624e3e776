package dev.hcp.platforms.kubevirt;

import dev.hcp.api.HcpException;
import dev.hcp.api.hypershift.kubevirt.KubevirtDiskImage;
import dev.hcp.api.hypershift.kubevirt.KubevirtRootVolume;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ReleaseMetadata;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The container disk that the virtual machines of a pool boot from.
 *
 * @param image pull specification
 * @param digest the digest without algorithm; empty for an image that the user gave
 */
record BootImage(String image, Optional<String> digest) {
    private static final String DIGEST = "@sha256:";

    /** The user's image, else that of the release. */
    static BootImage of(@Nullable KubevirtRootVolume rootVolume, ReleaseMetadata release) {
        KubevirtDiskImage disk = rootVolume == null ? null : rootVolume.getDiskImage();
        String own = disk == null ? null : disk.getContainerDiskImage();
        if (own != null) {
            return new BootImage(own, Optional.empty());
        }
        String image = release.kubeVirtImage()
                .orElseThrow(() -> new HcpException("no kubevirt vm disk image present in release"));
        int at = image.indexOf(DIGEST);
        if (at < 0) {
            throw new HcpException("no kubevirt sha digest found for vm disk image");
        }
        return new BootImage(image, Optional.of(image.substring(at + DIGEST.length())));
    }

    /** The source of a DataVolume that imports the image. */
    JsonObject importSource() {
        return JsonObject.of("registry", JsonObject.of("url", "docker://" + image, "pullMethod", "node"));
    }
}
