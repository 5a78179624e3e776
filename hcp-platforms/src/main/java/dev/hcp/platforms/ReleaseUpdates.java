package dev.hcp.platforms;

import java.util.List;
import java.util.Optional;

/**
 * Where a cluster may go from a version, as an update channel says.
 *
 * @param current the version it is at, as the channel knows it; empty when the channel does not have it
 * @param available updates that are recommended, the newest version first
 * @param conditional updates that are recommended unless a risk applies, the newest version first
 */
public record ReleaseUpdates(Optional<Update> current, List<Update> available, List<ConditionalUpdate> conditional) {
    /** What is said of a version that a channel does not have. */
    public static final ReleaseUpdates NONE = new ReleaseUpdates(Optional.empty(), List.of(), List.of());

    public ReleaseUpdates {
        available = List.copyOf(available);
        conditional = List.copyOf(conditional);
    }

    /**
     * A release that a channel has.
     *
     * @param url where it is described
     * @param channels the channels that have it, sorted
     */
    public record Update(String version, String image, String url, List<String> channels) {
        public Update {
            channels = List.copyOf(channels);
        }
    }

    /** An update with the risks it has for some clusters; at least one. */
    public record ConditionalUpdate(Update release, List<Risk> risks) {
        public ConditionalUpdate {
            risks = List.copyOf(risks);
        }
    }

    /**
     * A reason not to take an update.
     *
     * @param promql the query that tells whether a cluster is exposed; empty when every cluster is
     */
    public record Risk(String name, String message, String url, Optional<String> promql) {}
}
