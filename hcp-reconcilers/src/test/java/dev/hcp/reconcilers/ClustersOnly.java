package dev.hcp.reconcilers;

import dev.hcp.platforms.ImageAccess;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.ReleaseNotFoundException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Releases that are only for clusters that ask with what is theirs. To look one up for no cluster is a mistake.
 *
 * @param admits whether the registry lets a cluster in
 */
public record ClustersOnly(Predicate<ImageAccess> admits, ReleaseCatalogue releases) implements ReleaseCatalogue {
    private static final ReleaseCatalogue CLOSED = image -> {
        throw new ReleaseNotFoundException("the registry refuses " + image);
    };

    @Override
    public ReleaseCatalogue with(ImageAccess access) {
        return admits.test(access) ? releases : CLOSED;
    }

    private static AssertionError mistake(String image) {
        return new AssertionError(image + " was looked up for no cluster; use ClusterReleases");
    }

    @Override
    public ReleaseMetadata lookup(String image) {
        throw mistake(image);
    }

    @Override
    public String payloadArch(String image) {
        throw mistake(image);
    }

    @Override
    public Optional<String> digest(String image) {
        throw mistake(image);
    }
}
