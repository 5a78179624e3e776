package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.controlplane.ManagementComponents;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.Optional;

/** The certificate authorities that the management cluster trusts, and its control plane operators with it. */
final class TrustedAuthorities {
    private static final String NAME = ManagementComponents.TRUSTED_AUTHORITIES;
    private static final String KEY = "ca-bundle.crt";

    private TrustedAuthorities() {}

    /**
     * Copies them from the HyperShift operator's namespace.
     *
     * @return whether there are any
     */
    static boolean copy(ClusterView cluster, Pass pass) {
        Optional<Object> bundle = pass.tree(
                        ConfigMap.class, pass.managementCluster().operator().namespace(), NAME)
                .map(source -> source.at("data", KEY))
                .filter(value -> !"".equals(value));
        bundle.ifPresent(value ->
                pass.edit(ConfigMap.class, cluster.inControlPlane(NAME), copy -> copy.withAt(value, "data", KEY)));
        return bundle.isPresent();
    }
}
