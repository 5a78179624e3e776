package dev.hcp.reconcilers;

import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** Services whose metrics Prometheus collects; the specification is a tree, since nothing here reads it. */
@Group("monitoring.coreos.com")
@Version("v1")
public final class ServiceMonitor extends CustomResource<JsonObject, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;
}
