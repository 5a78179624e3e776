package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;

/** Tells the controller manager, which runs outside the cluster, the authorities that the cluster made for itself. */
final class ControllerManagerAuthorities {
    static final List<String> SOURCES = List.of("default-ingress-cert", "service-ca");

    private ControllerManagerAuthorities() {}

    static void reconcile(HostedPass pass) {
        StringBuilder certificates = new StringBuilder();
        for (String source : SOURCES) {
            pass.guest()
                    .tree(ConfigMap.class, ClusterCredentials.MANAGED_CONFIG, source)
                    .map(found -> found.text("data", "ca-bundle.crt"))
                    .ifPresent(certificates::append);
        }
        if (!certificates.isEmpty()) {
            pass.management()
                    .apply(
                            ConfigMap.class,
                            HostedPass.object(ConfigMap.class, pass.namespace(), "controller-manager-additional-ca")
                                    .with("data", JsonObject.of("additional-ca.crt", certificates.toString())));
        }
    }
}
