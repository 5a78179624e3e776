package dev.hcp.client;

import dev.hcp.api.configuration.FeatureSet;
import dev.hcp.api.configuration.IdentityProvider;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/** Settings of a hosted cluster that are more than a field: who logs in, which features there are, what encrypts Secrets. */
final class ClusterSettings {
    private final KubernetesClient kubernetes;
    private final HostedClusterResource cluster;

    ClusterSettings(KubernetesClient kubernetes, HostedClusterResource cluster) {
        this.kubernetes = kubernetes;
        this.cluster = cluster;
    }

    HostedCluster identityProviders(List<IdentityProvider> providers) {
        JsonArray all = JsonArray.copyOf(providers.stream().map(Json::toTree).toList());
        return configure("set identity providers of " + cluster, "oauth", JsonObject.of("identityProviders", all));
    }

    HostedCluster featureSet(FeatureSet features) {
        return configure(
                "choose the features of " + cluster, "featureGate", JsonObject.of("featureSet", features.value()));
    }

    HostedCluster encryptWith(String secret) {
        EncryptionKeys.check(kubernetes, cluster, secret);
        return Patches.change(
                kubernetes,
                cluster.subject(),
                "change the encryption key of " + cluster,
                List.of(),
                now -> EncryptionKeys.patch(now, secret));
    }

    private HostedCluster configure(String action, String part, JsonObject settings) {
        return cluster.patchSpec(action, JsonObject.of("configuration", JsonObject.of(part, settings)));
    }
}
