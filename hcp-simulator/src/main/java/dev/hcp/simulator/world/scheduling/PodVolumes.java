package dev.hcp.simulator.world.scheduling;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.world.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the volume claims of a pod mean for where it may run. */
final class PodVolumes {
    private static final String CONFLICT = "node(s) had volume node affinity conflict";

    private final List<JsonArray> reachableFrom = new ArrayList<>();
    private final List<String> toBind = new ArrayList<>();
    private @Nullable String obstacle;

    /** Looks at the claims of a pod. */
    static PodVolumes of(JsonObject pod, Objects objects, Types types) {
        PodVolumes volumes = new PodVolumes();
        JsonArray list = pod.array("spec", "volumes");
        for (int i = 0; i < list.size() && volumes.obstacle == null; i++) {
            if (list.object(i).get("persistentVolumeClaim") instanceof JsonObject source) {
                volumes.add(String.valueOf(source.text("claimName")), Meta.namespace(pod), objects, types);
            }
        }
        return volumes;
    }

    /** The kinds of objects that storage is described by. */
    record Types(ResourceType claims, ResourceType volumes, ResourceType classes) {
        static Types of(Objects objects) {
            return new Types(
                    objects.resource("v1", "PersistentVolumeClaim"),
                    objects.resource("v1", "PersistentVolume"),
                    objects.resource("storage.k8s.io/v1", "StorageClass"));
        }
    }

    private void add(String name, String namespace, Objects objects, Types types) {
        Optional<JsonObject> found = objects.get(types.claims(), namespace, name);
        if (found.isEmpty()) {
            obstacle = "persistentvolumeclaim \"" + name + "\" not found";
            return;
        }
        JsonObject claim = found.get();
        if (Meta.deleting(claim)) {
            obstacle = "persistentvolumeclaim \"" + name + "\" is being deleted";
        } else if (!"Bound".equals(claim.text("status", "phase"))) {
            if (waitsForPod(claim, objects, types)) {
                toBind.add(name);
            } else {
                obstacle = "pod has unbound immediate PersistentVolumeClaims";
            }
        } else {
            objects.get(types.volumes(), "", String.valueOf(claim.text("spec", "volumeName")))
                    .map(volume -> volume.array("spec", "nodeAffinity", "required", "nodeSelectorTerms"))
                    .filter(terms -> !terms.isEmpty())
                    .ifPresent(reachableFrom::add);
        }
    }

    private static boolean waitsForPod(JsonObject claim, Objects objects, Types types) {
        String name = claim.text("spec", "storageClassName");
        return name != null
                && objects.get(types.classes(), "", name)
                        .filter(found -> "WaitForFirstConsumer".equals(found.text("volumeBindingMode")))
                        .isPresent();
    }

    /** What keeps the pod from running anywhere. */
    Optional<String> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    /** Claims whose volumes are made where the pod will be. */
    List<String> toBind() {
        return toBind;
    }

    /** Why a node is no good; null when it is. */
    @Nullable
    String refusal(NodeState node) {
        for (JsonArray terms : reachableFrom) {
            if (!NodeTerms.anyFits(terms, node)) {
                return CONFLICT;
            }
        }
        return null;
    }
}
