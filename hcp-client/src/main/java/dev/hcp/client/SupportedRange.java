package dev.hcp.client;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.JsonSyntaxException;
import dev.hcp.api.names.Labels;
import dev.hcp.api.value.ReleaseVersion;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Objects;

/**
 * The minor versions that the HyperShift operator supports, as its ConfigMap {@code supported-versions} says.
 *
 * @param lines such as {@code 4.17}; none where nothing says it
 */
record SupportedRange(List<String> lines) {
    private static final String KEY = "supported-versions";

    static SupportedRange read(KubernetesClient kubernetes) {
        List<ConfigMap> found = Failures.explain("read which versions are supported", () -> kubernetes
                .configMaps()
                .inAnyNamespace()
                .withLabel(Labels.SUPPORTED_VERSIONS, "true")
                .list()
                .getItems());
        return new SupportedRange(found.stream()
                .map(ConfigMap::getData)
                .filter(data -> data != null && data.containsKey(KEY))
                .flatMap(data -> lines(data.get(KEY)).stream())
                .distinct()
                .toList());
    }

    private static List<String> lines(String json) {
        try {
            JsonObject object = Json.parseObject(json);
            return object.array("versions").stream()
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .toList();
        } catch (JsonSyntaxException e) {
            // A list that nobody can read supports nothing and forbids nothing.
            return List.of();
        }
    }

    boolean allows(ReleaseVersion version) {
        return lines.isEmpty() || lines.contains(version.minorLine());
    }
}
