package dev.hcp.platforms;

import dev.hcp.api.hypershift.NodePoolPlatformStatus;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a platform found and wants before the rest of a pass over a node pool.
 *
 * @param findings conditions of the pool
 * @param moot types of conditions that say nothing of this pool, and are taken away
 * @param failure set when the pass cannot go on, with the message of its error
 * @param create objects to create where none of their name exist
 * @param delete objects to delete
 * @param status the platform's part of the pool's status; absent to leave it as it is
 * @param annotations annotations to add to the pool
 * @param bootSource what machines boot from and all else that their template depends on beside the specifications of pool
 *     and cluster, in a form that only the platform understands
 */
public record NodePoolPreparation(
        List<Finding> findings,
        List<String> moot,
        Optional<String> failure,
        List<HasMetadata> create,
        List<HasMetadata> delete,
        Optional<NodePoolPlatformStatus> status,
        Map<String, String> annotations,
        String bootSource) {
    /** Nothing to prepare. */
    public static final NodePoolPreparation NONE = new NodePoolPreparation(
            List.of(), List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), Map.of(), "");

    public NodePoolPreparation {
        findings = List.copyOf(findings);
        moot = List.copyOf(moot);
        create = List.copyOf(create);
        delete = List.copyOf(delete);
        annotations = Map.copyOf(annotations);
    }

    /** The pass ends with an error, after these findings. */
    public static NodePoolPreparation failed(List<Finding> findings, String message) {
        return new NodePoolPreparation(
                findings, List.of(), Optional.of(message), List.of(), List.of(), Optional.empty(), Map.of(), "");
    }

    /**
     * A condition of the pool.
     *
     * @param type its type, such as {@code ValidPlatformImage}
     * @param healthy whether its status is True
     * @param reason its reason
     * @param message its message
     */
    public record Finding(String type, boolean healthy, String reason, String message) {}
}
