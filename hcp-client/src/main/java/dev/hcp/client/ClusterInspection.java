package dev.hcp.client;

import dev.hcp.api.HcpException;
import dev.hcp.client.diagnosis.Diagnosis;
import dev.hcp.client.dump.ClusterDump;
import dev.hcp.client.status.ApiObjects;
import dev.hcp.client.status.ClusterStatus;
import dev.hcp.client.status.StatusReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Looks at a hosted cluster from both sides: that of the management cluster, and its own while that answers. */
final class ClusterInspection {
    private static final String VIRTUALIZATION = "openshift-cnv";

    private final HcpClient client;
    private final HostedClusterResource cluster;

    ClusterInspection(HcpClient client, HostedClusterResource cluster) {
        this.client = client;
        this.cluster = cluster;
    }

    ClusterStatus status() {
        return look().orElseThrow(cluster::missing);
    }

    LiveStatus follow(Consumer<ClusterStatus> listener, Consumer<HcpException> problems) {
        return LiveStatus.of(client.waits().watches(), cluster, this::look, listener, problems);
    }

    Diagnosis diagnose() {
        return Failures.explain("diagnose " + cluster, () -> {
                    try (GuestAccess guest = GuestAccess.open(cluster)) {
                        return Diagnosis.of(
                                management(), guest.objects(), cluster.namespace(), cluster.name(), client.now());
                    }
                })
                .orElseThrow(cluster::missing);
    }

    ClusterDump dump(Path directory) {
        ClusterStatus status = status();
        Set<String> namespaces = new LinkedHashSet<>(
                List.of(cluster.namespace(), cluster.controlPlaneNamespace(), client.operatorNamespace()));
        if (status.platform().equals("KubeVirt")) {
            namespaces.add(VIRTUALIZATION);
        }
        namespaces.add(cluster.agentNamespace());
        return Failures.explain("dump " + cluster, () -> {
            try (GuestAccess guest = GuestAccess.open(cluster)) {
                String unanswered = guest.problem().isEmpty()
                        ? ""
                        : "\nthe hosted cluster could not be asked: " + guest.problem() + "\n";
                return ClusterDump.write(
                        directory, management(), new ArrayList<>(namespaces), guest.objects(), status + unanswered);
            }
        });
    }

    private Optional<ClusterStatus> look() {
        return Failures.explain("read the status of " + cluster, () -> {
            try (GuestAccess guest = GuestAccess.open(cluster)) {
                return new StatusReader(management(), guest.objects()).read(cluster.namespace(), cluster.name());
            }
        });
    }

    private ApiObjects management() {
        return new ApiObjects(client.kubernetes());
    }
}
