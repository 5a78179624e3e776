package dev.hcp.samples.cli;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedClusterStatus;
import dev.hcp.api.hypershift.UpdateHistory;
import dev.hcp.client.HostedClusterResource;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waits for a new cluster and tells how far it is. */
final class Rollout {
    /** Conditions of a HostedCluster in the order in which they become True, and what they mean for it. */
    private static final List<Milestone> MILESTONES = List.of(
            new Milestone("ValidReleaseImage", "the operator has looked up the release"),
            new Milestone("InfrastructureReady", "the infrastructure is ready"),
            new Milestone("EtcdAvailable", "etcd is available"),
            new Milestone("KubeAPIServerAvailable", "the API server is available"),
            new Milestone("Available", "the control plane is available"));

    private record Milestone(String condition, String meaning) {}

    private Rollout() {}

    static void await(HostedClusterResource cluster, Duration timeout, Session session) {
        try (Progress progress = session.progress(cluster.name(), MILESTONES.size() + 1)) {
            cluster.await(
                    "complete its version",
                    now -> {
                        boolean complete = isComplete(now.getStatus());
                        report(now, complete, progress);
                        return complete;
                    },
                    timeout);
        }
    }

    private static void report(HostedCluster cluster, boolean complete, Progress progress) {
        if (complete) {
            progress.at(MILESTONES.size() + 1, "the version is complete");
            return;
        }
        for (int i = MILESTONES.size(); i > 0; i--) {
            Milestone milestone = MILESTONES.get(i - 1);
            if (isTrue(cluster.getStatus(), milestone.condition())) {
                progress.at(i, milestone.meaning());
                return;
            }
        }
        progress.at(0, "waiting for the operator");
    }

    private static boolean isTrue(@Nullable HostedClusterStatus status, String type) {
        return status != null
                && status.getConditions().stream()
                        .anyMatch(c -> type.equals(c.getType()) && "True".equals(c.getStatus()));
    }

    private static boolean isComplete(@Nullable HostedClusterStatus status) {
        if (status == null || status.getVersion() == null) {
            return false;
        }
        List<UpdateHistory> history = status.getVersion().getHistory();
        return !history.isEmpty() && history.get(0).getCompletionTime() != null;
    }
}
