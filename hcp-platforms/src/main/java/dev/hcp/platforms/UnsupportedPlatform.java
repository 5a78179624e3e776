package dev.hcp.platforms;

import dev.hcp.api.hypershift.HostedCluster;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stands in for a platform nobody provides: its clusters say so and can be deleted, and nothing is made for them. */
record UnsupportedPlatform(String platformType) implements PlatformProvider {
    private static final Map<String, Set<String>> ARCHITECTURES = Map.of(
            "Azure", Set.of("amd64", "arm64"),
            "OpenStack", Set.of("amd64"),
            "PowerVS", Set.of("ppc64le"));

    @Override
    public Optional<String> unsupported(HostedCluster cluster, World world) {
        return Optional.of("unsupported platform: " + platformType);
    }

    /** Those of the reference operator, which has providers for more platforms. */
    @Override
    public Set<String> architectures() {
        return ARCHITECTURES.getOrDefault(platformType, Set.of());
    }
}
