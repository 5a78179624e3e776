package dev.hcp.simulator;

import dev.hcp.api.HcpException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A node of the management cluster, on which pods of control planes run. Immutable: each method returns a changed copy.
 *
 * @param name its name, and its host name
 * @param zone its zone
 * @param labels labels beyond those that every node has
 * @param taints taints as {@code key=value:Effect} or {@code key:Effect}
 * @param cpu processors that pods may use
 * @param memory memory that pods may use
 * @param pods how many pods it takes: the {@code maxPods} setting of its kubelet
 */
public record ManagementNode(
        String name,
        String zone,
        Map<String, String> labels,
        List<String> taints,
        String cpu,
        String memory,
        int pods) {
    /** Checks and copies. */
    public ManagementNode {
        if (name.isEmpty()) {
            throw new HcpException("a management node has a name; got an empty one");
        }
        if (pods < 0) {
            throw new HcpException("a node takes 0 pods or more; got " + pods + " for " + name);
        }
        for (String taint : taints) {
            if (taint.indexOf(':') < 1) {
                throw new HcpException(
                        "a taint is written key=value:Effect or key:Effect; got \"" + taint + "\" for " + name);
            }
        }
        labels = Map.copyOf(labels);
        taints = List.copyOf(taints);
    }

    /** A node with 64 processors, 256 GiB and 500 pods, in zone {@code zone-a}. */
    public static ManagementNode named(String name) {
        return new ManagementNode(name, "zone-a", Map.of(), List.of(), "64", "256Gi", 500);
    }

    /** In another zone. */
    public ManagementNode inZone(String other) {
        return new ManagementNode(name, other, labels, taints, cpu, memory, pods);
    }

    /** With one more label. */
    public ManagementNode labelled(String key, String value) {
        Map<String, String> more = new TreeMap<>(labels);
        more.put(key, value);
        return new ManagementNode(name, zone, more, taints, cpu, memory, pods);
    }

    /** With one more taint, such as {@code hypershift.openshift.io/control-plane=true:NoSchedule}. */
    public ManagementNode tainted(String taint) {
        List<String> more = new ArrayList<>(taints);
        more.add(taint);
        return new ManagementNode(name, zone, labels, more, cpu, memory, pods);
    }

    /** With both the label and the taint that set it aside for hosted control planes. */
    public ManagementNode forControlPlanes() {
        return dedicated("hypershift.openshift.io/control-plane", "true");
    }

    /**
     * With both the label and the taint that set it aside for one hosted control plane.
     *
     * @param controlPlaneNamespace namespace of the control plane, such as {@code clusters-demo}
     */
    public ManagementNode forControlPlane(String controlPlaneNamespace) {
        return dedicated("hypershift.openshift.io/cluster", controlPlaneNamespace);
    }

    private ManagementNode dedicated(String key, String value) {
        return labelled(key, value).tainted(key + "=" + value + ":NoSchedule");
    }

    /** With other allocatable processors, such as {@code 16} or {@code 3500m}, and memory, such as {@code 64Gi}. */
    public ManagementNode offering(String processors, String ram) {
        return new ManagementNode(name, zone, labels, taints, processors, ram, pods);
    }

    /** With another limit of pods. */
    public ManagementNode takingPods(int limit) {
        return new ManagementNode(name, zone, labels, taints, cpu, memory, limit);
    }
}
