package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.ApiException;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import java.util.List;

/** Puts into each new namespace what Kubernetes does: the default service account and the cluster's root certificate. */
final class NamespaceDefaults implements Actor<String> {
    private static final String NAME = "root-ca-and-service-accounts";

    private final Objects objects;
    private final String certificateAuthority;
    private final ResourceType namespaces;

    NamespaceDefaults(Objects objects, String certificateAuthority) {
        this.objects = objects;
        this.certificateAuthority = certificateAuthority;
        this.namespaces = objects.resource("v1", "Namespace");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<String> context) {
        context.watch(
                "", "Namespace", change -> change.before() == null ? List.of(Meta.name(change.object())) : List.of());
    }

    @Override
    public Turn act(String key, ActorContext<String> context) {
        if (objects.get(namespaces, "", key)
                .filter(found -> !Meta.deleting(found))
                .isPresent()) {
            create("ServiceAccount", key, "default", JsonObject.EMPTY);
            create(
                    "ConfigMap",
                    key,
                    "kube-root-ca.crt",
                    JsonObject.of("data", JsonObject.of("ca.crt", certificateAuthority)));
        }
        return Turn.done();
    }

    private void create(String kind, String namespace, String name, JsonObject content) {
        try {
            objects.create(
                    objects.resource("v1", kind),
                    content.with("apiVersion", "v1")
                            .with("kind", kind)
                            .with("metadata", JsonObject.of("name", name, "namespace", namespace)),
                    NAME);
        } catch (ApiException e) {
            if (!e.reason().equals("AlreadyExists")) {
                throw e;
            }
        }
    }
}
