package dev.hcp.simulator.operator;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;

/** Cluster {@code demo} in namespace {@code clusters}, on KubeVirt. */
final class TestClusters {
    private TestClusters() {}

    static JsonObject namespace() {
        return Json.parseObject(
                "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"clusters\"}}");
    }

    static JsonObject pullSecret() {
        return Json.parseObject("""
                {"apiVersion": "v1", "kind": "Secret",
                 "metadata": {"name": "pull-secret", "namespace": "clusters"},
                 "type": "kubernetes.io/dockerconfigjson",
                 "data": {".dockerconfigjson": "eyJhdXRocyI6eyJxdWF5LmlvIjp7ImF1dGgiOiJkR1Z6ZERwMFpYTjAifX19"}}
                """);
    }

    static JsonObject hostedCluster(String version) {
        return Json.parseObject("""
                {"apiVersion": "hypershift.openshift.io/v1beta1", "kind": "HostedCluster",
                 "metadata": {"name": "demo", "namespace": "clusters"},
                 "spec": {
                   "release": {"image": "%s"},
                   "pullSecret": {"name": "pull-secret"},
                   "sshKey": {},
                   "controllerAvailabilityPolicy": "SingleReplica",
                   "networking": {"clusterNetwork": [{"cidr": "10.132.0.0/14"}],
                     "serviceNetwork": [{"cidr": "172.31.0.0/16"}], "networkType": "OVNKubernetes"},
                   "platform": {"type": "KubeVirt", "kubevirt": {"baseDomainPassthrough": true}},
                   "dns": {"baseDomain": ""},
                   "etcd": {"managementType": "Managed", "managed": {"storage": {"type": "PersistentVolume",
                     "persistentVolume": {"size": "8Gi"}}}},
                   "services": [
                     {"service": "APIServer", "servicePublishingStrategy": {"type": "LoadBalancer"}},
                     {"service": "Ignition", "servicePublishingStrategy": {"type": "Route"}},
                     {"service": "Konnectivity", "servicePublishingStrategy": {"type": "Route"}},
                     {"service": "OAuthServer", "servicePublishingStrategy": {"type": "Route"}}]}}
                """.formatted(image(version)));
    }

    static JsonObject nodePool(String version, int replicas) {
        return Json.parseObject("""
                {"apiVersion": "hypershift.openshift.io/v1beta1", "kind": "NodePool",
                 "metadata": {"name": "demo", "namespace": "clusters"},
                 "spec": {"clusterName": "demo", "replicas": %d,
                   "release": {"image": "%s"},
                   "management": {"upgradeType": "Replace", "autoRepair": false},
                   "platform": {"type": "KubeVirt", "kubevirt": {
                     "compute": {"cores": 2, "memory": "8Gi"},
                     "rootVolume": {"type": "Persistent", "persistent": {"size": "32Gi"}}}}}}
                """.formatted(replicas, image(version)));
    }

    static String image(String version) {
        return "quay.io/openshift-release-dev/ocp-release:" + version + "-x86_64";
    }
}
