package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import java.util.List;

/** What is in every hosted cluster from its first moment, beyond what its API server brings. */
final class GuestBase {
    private static final List<String> NAMESPACES =
            List.of("openshift", "openshift-cluster-version", "openshift-config", "openshift-ingress");

    private GuestBase() {}

    static void ensure(Objects guest) {
        ResourceType namespaces = guest.resource("v1", "Namespace");
        for (String name : NAMESPACES) {
            if (guest.get(namespaces, "", name).isEmpty()) {
                JsonObject namespace =
                        JsonObject.of("apiVersion", "v1", "kind", "Namespace", "metadata", JsonObject.of("name", name));
                guest.create(namespaces, namespace, "cluster-version-operator");
            }
        }
    }
}
