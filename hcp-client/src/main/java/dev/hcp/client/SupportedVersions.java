package dev.hcp.client;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonSyntaxException;
import dev.hcp.api.value.ReleaseVersion;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;

/**
 * What the HyperShift operator of a management cluster can deploy, as it tells in the ConfigMap {@code
 * supported-versions} (documentation 6.3.2). Immutable.
 *
 * @param operator version of the operator; empty when it does not tell
 * @param versions minor versions of OpenShift, newest first, such as {@code 4.17}; none when it does not tell
 */
public record SupportedVersions(String operator, List<String> versions) {
    private static final String CONFIG_MAP = "supported-versions";

    /** Copies the list. */
    public SupportedVersions {
        versions = List.copyOf(versions);
    }

    static SupportedVersions read(KubernetesClient kubernetes, String operatorNamespace) {
        ConfigMap map = Failures.explain("read ConfigMap " + operatorNamespace + "/" + CONFIG_MAP, () -> kubernetes
                .configMaps()
                .inNamespace(operatorNamespace)
                .withName(CONFIG_MAP)
                .get());
        if (map == null) {
            throw new ResourceNotFoundException("config map " + operatorNamespace + "/" + CONFIG_MAP
                    + " does not exist: no HyperShift operator has run in that namespace");
        }
        Map<String, String> data = map.getData() == null ? Map.of() : map.getData();
        return new SupportedVersions(
                data.getOrDefault("server-version", ""), versions(data.getOrDefault("supported-versions", "{}")));
    }

    /** Whether a version is among them; any is where the operator does not tell. */
    boolean allows(ReleaseVersion version) {
        return versions.isEmpty() || versions.contains(version.minorLine());
    }

    private static List<String> versions(String json) {
        try {
            return Json.parseObject(json).array("versions").stream()
                    .map(String::valueOf)
                    .toList();
        } catch (JsonSyntaxException e) {
            throw new RequestFailedException(
                    "config map " + CONFIG_MAP + " does not list versions: " + e.getMessage(), List.of(), e);
        }
    }
}
