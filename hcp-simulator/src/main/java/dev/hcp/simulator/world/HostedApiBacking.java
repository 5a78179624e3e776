package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;

/**
 * Whether the pods behind a hosted API server are there: a kube-apiserver that is ready, and a quorum of etcd members
 * unless etcd is somebody else's.
 */
final class HostedApiBacking {
    private final Objects objects;
    private final ResourceType controlPlanes;
    private final ResourceType deployments;
    private final ResourceType statefulSets;

    HostedApiBacking(Objects objects) {
        this.objects = objects;
        this.controlPlanes = objects.resource("hypershift.openshift.io/v1beta1", "HostedControlPlane");
        this.deployments = objects.resource("apps/v1", "Deployment");
        this.statefulSets = objects.resource("apps/v1", "StatefulSet");
    }

    /** Whether they are there in a control plane namespace. */
    boolean isThere(String namespace) {
        return objects.list(controlPlanes, namespace).stream()
                .anyMatch(controlPlane -> isThere(namespace, controlPlane));
    }

    /** Whether they are there for a HostedControlPlane. */
    boolean isThere(String namespace, JsonObject controlPlane) {
        return apiServerReady(namespace) && etcdHasQuorum(namespace, controlPlane);
    }

    private boolean apiServerReady(String namespace) {
        return objects.get(deployments, namespace, "kube-apiserver")
                .filter(deployment -> deployment.integer(0, "status", "readyReplicas") > 0)
                .isPresent();
    }

    private boolean etcdHasQuorum(String namespace, JsonObject controlPlane) {
        if ("Unmanaged".equals(controlPlane.text("spec", "etcd", "managementType"))) {
            return true;
        }
        return objects.get(statefulSets, namespace, "etcd")
                .filter(etcd ->
                        etcd.integer(0, "status", "readyReplicas") >= etcd.integer(1, "spec", "replicas") / 2 + 1)
                .isPresent();
    }
}
