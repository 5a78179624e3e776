package dev.hcp.simulator.world;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.OperatorCapability;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.ReleaseNotFoundException;
import dev.hcp.platforms.ReleaseUpdates;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows the published OpenShift releases by rule: the tag says version and architecture, such as {@code
 * quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64}. Images by digest and those of other repositories are not
 * found. Update channels are known by rule, too: they name images by tag. Thread-safe.
 */
public final class ReleasesByTag implements ReleaseCatalogue {
    private static final Pattern OCP_RELEASE = Pattern.compile(
            "quay\\.io/openshift-release-dev/ocp-release:(4\\.\\d+\\.\\d+(?:-(?:ec|rc)\\.\\d+)?)-(\\w+)");
    private static final Map<String, String> ARCHITECTURES =
            Map.of("x86_64", "AMD64", "aarch64", "ARM64", "ppc64le", "PPC64LE", "s390x", "S390X", "multi", "Multi");
    private static final List<String> AWS_REGIONS = List.of(
            "ap-northeast-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "ca-central-1",
            "eu-central-1",
            "eu-west-1",
            "eu-west-2",
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2");

    private static final String REPOSITORY = "quay.io/openshift-release-dev/ocp-release";

    private final Map<String, ReleaseMetadata> known = new ConcurrentHashMap<>();
    private final UpdateGraph graph = new UpdateGraph(ReleasesByTag::image);
    private final Map<List<String>, ReleaseUpdates> updates = new ConcurrentHashMap<>();

    @Override
    public ReleaseMetadata lookup(String image) {
        ReleaseMetadata metadata = known.get(image);
        if (metadata != null) {
            return metadata;
        }
        ReleaseMetadata made = byRule(image);
        known.put(image, made);
        return made;
    }

    @Override
    public ReleaseUpdates updates(String version, String channel, String architecture) {
        return updates.computeIfAbsent(
                List.of(version, channel, architecture), asked -> graph.from(version, channel, architecture));
    }

    private static String image(String version, String architecture) {
        for (Map.Entry<String, String> known : ARCHITECTURES.entrySet()) {
            if (known.getValue().equals(architecture)) {
                return REPOSITORY + ":" + version + "-" + known.getKey();
            }
        }
        throw new HcpException("no release is built for architecture " + architecture);
    }

    private static ReleaseMetadata byRule(String image) {
        Matcher tag = OCP_RELEASE.matcher(image);
        String architecture = tag.matches() ? ARCHITECTURES.get(tag.group(2)) : null;
        if (architecture == null) {
            throw notFound(image);
        }
        String version = tag.group(1);
        Map<String, String> components = new TreeMap<>();
        for (String component : ReleaseComponents.NAMES) {
            components.put(component, payloadImage(version, component));
        }
        for (String component : ReleaseComponents.BROUGHT_BY_OPERATOR) {
            components.put(component, payloadImage(version, "hypershift"));
        }
        Map<String, String> amis = new TreeMap<>();
        for (String region : AWS_REGIONS) {
            for (String arch : List.of("x86_64", "aarch64")) {
                amis.put(
                        region + "/" + arch,
                        "ami-" + sha256(version + region + arch).substring(0, 17));
            }
        }
        return new ReleaseMetadata(
                image,
                version,
                architecture,
                components,
                Optional.of(payloadImage(version, "rhcos-kubevirt")),
                amis,
                OperatorCapability.allLabels(),
                JsonObject.of("kubernetesVersion", kubernetesVersion(version)));
    }

    /** OpenShift 4.y is built on Kubernetes 1.(y+13). */
    private static String kubernetesVersion(String version) {
        String[] parts = version.split("[.-]", 4);
        return "1." + (Integer.parseInt(parts[1]) + 13) + "." + parts[2];
    }

    private static String payloadImage(String version, String component) {
        return "quay.io/openshift-release-dev/ocp-v4.0-art-dev@sha256:" + sha256(version + " " + component);
    }

    private static ReleaseNotFoundException notFound(String image) {
        int slash = image.indexOf('/');
        String host = slash < 0 ? "docker.io" : image.substring(0, slash);
        if (!host.equals("quay.io") && host.contains(".") && !host.endsWith(".io")) {
            return new ReleaseNotFoundException("failed to obtain root manifest for " + image + ": Get \"https://"
                    + host + "/v2/\": dial tcp: lookup " + host + ": no such host");
        }
        return new ReleaseNotFoundException(
                "failed to obtain root manifest for " + image + ": manifest unknown: manifest unknown");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
