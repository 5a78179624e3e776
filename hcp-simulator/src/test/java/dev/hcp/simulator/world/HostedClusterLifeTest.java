package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.Objects;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostedClusterLifeTest {
    private final Cluster cluster = new Cluster(Simulator.builder());

    @AfterEach
    void stop() {
        cluster.close();
    }

    private void createCluster() {
        cluster.create("{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"clusters\"}}");
        cluster.create(
                """
                {"apiVersion": "v1", "kind": "Secret",
                 "metadata": {"name": "demo-pull-secret", "namespace": "clusters"},
                 "type": "kubernetes.io/dockerconfigjson",
                 "data": {".dockerconfigjson": "eyJhdXRocyI6eyJxdWF5LmlvIjp7ImF1dGgiOiJkR1Z6ZERwMFpYTjAifX19"}}
                """);
        cluster.create(
                """
                {"apiVersion": "hypershift.openshift.io/v1beta1", "kind": "HostedCluster",
                 "metadata": {"name": "demo", "namespace": "clusters"},
                 "spec": {
                   "release": {"image": "quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64"},
                   "pullSecret": {"name": "demo-pull-secret"},
                   "sshKey": {},
                   "infraID": "demo-fghij",
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
                """);
    }

    private void createNodePool(int replicas) {
        cluster.create(
                """
                {"apiVersion": "hypershift.openshift.io/v1beta1", "kind": "NodePool",
                 "metadata": {"name": "demo", "namespace": "clusters"},
                 "spec": {"clusterName": "demo", "replicas": %d,
                   "release": {"image": "quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64"},
                   "management": {"upgradeType": "Replace", "autoRepair": false},
                   "platform": {"type": "KubeVirt", "kubevirt": {
                     "compute": {"cores": 2, "memory": "8Gi"},
                     "rootVolume": {"type": "Persistent", "persistent": {"size": "32Gi"}}}}}}
                """.formatted(replicas));
    }

    private JsonObject hostedCluster() {
        return cluster.get("HostedCluster", "clusters", "demo");
    }

    @Test
    void a_hosted_cluster_with_three_nodes_is_completed_and_goes_without_a_trace() {
        createCluster();
        createNodePool(3);
        boolean completed = cluster.simulator.runUntil(
                () -> hostedCluster().array("status", "version", "history").stream()
                        .anyMatch(entry -> "Completed".equals(((JsonObject) entry).text("state"))),
                Duration.ofMinutes(40));
        System.out.println(cluster.simulator.history().text());
        assertThat(completed).isTrue();
    }
}
