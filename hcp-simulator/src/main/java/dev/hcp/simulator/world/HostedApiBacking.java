package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;

/**
 * Whether the pods behind a hosted API server are there: a kube-apiserver that is ready, and a quorum of etcd members
 * unless etcd is somebody else's. Pods on nodes that are off do not count, even if nobody has noticed yet.
 */
final class HostedApiBacking {
    private static final String API_SERVER = "kube-apiserver";

    private final Objects objects;
    private final ResourceType controlPlanes;
    private final ResourceType deployments;
    private final ResourceType statefulSets;
    private final ResourceType pods;
    private final Power power;

    HostedApiBacking(Objects objects, Adversities adversities) {
        this.power = new Power(objects, adversities);
        this.pods = objects.resource("v1", "Pod");
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
        if (!power.isEverywhere()) {
            return objects.list(pods, namespace).stream()
                    .anyMatch(pod -> API_SERVER.equals(pod.text("metadata", "labels", "app"))
                            && !Meta.deleting(pod)
                            && power.runs(pod));
        }
        return objects.get(deployments, namespace, API_SERVER)
                .filter(deployment -> deployment.integer(0, "status", "readyReplicas") > 0)
                .isPresent();
    }

    private boolean etcdHasQuorum(String namespace, JsonObject controlPlane) {
        if ("Unmanaged".equals(controlPlane.text("spec", "etcd", "managementType"))) {
            return true;
        }
        return objects.get(statefulSets, namespace, EtcdQuorum.NAME)
                .filter(etcd -> EtcdQuorum.isReached(etcd, running(etcd)))
                .isPresent();
    }

    private long running(JsonObject etcd) {
        if (power.isEverywhere()) {
            return etcd.integer(0, "status", "readyReplicas");
        }
        return objects.ownedBy(Meta.uid(etcd)).stream()
                .filter(owned -> "Pod".equals(owned.text("kind")) && power.runs(owned))
                .count();
    }
}
