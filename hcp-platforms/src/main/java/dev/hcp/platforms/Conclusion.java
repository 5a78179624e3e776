package dev.hcp.platforms;

import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.Optional;

/**
 * What a platform found when everything else of a pass over a HostedCluster was done.
 *
 * @param conditions conditions to set
 * @param finalizers finalizers the platform wants on the HostedCluster
 * @param failure why the pass failed, if it did
 */
public record Conclusion(List<Condition> conditions, List<String> finalizers, Optional<String> failure) {
    /** Nothing to say. */
    public static final Conclusion NOTHING = new Conclusion(List.of(), List.of(), Optional.empty());

    public Conclusion {
        conditions = List.copyOf(conditions);
        finalizers = List.copyOf(finalizers);
    }
}
