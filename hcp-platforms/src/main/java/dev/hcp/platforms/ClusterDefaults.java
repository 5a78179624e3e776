package dev.hcp.platforms;

import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * What a platform fills in to a user's HostedCluster.
 *
 * @param objects objects to create first, where they do not exist, such as a Secret that the patch refers to
 * @param patch JSON merge patch of the HostedCluster; empty for no change
 */
public record ClusterDefaults(List<HasMetadata> objects, JsonObject patch) {
    /** Nothing to fill in. */
    public static final ClusterDefaults NONE = new ClusterDefaults(List.of(), JsonObject.EMPTY);

    public ClusterDefaults {
        objects = List.copyOf(objects);
    }

    /** Whether there is nothing to fill in. */
    public boolean isEmpty() {
        return objects.isEmpty() && patch.isEmpty();
    }
}
