package dev.hcp.reconcilers;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ImageAccess;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Release images as one cluster can read them: with its own pull secret and through its own mirrors. */
public final class ClusterReleases {
    private static final String DOCKER_CONFIG = ".dockerconfigjson";

    private ClusterReleases() {}

    /**
     * The catalogue for a cluster. Without a pull secret it reads what anybody may; that a pull secret is missing or has no
     * content is for those to say who need it.
     *
     * @param namespace where the cluster's pull secret is
     * @param spec of a HostedCluster or HostedControlPlane: {@code pullSecret} and {@code imageContentSources} are the same
     */
    public static ReleaseCatalogue of(World world, String namespace, JsonObject spec) {
        return world.releases().with(new ImageAccess(pullSecret(world, namespace, spec), mirrors(spec)));
    }

    private static String pullSecret(World world, String namespace, JsonObject spec) {
        return Optional.ofNullable(spec.text("pullSecret", "name"))
                .flatMap(name -> world.tree(Secret.class, namespace, name))
                .map(secret -> secret.text("data", DOCKER_CONFIG))
                .map(ClusterReleases::decoded)
                .orElse("");
    }

    private static String decoded(String data) {
        try {
            return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            // As it is: whoever wants to use it says that it is no pull secret.
            return data;
        }
    }

    private static Map<String, List<String>> mirrors(JsonObject spec) {
        Map<String, List<String>> mirrors = new LinkedHashMap<>();
        for (Object item : spec.array("imageContentSources")) {
            if (item instanceof JsonObject entry && entry.get("source") instanceof String source) {
                List<String> ofSource = entry.array("mirrors").stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
                if (!ofSource.isEmpty()) {
                    mirrors.put(source, ofSource);
                }
            }
        }
        return mirrors;
    }
}
