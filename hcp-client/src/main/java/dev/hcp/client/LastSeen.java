package dev.hcp.client;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedClusterStatus;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.NodePoolStatus;
import dev.hcp.api.hypershift.UpdateHistory;
import dev.hcp.client.status.StatusCondition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was last seen of hosted clusters and node pools, in words for progress and for messages. */
final class LastSeen {
    private LastSeen() {}

    /** What {@link Changes} tells of a cluster. */
    static Map<String, String> facts(HostedCluster cluster) {
        Map<String, String> facts = new LinkedHashMap<>();
        newestVersion(cluster)
                .ifPresent(entry -> facts.put(
                        "version",
                        (entry.getVersion() == null || entry.getVersion().isEmpty() ? "" : entry.getVersion() + " ")
                                + "is " + entry.getState()));
        Changes.conditions(StatusCondition.of(cluster), facts);
        return facts;
    }

    /** What {@link Changes} tells of a node pool. */
    static Map<String, String> facts(NodePool pool) {
        Map<String, String> facts = new LinkedHashMap<>();
        NodePoolStatus status = pool.getStatus();
        if (status != null && status.getReplicas() != null) {
            facts.put("has", status.getReplicas() + " nodes");
        }
        if (status != null && status.getVersion() != null) {
            facts.put("runs version", status.getVersion());
        }
        Changes.conditions(StatusCondition.of(pool), facts);
        return facts;
    }

    /** The newest entry of {@code status.version.history}. */
    static Optional<UpdateHistory> newestVersion(HostedCluster cluster) {
        HostedClusterStatus status = cluster.getStatus();
        return status == null || status.getVersion() == null
                ? Optional.empty()
                : status.getVersion().getHistory().stream().findFirst();
    }

    /** A cluster, for the end of a message. */
    static String ofCluster(Optional<HostedCluster> last) {
        if (last.isEmpty()) {
            return "It does not exist.";
        }
        StringBuilder text = new StringBuilder("Last seen:");
        newestVersion(last.get()).ifPresent(entry -> text.append("\n  version ")
                .append(entry.getVersion())
                .append(' ')
                .append(entry.getState()));
        appendState(StatusCondition.of(last.get()), last.get(), text);
        return text.toString();
    }

    /** A node pool, for the end of a message. */
    static String ofPool(Optional<NodePool> last) {
        if (last.isEmpty()) {
            return "It does not exist.";
        }
        NodePoolStatus status = last.get().getStatus();
        StringBuilder text = new StringBuilder("Last seen: ")
                .append(status == null || status.getReplicas() == null ? "no" : status.getReplicas())
                .append(" nodes");
        appendState(StatusCondition.of(last.get()), last.get(), text);
        return text.toString();
    }

    private static void appendState(List<StatusCondition> conditions, HasMetadata object, StringBuilder text) {
        conditions.forEach(condition -> text.append("\n  ").append(condition));
        if (object.isMarkedForDeletion()) {
            text.append("\n  being deleted, finalizers ")
                    .append(object.getMetadata().getFinalizers());
        }
    }
}
