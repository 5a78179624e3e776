package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.controlplane.ManagementComponents;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.Optional;

/** The certificate authorities that the management cluster trusts, and its control plane operators with it. */
final class TrustedAuthorities {
    private static final String NAME = ManagementComponents.TRUSTED_AUTHORITIES;
    private static final String KEY = "ca-bundle.crt";

    private final Pass pass;
    private final Optional<Object> bundle;

    /** Those of the management cluster that a pass is over. */
    TrustedAuthorities(Pass pass) {
        this.pass = pass;
        this.bundle = pass.tree(
                        ConfigMap.class, pass.managementCluster().operator().namespace(), NAME)
                .map(source -> source.at("data", KEY))
                .filter(value -> !"".equals(value));
    }

    /** Whether there are any besides those that everybody trusts. */
    boolean any() {
        return bundle.isPresent();
    }

    /** Copies them from the HyperShift operator's namespace. */
    void copyFor(ClusterView cluster) {
        bundle.ifPresent(value ->
                pass.edit(ConfigMap.class, cluster.inControlPlane(NAME), copy -> copy.withAt(value, "data", KEY)));
    }
}
