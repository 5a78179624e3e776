package dev.hcp.reconcilers.operator;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import dev.hcp.platforms.ReleaseMetadata;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the manifests in a release image say. */
final class ReleasePayload {
    static final String REFERENCES = "release-manifests/image-references";
    static final String METADATA = "release-manifests/release-metadata";
    static final String BOOT_IMAGES = "release-manifests/0000_50_installer_coreos-bootimages.yaml";
    static final Set<String> FILES = Set.of(REFERENCES, METADATA, BOOT_IMAGES);

    /** The image of the control plane operator in a payload. */
    static final String OPERATOR = "hypershift";

    /** Programs that the control plane operator brings along. */
    private static final List<String> BROUGHT_BY_OPERATOR = List.of(
            "availability-prober",
            "controlplane-operator",
            "controlplane-pki-operator",
            "hosted-cluster-config-operator",
            "konnectivity-agent",
            "konnectivity-server",
            "socks5-proxy",
            "token-minter");

    private static final int YAML_DEPTH = 64;

    private final Map<String, byte[]> files;

    ReleasePayload(Map<String, byte[]> files) {
        this.files = files;
    }

    private String text(String file) {
        return new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
    }

    private JsonObject json(String file) {
        return Json.parseObject(text(file));
    }

    /** Pull specification by component. */
    Map<String, String> componentImages() {
        Map<String, String> images = new TreeMap<>();
        for (Object item : json(REFERENCES).array("spec", "tags")) {
            if (item instanceof JsonObject tag
                    && tag.get("name") instanceof String name
                    && tag.at("from", "name") instanceof String image) {
                images.put(name, image);
            }
        }
        String operator = images.get(OPERATOR);
        if (operator != null) {
            BROUGHT_BY_OPERATOR.forEach(program -> images.put(program, operator));
        }
        return images;
    }

    /**
     * All of it.
     *
     * @param arch architecture of the payload
     * @param operatorLabels labels of the control plane operator's image
     */
    ReleaseMetadata metadata(
            String image, String arch, Map<String, String> components, Map<String, String> operatorLabels) {
        String version = String.valueOf(json(METADATA).text("version"));
        JsonObject architectures = bootImages().object("architectures");
        Map<String, String> machineImages = new TreeMap<>();
        for (String architecture : architectures.keySet()) {
            JsonObject regions = architectures.object(architecture, "images", "aws", "regions");
            for (String region : regions.keySet()) {
                String machineImage = regions.text(region, "image");
                if (machineImage != null) {
                    machineImages.put(region + "/" + architecture, machineImage);
                }
            }
        }
        JsonObject disk = architectures.object("x86_64", "artifacts", "openstack", "formats", "qcow2.gz", "disk");
        JsonObject extra = disk.text("location") == null
                ? JsonObject.EMPTY
                : JsonObject.of(
                        "openStackDisk",
                        JsonObject.of("location", disk.text("location"), "sha256", disk.text("sha256")));
        return new ReleaseMetadata(
                image,
                version,
                arch,
                components,
                Optional.ofNullable(architectures.text("x86_64", "images", "kubevirt", "digest-ref")),
                machineImages,
                operatorLabels,
                extra);
    }

    private JsonObject bootImages() {
        for (Yaml.Document document : Yaml.documents(text(BOOT_IMAGES), YAML_DEPTH)) {
            if (document.value() instanceof JsonObject map && map.at("data", "stream") instanceof String stream) {
                return Json.parseObject(stream);
            }
        }
        return JsonObject.EMPTY;
    }

    /** Whether the metadata call the payload one for all architectures. */
    boolean isMultiArch() {
        return "multi".equals(json(METADATA).text("metadata", "release.openshift.io/architecture"));
    }

    /** The first of the files without which it is not a release; empty when all are there. */
    Optional<String> missing() {
        return List.of(REFERENCES, METADATA).stream()
                .filter(file -> !files.containsKey(file))
                .findFirst();
    }
}
