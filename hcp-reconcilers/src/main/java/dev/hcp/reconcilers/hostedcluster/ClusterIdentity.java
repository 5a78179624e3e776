package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.reconcilers.Pass;

/** The identifiers of a cluster, and what follows from them. */
final class ClusterIdentity {
    private ClusterIdentity() {}

    /** Gives the cluster those that it lacks. */
    static void complete(ClusterView cluster, HostedCluster typed, PlatformProvider platform, Pass pass) {
        String purpose = cluster.key().toString();
        JsonObject.Builder missing = JsonObject.builder(2);
        if (cluster.text("clusterID").isEmpty()) {
            missing.put("clusterID", pass.keyMaterial().uuid(purpose + "/cluster-id"));
        }
        if (cluster.infraId().isEmpty()) {
            missing.put("infraID", InfraId.of(cluster.name(), pass.keyMaterial().nameSuffix(purpose + "/infra-id", 5)));
        }
        JsonObject identifiers = missing.build();
        HostedCluster identified = typed;
        if (!identifiers.isEmpty()) {
            pass.patch(HostedCluster.class, cluster.key(), JsonObject.of("spec", identifiers));
            identified = pass.get(HostedCluster.class, cluster.namespace(), cluster.name())
                    .orElse(typed);
        }
        JsonObject completion = platform.completion(identified, pass);
        if (!completion.isEmpty()) {
            pass.patch(HostedCluster.class, cluster.key(), completion);
        }
    }
}
