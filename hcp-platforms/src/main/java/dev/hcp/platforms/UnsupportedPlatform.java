package dev.hcp.platforms;

import dev.hcp.api.hypershift.HostedCluster;
import java.util.Optional;

/** Stands in for a platform nobody provides: its clusters say so and can be deleted, and nothing is made for them. */
record UnsupportedPlatform(String platformType) implements PlatformProvider {
    @Override
    public Optional<String> unsupported(HostedCluster cluster, World world) {
        return Optional.of("unsupported platform: " + platformType);
    }
}
