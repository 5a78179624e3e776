package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.Conditions;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;

/** Whether what the control plane needs to reach an etcd of the user's is there. */
final class UnmanagedEtcd {
    private UnmanagedEtcd() {}

    /** Sets condition UnmanagedEtcdAvailable where the etcd is the user's. */
    static void report(ClusterView cluster, Conditions conditions, World world) {
        if (!cluster.text("etcd", "managementType").equals("Unmanaged")) {
            return;
        }
        Optional<String> problem = problem(cluster, world);
        conditions.set(
                ConditionTypes.UNMANAGED_ETCD_AVAILABLE,
                problem.isEmpty(),
                problem.isEmpty()
                        ? ConditionReasons.UNMANAGED_ETCD_AS_EXPECTED
                        : ConditionReasons.UNMANAGED_ETCD_MISCONFIGURED,
                problem.orElse(""));
    }

    private static Optional<String> problem(ClusterView cluster, World world) {
        Optional<String> noMetadata = Optional.of("etcd metadata not specified for unmanaged deployment");
        if (cluster.spec().object("etcd", "unmanaged").isEmpty()) {
            return noMetadata;
        }
        String secret = cluster.text("etcd", "unmanaged", "tls", "clientSecret", "name");
        Optional<JsonObject> found = world.tree(Secret.class, cluster.namespace(), secret);
        if (found.isEmpty()) {
            return Optional.of("missing TLS client secret " + secret);
        }
        if (cluster.text("etcd", "unmanaged", "endpoint").isEmpty()) {
            return noMetadata;
        }
        JsonObject data = found.get().object("data");
        String prefix = "etcd secret " + secret + " does not have client ";
        if (!data.containsKey("etcd-client.crt")) {
            return Optional.of(prefix + "cert");
        }
        if (!data.containsKey("etcd-client.key")) {
            return Optional.of(prefix + "key");
        }
        return data.containsKey("etcd-client-ca.crt") ? Optional.empty() : Optional.of(prefix + "ca");
    }
}
