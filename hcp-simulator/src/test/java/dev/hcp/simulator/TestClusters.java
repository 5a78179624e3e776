package dev.hcp.simulator;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;

/** Hosted clusters on KubeVirt in namespace {@code clusters}, as tests create them. */
public final class TestClusters {
    private TestClusters() {}

    public static JsonObject namespace() {
        return Json.parseObject(
                "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"clusters\"}}");
    }

    /** The pull secret of the cluster of that name. */
    public static JsonObject pullSecret(String cluster) {
        return Json.parseObject("""
                {"apiVersion": "v1", "kind": "Secret",
                 "metadata": {"name": "%s-pull-secret", "namespace": "clusters"},
                 "type": "kubernetes.io/dockerconfigjson",
                 "data": {".dockerconfigjson": "eyJhdXRocyI6eyJxdWF5LmlvIjp7ImF1dGgiOiJkR1Z6ZERwMFpYTjAifX19"}}
                """.formatted(cluster));
    }

    /** A highly available cluster. */
    public static JsonObject hostedCluster(String name, String version) {
        return Json.parseObject("""
                {"apiVersion": "hypershift.openshift.io/v1beta1", "kind": "HostedCluster",
                 "metadata": {"name": "%1$s", "namespace": "clusters"},
                 "spec": {
                   "release": {"image": "%2$s"},
                   "pullSecret": {"name": "%1$s-pull-secret"},
                   "sshKey": {},
                   "infraID": "%1$s-fghij",
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
                """.formatted(name, image(version)));
    }

    /** A pool of machines of the cluster of that name. */
    public static JsonObject nodePool(String name, String version, int replicas) {
        return Json.parseObject("""
                {"apiVersion": "hypershift.openshift.io/v1beta1", "kind": "NodePool",
                 "metadata": {"name": "%1$s", "namespace": "clusters"},
                 "spec": {"clusterName": "%1$s", "replicas": %2$d,
                   "release": {"image": "%3$s"},
                   "management": {"upgradeType": "Replace", "autoRepair": false},
                   "platform": {"type": "KubeVirt", "kubevirt": {
                     "compute": {"cores": 2, "memory": "8Gi"},
                     "rootVolume": {"type": "Persistent", "persistent": {"size": "32Gi"}}}}}}
                """.formatted(name, replicas, image(version)));
    }

    /** The release image of a version. */
    public static String image(String version) {
        return "quay.io/openshift-release-dev/ocp-release:" + version + "-x86_64";
    }
}
