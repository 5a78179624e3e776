package dev.hcp.platforms;

import dev.hcp.api.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a release image says of itself.
 *
 * @param image pull specification it was looked up by
 * @param version OpenShift version, such as {@code 4.17.3}
 * @param payloadArch architecture of the payload: {@code Multi}, {@code AMD64}, {@code ARM64}, {@code PPC64LE} or
 *     {@code S390X}
 * @param componentImages pull specification by component name; of the payload, and of what the control plane operator
 *     brings along under names such as {@code controlplane-operator} and {@code availability-prober}. A control plane
 *     reports those it needs and does not find here in condition ValidReleaseInfo
 * @param kubeVirtImage container disk that node pools on KubeVirt boot, by digest, when the payload has one
 * @param awsImages AMI by "region/architecture", such as {@code us-east-1/x86_64}
 * @param imageLabels labels of the control plane operator image, which announce its capabilities
 * @param extra anything else a catalogue knows. The SDK reads {@code openStackDisk} ({@link #openStackDisk()})
 */
public record ReleaseMetadata(
        String image,
        String version,
        String payloadArch,
        Map<String, String> componentImages,
        Optional<String> kubeVirtImage,
        Map<String, String> awsImages,
        Map<String, String> imageLabels,
        JsonObject extra) {
    public ReleaseMetadata {
        componentImages = Map.copyOf(componentImages);
        awsImages = Map.copyOf(awsImages);
        imageLabels = Map.copyOf(imageLabels);
    }

    /**
     * A disk image to download.
     *
     * @param location its address, of a compressed qcow2 file
     * @param sha256 digest of the file
     */
    public record DiskImage(String location, String sha256) {}

    /**
     * The disk image for OpenStack, from {@code openStackDisk} of {@link #extra()}, an object with {@code location} and
     * {@code sha256}. On KubeVirt it takes the place of a missing container disk where the user allows that.
     */
    public Optional<DiskImage> openStackDisk() {
        String location = extra.text("openStackDisk", "location");
        String sha256 = extra.text("openStackDisk", "sha256");
        return location == null || sha256 == null ? Optional.empty() : Optional.of(new DiskImage(location, sha256));
    }

    /** The same with a control plane operator whose image has these labels. */
    public ReleaseMetadata withImageLabels(Map<String, String> labels) {
        return new ReleaseMetadata(
                image, version, payloadArch, componentImages, kubeVirtImage, awsImages, labels, extra);
    }

    /** The same with some component images in place of those it has. */
    public ReleaseMetadata withComponentImages(Map<String, String> images) {
        if (images.isEmpty()) {
            return this;
        }
        Map<String, String> all = new HashMap<>(componentImages);
        all.putAll(images);
        return new ReleaseMetadata(image, version, payloadArch, all, kubeVirtImage, awsImages, imageLabels, extra);
    }

    /**
     * Whether the control plane operator of this release announces a capability, such as {@link
     * OperatorCapability#MANAGES_IGNITION_SERVER}. What it does not announce the HyperShift operator does in its place.
     */
    public boolean announces(OperatorCapability capability) {
        return imageLabels.containsKey(capability.label());
    }
}
