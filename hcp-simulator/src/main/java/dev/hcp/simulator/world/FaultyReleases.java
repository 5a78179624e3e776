package dev.hcp.simulator.world;

import dev.hcp.platforms.ImageAccess;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.ReleaseNotFoundException;
import dev.hcp.platforms.ReleaseUpdates;
import dev.hcp.simulator.faults.Fault;
import java.util.Optional;

/** Release images with what is broken about them. */
final class FaultyReleases implements ReleaseCatalogue {
    private final ReleaseCatalogue releases;
    private final Adversities adversities;

    FaultyReleases(ReleaseCatalogue releases, Adversities adversities) {
        this.releases = releases;
        this.adversities = adversities;
    }

    @Override
    public ReleaseCatalogue with(ImageAccess access) {
        ReleaseCatalogue seen = releases.with(access);
        return seen == releases ? this : new FaultyReleases(seen, adversities);
    }

    @Override
    public ReleaseMetadata lookup(String image) {
        requireReadable(image);
        ReleaseMetadata known = releases.lookup(image);
        return architecture(image)
                .map(other -> new ReleaseMetadata(
                        known.image(),
                        known.version(),
                        other,
                        known.componentImages(),
                        known.kubeVirtImage(),
                        known.awsImages(),
                        known.imageLabels(),
                        known.extra()))
                .orElse(known);
    }

    @Override
    public String payloadArch(String image) {
        requireReadable(image);
        return architecture(image).orElseGet(() -> releases.payloadArch(image));
    }

    @Override
    public Optional<String> digest(String image) {
        return releases.digest(image);
    }

    private void requireReadable(String image) {
        Optional<Fault.ReleaseUnreadable> fault =
                adversities.find(Fault.ReleaseUnreadable.class, each -> Adversities.selects(each.image(), image));
        if (fault.isPresent()) {
            throw new ReleaseNotFoundException(fault.get().message());
        }
    }

    private Optional<String> architecture(String image) {
        return adversities
                .find(Fault.ReleaseOfArchitecture.class, each -> each.image().equals(image))
                .map(Fault.ReleaseOfArchitecture::architecture);
    }

    @Override
    public ReleaseUpdates updates(String version, String channel, String architecture) {
        return releases.updates(version, channel, architecture);
    }
}
