package dev.hcp.simulator.world.scheduling;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.world.Meta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pod that is on a node, or nominated for one, as far as it matters to other pods. It shares its parts with the stored
 * object.
 *
 * @param node the node's name
 * @param owner uid of its controller; empty when it has none
 * @param since when it was created
 * @param keepsApart required terms of its anti-affinity
 * @param deleting whether it is about to go
 */
record PlacedPod(
        ObjectKey key,
        String uid,
        String node,
        String owner,
        String since,
        JsonObject labels,
        JsonObject spec,
        Demands demands,
        long priority,
        List<AffinityTerm> keepsApart,
        boolean deleting) {
    static PlacedPod of(JsonObject pod, String node, Quantities quantities) {
        JsonObject spec = pod.object("spec");
        ObjectKey key = ObjectKey.of(pod);
        return new PlacedPod(
                key,
                Meta.uid(pod),
                node,
                Meta.controller(pod)
                        .map(owner -> String.valueOf(owner.text("uid")))
                        .orElse(""),
                String.valueOf(pod.text("metadata", "creationTimestamp")),
                pod.object("metadata", "labels"),
                spec,
                Demands.of(spec, quantities),
                spec.integer(0, "priority"),
                AffinityTerm.required(spec, "podAntiAffinity", key.namespace()),
                Meta.deleting(pod));
    }

    /** A pod is the one that it is, whatever changes about it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlacedPod that && uid.equals(that.uid);
    }

    @Override
    public int hashCode() {
        return uid.hashCode();
    }
}
