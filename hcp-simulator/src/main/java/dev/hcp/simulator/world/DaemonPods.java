package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.world.scheduling.Taint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pods of a daemon set look like. */
final class DaemonPods {
    static final String REVISION = "controller-revision-hash";
    private static final String GENERATION = "pod-template-generation";
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

    /** Taints of nodes that are not well do not drive such pods out, and do not keep them away. */
    private static final List<Taint> TOLERATED = List.of(
            new Taint("node.kubernetes.io/not-ready", "", Taint.NO_EXECUTE),
            new Taint("node.kubernetes.io/unreachable", "", Taint.NO_EXECUTE),
            new Taint("node.kubernetes.io/disk-pressure", "", Taint.NO_SCHEDULE),
            new Taint("node.kubernetes.io/memory-pressure", "", Taint.NO_SCHEDULE),
            new Taint("node.kubernetes.io/pid-pressure", "", Taint.NO_SCHEDULE),
            new Taint("node.kubernetes.io/unschedulable", "", Taint.NO_SCHEDULE));

    private static final Taint NO_NETWORK = new Taint("node.kubernetes.io/network-unavailable", "", Taint.NO_SCHEDULE);

    private DaemonPods() {}

    /** A pod of a set for no node yet. */
    static JsonObject template(JsonObject set, String name, String revision) {
        JsonObject template = set.object("spec", "template");
        JsonObject labels = template.object("metadata", "labels")
                .with(REVISION, revision)
                .with(GENERATION, String.valueOf(Meta.generation(set)));
        JsonObject spec = template.object("spec");
        List<@Nullable Object> tolerations = new ArrayList<>(spec.array("tolerations"));
        TOLERATED.forEach(taint -> tolerations.add(toleration(taint)));
        if (spec.isTrue("hostNetwork")) {
            tolerations.add(toleration(NO_NETWORK));
        }
        return PodTemplates.pod(
                set,
                template.withAt(labels, "metadata", "labels"),
                name,
                spec.with("tolerations", JsonArray.copyOf(tolerations)));
    }

    private static JsonObject toleration(Taint taint) {
        return JsonObject.of("effect", taint.effect(), "key", taint.key(), "operator", "Exists");
    }

    /** The same for a node, to which the scheduler will bring it. */
    static JsonObject on(JsonObject pod, String node) {
        JsonObject field = JsonObject.of("key", "metadata.name", "operator", "In", "values", JsonArray.of(node));
        JsonArray terms = pod.array("spec", "affinity", "nodeAffinity", REQUIRED, "nodeSelectorTerms");
        List<@Nullable Object> bound = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            bound.add(terms.object(i).with("matchFields", JsonArray.of(field)));
        }
        if (bound.isEmpty()) {
            bound.add(JsonObject.of("matchFields", JsonArray.of(field)));
        }
        return pod.withAt(JsonArray.copyOf(bound), "spec", "affinity", "nodeAffinity", REQUIRED, "nodeSelectorTerms");
    }

    /** The node that a pod is on, or for. */
    static String nodeOf(JsonObject pod) {
        String node = pod.text("spec", "nodeName");
        return node != null
                ? node
                : String.valueOf(pod.array("spec", "affinity", "nodeAffinity", REQUIRED, "nodeSelectorTerms")
                        .object(0)
                        .array("matchFields")
                        .object(0)
                        .array("values")
                        .get(0));
    }
}
