package dev.hcp.simulator.world.kubevirt;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.world.Meta;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the operating system of a node in a hosted cluster says while it is exchanged. */
public final class NodeSoftware {
    private NodeSoftware() {}

    /** A node that reboots is missed: its kubelet does not report. */
    public static void silent(Objects inGuest, JsonObject node, Instant now) {
        GuestNode.setReady(inGuest, node, "Unknown", "NodeStatusUnknown", "Kubelet stopped posting node status.", now);
    }

    /**
     * A node is up again.
     *
     * @param release OpenShift version of its operating system; null when it is the one that it had
     */
    public static void running(Objects inGuest, JsonObject node, @Nullable String release, Instant now) {
        if (release != null) {
            JsonObject info = GuestNode.versions(release);
            inGuest.mergePatch(
                    inGuest.resource("v1", "Node"),
                    "",
                    Meta.name(node),
                    "status",
                    JsonObject.of("status", JsonObject.of("nodeInfo", info)),
                    "kubelet");
        }
        GuestNode.setReady(inGuest, node, "True", "KubeletReady", "kubelet is posting ready status", now);
    }
}
