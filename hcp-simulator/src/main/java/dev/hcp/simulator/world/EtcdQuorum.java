package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether enough etcd members of a control plane are ready, and what of it a kubelet sees: a kube-apiserver runs on without
 * them, but its readiness probe fails.
 */
final class EtcdQuorum {
    /** Name of the StatefulSet of the members. */
    static final String NAME = "etcd";

    private static final String API_SERVER = "kube-apiserver";

    private final Objects objects;
    private final ResourceType statefulSets;
    private final ResourceType pods;

    EtcdQuorum(Objects objects) {
        this.objects = objects;
        this.statefulSets = objects.resource("apps/v1", "StatefulSet");
        this.pods = objects.resource("v1", "Pod");
    }

    /** Whether so many members are enough for a StatefulSet of them. */
    static boolean isReached(JsonObject members, long running) {
        return running >= members.integer(1, "spec", "replicas") / 2 + 1;
    }

    private static boolean isReached(JsonObject members) {
        return isReached(members, members.integer(0, "status", "readyReplicas"));
    }

    /** The container of a pod that is not ready for want of etcd, or the empty text. An etcd of others is always there. */
    String unready(JsonObject pod) {
        boolean wanting = isApiServer(pod)
                && objects.get(statefulSets, Meta.namespace(pod), NAME)
                        .filter(members -> !isReached(members))
                        .isPresent();
        return wanting ? API_SERVER : "";
    }

    private static boolean isApiServer(JsonObject pod) {
        return API_SERVER.equals(pod.text("metadata", "labels", "app"));
    }

    /** The pods that a change of a StatefulSet concerns: it has reached a quorum, or lost it. */
    List<ObjectKey> concerned(Objects.Change change) {
        boolean etcd = NAME.equals(Meta.name(change.object()));
        if (!etcd || reached(change.before()) == reached(change.after())) {
            return List.of();
        }
        return objects.list(pods, Meta.namespace(change.object())).stream()
                .filter(EtcdQuorum::isApiServer)
                .map(ObjectKey::of)
                .toList();
    }

    private static boolean reached(@Nullable JsonObject members) {
        return members == null || isReached(members);
    }
}
