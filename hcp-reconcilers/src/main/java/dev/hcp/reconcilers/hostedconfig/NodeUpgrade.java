package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.MachineConfigAnnotations;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A node that is upgraded in place, by what its annotations say. */
record NodeUpgrade(JsonObject node) {
    private static final String MIRROR = "kubernetes.io/config.mirror";

    /**
     * What a pool's nodes go from and to.
     *
     * @param current what a node runs that nobody has upgraded yet
     */
    record Versions(String current, String target) {}

    String name() {
        return ObjectKey.of(node).name();
    }

    /** Whether it runs the target and takes pods. */
    boolean isComplete(Versions versions) {
        String runs = annotation(MachineConfigAnnotations.CURRENT_CONFIG);
        if (runs == null) {
            return versions.current().equals(versions.target());
        }
        return runs.equals(versions.target()) && !isWorking();
    }

    /** Whether its daemon has given up. */
    boolean isDegraded() {
        return "Degraded".equals(annotation(MachineConfigAnnotations.STATE));
    }

    String reason() {
        return String.valueOf(annotation(MachineConfigAnnotations.REASON));
    }

    private boolean isDrainAsked() {
        return !Objects.equals(
                annotation(MachineConfigAnnotations.DESIRED_DRAIN),
                annotation(MachineConfigAnnotations.LAST_APPLIED_DRAIN));
    }

    /** Whether its daemon has something to do, or to finish. */
    boolean isWorking() {
        return isDrainAsked()
                || "Working".equals(annotation(MachineConfigAnnotations.STATE))
                || !Objects.equals(
                        annotation(MachineConfigAnnotations.CURRENT_CONFIG),
                        annotation(MachineConfigAnnotations.DESIRED_CONFIG));
    }

    private boolean isAvailable() {
        for (Object item : node.array("status", "conditions")) {
            if (item instanceof JsonObject condition && "Ready".equals(condition.text("type"))) {
                return "True".equals(condition.text("status")) && !node.isTrue("spec", "unschedulable");
            }
        }
        return false;
    }

    private @Nullable String annotation(String name) {
        return node.text("metadata", "annotations", name);
    }

    /** The nodes to begin with now: so many that no more than these are not available at the same time. */
    static List<NodeUpgrade> next(List<NodeUpgrade> nodes, Versions versions, int maxUnavailable) {
        List<NodeUpgrade> candidates = new ArrayList<>();
        int capacity = maxUnavailable;
        for (NodeUpgrade node : nodes) {
            if (!node.isAvailable() || node.isWorking()) {
                capacity--;
            }
            if (!versions.target().equals(node.annotation(MachineConfigAnnotations.DESIRED_CONFIG))) {
                candidates.add(node);
            }
        }
        return candidates.subList(0, Math.max(0, Math.min(capacity, candidates.size())));
    }

    /** Tells it what it shall run. */
    void begin(Pass guest, Versions versions) {
        JsonObject annotations = JsonObject.of(MachineConfigAnnotations.DESIRED_CONFIG, versions.target());
        if (annotation(MachineConfigAnnotations.CURRENT_CONFIG) == null) {
            annotations = annotations.with(MachineConfigAnnotations.CURRENT_CONFIG, versions.current());
        }
        annotate(guest, annotations, null);
    }

    private void annotate(Pass guest, JsonObject annotations, @Nullable JsonObject spec) {
        JsonObject patch = JsonObject.of("metadata", JsonObject.of("annotations", annotations));
        guest.patch(Node.class, ObjectKey.of(node), spec == null ? patch : patch.with("spec", spec));
    }

    /** The node as this pass has it by now. */
    Optional<NodeUpgrade> newest(Pass guest) {
        return guest.tree(Node.class, "", name()).map(NodeUpgrade::new);
    }

    /**
     * Does what the daemon asked for: lets pods leave the node, or come back.
     *
     * @param spared namespace whose pods stay: the daemon's own
     * @return whether nothing is left to do
     */
    boolean drainAsAsked(Pass guest, String spared) {
        String asked = annotation(MachineConfigAnnotations.DESIRED_DRAIN);
        if (asked == null || !isDrainAsked()) {
            return true;
        }
        boolean drain = asked.startsWith(MachineConfigAnnotations.DRAIN);
        JsonObject spec = JsonObject.of("unschedulable", drain ? Boolean.TRUE : null);
        if (drain) {
            guest.patch(Node.class, ObjectKey.of(node), JsonObject.of("spec", spec));
            if (!evict(guest, spared)) {
                return false;
            }
        }
        annotate(guest, JsonObject.of(MachineConfigAnnotations.LAST_APPLIED_DRAIN, asked), spec);
        return true;
    }

    private boolean evict(Pass guest, String spared) {
        boolean empty = true;
        for (JsonObject pod : guest.trees(Pod.class, "")) {
            ObjectKey key = ObjectKey.of(pod);
            if (name().equals(pod.text("spec", "nodeName")) && !key.namespace().equals(spared) && leaves(pod)) {
                empty = false;
                guest.evict(key);
            }
        }
        return empty;
    }

    private static boolean leaves(JsonObject pod) {
        if (pod.at("metadata", "annotations", MIRROR) != null) {
            return false;
        }
        for (Object item : pod.array("metadata", "ownerReferences")) {
            if (item instanceof JsonObject owner
                    && "DaemonSet".equals(owner.text("kind"))
                    && owner.isTrue("controller")) {
                return false;
            }
        }
        return true;
    }

    /** Name only; the node is long. */
    @Override
    public String toString() {
        return "NodeUpgrade[" + name() + "]";
    }
}
