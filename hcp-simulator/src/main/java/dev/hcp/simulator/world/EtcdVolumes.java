package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.Fault.EtcdVolumeLost;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Volumes of etcd members whose data are lost. A member crashes on such a volume. On a new, empty one it is taken back in
 * by the others, if these are a quorum, and crashes as long as they are not.
 */
final class EtcdVolumes {
    private final Objects objects;
    private final ResourceType claims;
    private final ResourceType statefulSets;
    /** By pod, the uid of the claim whose volume has lost its data. */
    private final Map<ObjectKey, String> lost = new HashMap<>();

    EtcdVolumes(Objects objects, Adversities adversities) {
        this.objects = objects;
        this.claims = objects.resource("v1", "PersistentVolumeClaim");
        this.statefulSets = objects.resource("apps/v1", "StatefulSet");
        adversities.onChange(fault -> {
            if (fault instanceof EtcdVolumeLost volume) {
                if (adversities.find(EtcdVolumeLost.class, volume::equals).isPresent()) {
                    claim(pod(volume)).ifPresent(uid -> lost.put(pod(volume), uid));
                } else {
                    lost.remove(pod(volume));
                }
            }
        });
    }

    private static ObjectKey pod(EtcdVolumeLost fault) {
        return new ObjectKey(fault.namespace(), "etcd-" + fault.member());
    }

    private Optional<String> claim(ObjectKey pod) {
        return objects.get(claims, pod.namespace(), "data-" + pod.name()).map(Meta::uid);
    }

    /** The namespace that a fault concerns. */
    static Optional<String> namespaceOf(Fault fault) {
        return fault instanceof EtcdVolumeLost volume ? Optional.of(volume.namespace()) : Optional.empty();
    }

    /** The members of a namespace that have lost their data and are not back. */
    List<ObjectKey> waiting(String namespace) {
        return lost.isEmpty()
                ? List.of()
                : lost.keySet().stream()
                        .filter(pod -> pod.namespace().equals(namespace))
                        .sorted((left, right) -> left.name().compareTo(right.name()))
                        .toList();
    }

    /** Whether a pod crashes for want of its data. */
    boolean keepsDown(JsonObject pod) {
        if (lost.isEmpty()) {
            return false;
        }
        ObjectKey key = ObjectKey.of(pod);
        String uid = lost.get(key);
        if (uid == null) {
            return false;
        }
        boolean replaced = claim(key).filter(present -> !present.equals(uid)).isPresent();
        if (replaced && othersAreQuorum(key.namespace())) {
            lost.remove(key);
            return false;
        }
        return true;
    }

    /** Asks the pods: what their StatefulSet says may be of a time before the loss. */
    private boolean othersAreQuorum(String namespace) {
        Optional<JsonObject> etcd = objects.get(statefulSets, namespace, EtcdQuorum.NAME);
        return etcd.isPresent() && EtcdQuorum.isReached(etcd.get(), intact(etcd.get()));
    }

    private long intact(JsonObject etcd) {
        return objects.ownedBy(Meta.uid(etcd)).stream()
                .filter(owned -> "Pod".equals(owned.text("kind")))
                .filter(pod -> PodTemplates.ready(pod) && !lost.containsKey(ObjectKey.of(pod)))
                .count();
    }
}
