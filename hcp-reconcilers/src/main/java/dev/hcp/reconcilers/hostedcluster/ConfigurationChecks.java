package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.HostedClusterChecks;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.Aggregate;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a HostedCluster can be honoured: the errors behind condition ValidConfiguration. */
final class ConfigurationChecks {
    private ConfigurationChecks() {}

    /**
     * What is wrong, as one message; empty when nothing is.
     *
     * @param networkProblems what is wrong with the networks
     */
    static Optional<String> problem(
            ClusterView cluster,
            HostedCluster typed,
            PlatformProvider platform,
            List<String> networkProblems,
            World world) {
        List<String> problems = new ArrayList<>();
        checkRoutes(cluster, world, problems);
        problems.addAll(SigningKeyCheck.problems(cluster, world));
        problems.addAll(platform.validate(typed, world));
        problems.addAll(HostedClusterChecks.clusterId(cluster.object()));
        problems.addAll(HostedClusterChecks.hostnames(cluster.object()));
        problems.addAll(networkProblems);
        checkTrustBundles(cluster, world, problems);
        problems.addAll(NamedCertificates.problems(cluster, world));
        return Aggregate.message(problems);
    }

    private static void checkRoutes(ClusterView cluster, World world, List<String> problems) {
        if (world.managementCluster().routes()) {
            return;
        }
        for (Object item : cluster.spec().array("services")) {
            if (item instanceof JsonObject mapping
                    && "Route".equals(mapping.text("servicePublishingStrategy", "type"))) {
                problems.add("cluster does not support Routes, but service \"" + mapping.text("service")
                        + "\" is exposed via a Route");
            }
        }
    }

    private static void checkTrustBundles(ClusterView cluster, World world, List<String> problems) {
        for (String name : List.of(
                cluster.text("additionalTrustBundle", "name"),
                cluster.text("configuration", "proxy", "trustedCA", "name"))) {
            if (name.isEmpty()) {
                continue;
            }
            Optional<JsonObject> bundle = world.tree(ConfigMap.class, cluster.namespace(), name);
            if (bundle.isEmpty()) {
                problems.add("failed to get configMap " + name + ": configmaps \"" + name + "\" not found");
            } else if (bundle.get().at("data", "ca-bundle.crt") == null) {
                problems.add("configMap " + name + " must have a ca-bundle.crt key");
            }
        }
    }
}
