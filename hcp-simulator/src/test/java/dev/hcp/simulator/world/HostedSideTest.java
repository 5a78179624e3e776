package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.ApiException;
import dev.hcp.simulator.apiserver.Objects;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a hosted cluster shows of its HostedCluster, and the other way round. */
class HostedSideTest {
    private static final String CONFIG = "config.openshift.io/v1";
    private static final String IMAGE = "quay.io/openshift-release-dev/ocp-release:%s-x86_64";

    private final Cluster cluster = new Cluster(Simulator.builder());

    @BeforeEach
    void a_cluster_with_a_node() {
        cluster.createHostedCluster("demo");
        cluster.createNodePool("demo", 1);
        cluster.settle();
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private JsonObject hosted() {
        return cluster.get("HostedCluster", "clusters", "demo");
    }

    private Objects guest() {
        return cluster.simulator.guest("clusters", "demo").orElseThrow();
    }

    private Optional<JsonObject> inGuest(String apiVersion, String kind, String namespace, String name) {
        return guest().get(guest().resource(apiVersion, kind), namespace, name);
    }

    private void change(String spec) {
        cluster.patch("HostedCluster", "clusters", "demo", "{\"spec\": " + spec + "}");
        cluster.settle();
    }

    private void update(String version) {
        change("{\"release\": {\"image\": \"" + IMAGE.formatted(version) + "\"}}");
    }

    private String condition(String type) {
        JsonObject condition = Cluster.condition(hosted(), type);
        return condition.text("status") + " " + condition.text("reason") + " " + condition.text("message");
    }

    private void comesTo(String type, String state) {
        assertThat(cluster.simulator.runUntil(() -> condition(type).startsWith(state), Duration.ofHours(1)))
                .as(() -> type + " comes to " + state + ", is " + condition(type))
                .isTrue();
    }

    @Test
    void an_update_is_told_in_the_history_and_stands_in_the_way_of_the_next_minor_version_while_it_lasts() {
        cluster.patch(
                "HostedCluster",
                "clusters",
                "demo",
                "{\"spec\": {\"release\": {\"image\": \"" + IMAGE.formatted("4.17.1") + "\"}}}");
        assertThat(cluster.simulator.runUntil(
                        () -> hosted().array("status", "version", "history").size() == 2, Duration.ofHours(1)))
                .isTrue();
        assertThat(condition("ClusterVersionUpgradeable")).startsWith("False UpdateInProgress");
        cluster.settle();

        JsonArray history = hosted().array("status", "version", "history");
        assertThat(history)
                .extracting(entry -> ((JsonObject) entry).text("version") + " " + ((JsonObject) entry).text("state"))
                .containsExactly("4.17.1 Completed", "4.17.0 Completed");
        assertThat(condition("ClusterVersionUpgradeable")).startsWith("True FromClusterVersion");
    }

    @Test
    void the_channel_says_which_updates_there_are() {
        assertThat(hosted().at("status", "version", "availableUpdates")).isNull();

        change("{\"channel\": \"stable-4.17\"}");

        JsonObject version = hosted().object("status", "version");
        assertThat(version.array("availableUpdates")).hasSize(UpdateGraph.PATCHES);
        assertThat(version.array("availableUpdates").object(0).text("version")).isEqualTo("4.17.20");
        assertThat(version.array("availableUpdates").object(0).text("image")).isEqualTo(IMAGE.formatted("4.17.20"));
        assertThat(version.object("desired").array("channels")).contains("stable-4.17", "stable-4.18", "eus-4.18");

        change("{\"channel\": \"stable-4.18\"}");
        assertThat(hosted().array("status", "version", "availableUpdates")
                        .object(0)
                        .text("version"))
                .isEqualTo("4.18.20");

        change("{\"channel\": \"stable-4.16\"}");
        assertThat(hosted().at("status", "version", "availableUpdates")).isNull();
        JsonObject inside = inGuest(CONFIG, "ClusterVersion", "", "version").orElseThrow();
        assertThat(Cluster.condition(inside, "RetrievedUpdates").text("reason")).isEqualTo("VersionNotFound");
    }

    @Test
    void a_technology_preview_is_for_good_and_holds_back_the_next_minor_version_but_no_patch() {
        change("{\"configuration\": {\"featureGate\": {\"featureSet\": \"TechPreviewNoUpgrade\"}}}");

        assertThat(condition("ClusterVersionUpgradeable"))
                .startsWith("False FeatureGates_RestrictedFeatureGates_TechPreviewNoUpgrade");
        assertThatThrownBy(() -> change("{\"configuration\": {\"featureGate\": {\"featureSet\": \"\"}}}"))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("TechPreviewNoUpgrade may not be changed");
        cluster.patch("HostedCluster", "clusters", "demo", "{\"spec\": {\"configuration\": null}}");
        cluster.simulator.advance(Duration.ofMinutes(2));
        assertThat(inGuest(CONFIG, "FeatureGate", "", "cluster").orElseThrow().text("spec", "featureSet"))
                .isEqualTo("TechPreviewNoUpgrade");

        update("4.17.1");
        assertThat(hosted().array("status", "version", "history").object(0).text("version"))
                .isEqualTo("4.17.1");
    }

    @Test
    void a_cluster_has_the_size_of_its_nodes_where_there_are_sizes() {
        assertThat(condition("ClusterSizeComputed")).startsWith("null");
        Objects objects = cluster.simulator.objects();
        objects.create(
                objects.resource("scheduling.hypershift.openshift.io/v1alpha1", "ClusterSizingConfiguration"),
                Json.parseObject("""
                        {"metadata": {"name": "cluster"}, "spec": {"sizes": [
                          {"name": "tiny", "criteria": {"from": 0, "to": 1}},
                          {"name": "huge", "criteria": {"from": 2}}]}}
                        """),
                "test");
        cluster.settle();
        assertThat(condition("ClusterSizeComputed")).startsWith("True tiny ");

        cluster.patch("NodePool", "clusters", "demo", "{\"spec\": {\"replicas\": 2}}");
        comesTo("ClusterSizeTransitionPending", "True TransitionDelayNotElapsed");
        comesTo("ClusterSizeComputed", "True huge");
        cluster.settle();
        assertThat(hosted().text("metadata", "labels", "hypershift.openshift.io/hosted-cluster-size"))
                .isEqualTo("huge");
        assertThat(condition("Available")).startsWith("True ");
    }

    @Test
    void an_operator_that_objects_holds_back_the_next_minor_version() {
        update("4.17.1");
        Objects guest = guest();
        JsonObject console = inGuest(CONFIG, "ClusterOperator", "", "console").orElseThrow();
        JsonArray conditions = new ConditionList(console.array("status", "conditions"), cluster.simulator.now())
                .set("Upgradeable", false, "Reason", "not now")
                .build();
        guest.update(
                guest.resource(CONFIG, "ClusterOperator"),
                "status",
                console.with("status", console.object("status").with("conditions", conditions)),
                "test");
        cluster.settle();

        assertThat(condition("ClusterVersionUpgradeable"))
                .isEqualTo(
                        "False Reason Cluster operator console should not be upgraded between minor versions: not now");
    }

    @Test
    void what_the_hosted_cluster_says_of_login_mirrors_proxy_and_trust_is_in_the_cluster() {
        assertThat(inGuest("v1", "Secret", "kube-system", "kubeadmin")).isPresent();
        cluster.create("""
                {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "users", "namespace": "clusters"},
                 "data": {"htpasswd": "dTpo"}}
                """);
        cluster.create("""
                {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "trust", "namespace": "clusters"},
                 "data": {"ca-bundle.crt": "an authority"}}
                """);
        change("""
                {"additionalTrustBundle": {"name": "trust"},
                 "imageContentSources": [{"source": "quay.io/a", "mirrors": ["mirror/a"]}],
                 "configuration": {"proxy": {"httpProxy": "http://proxy:3128"},
                   "oauth": {"identityProviders": [{"name": "local", "type": "HTPasswd", "mappingMethod": "claim",
                     "htpasswd": {"fileData": {"name": "users"}}}]}}}
                """);

        assertThat(inGuest("v1", "Secret", "kube-system", "kubeadmin")).isEmpty();
        assertThat(inGuest("v1", "Secret", "openshift-config", "users")).isPresent();
        assertThat(inGuest(CONFIG, "OAuth", "", "cluster").orElseThrow().array("spec", "identityProviders"))
                .hasSize(1);
        assertThat(inGuest(CONFIG, "ImageDigestMirrorSet", "", "cluster")).isPresent();
        assertThat(inGuest(CONFIG, "Proxy", "", "cluster").orElseThrow().text("status", "noProxy"))
                .contains("10.132.0.0/14");
        assertThat(inGuest("v1", "ConfigMap", "openshift-config", "user-ca-bundle")
                        .orElseThrow()
                        .text("data", "ca-bundle.crt"))
                .isEqualTo("an authority");
    }

    @Test
    void what_the_cluster_made_in_the_cloud_goes_before_its_control_plane_when_that_is_asked_for() {
        Objects guest = guest();
        guest.create(
                guest.resource("v1", "Service"),
                Json.parseObject("{\"metadata\": {\"name\": \"lb\", \"namespace\": \"default\", \"finalizers\":"
                        + " [\"service.kubernetes.io/load-balancer-cleanup\"]},"
                        + " \"spec\": {\"type\": \"LoadBalancer\", \"ports\": [{\"port\": 80}]}}"),
                "test");
        cluster.patch(
                "HostedCluster",
                "clusters",
                "demo",
                "{\"metadata\": {\"annotations\": {\"hypershift.openshift.io/cleanup-cloud-resources\": \"true\"}}}");
        cluster.settle();
        cluster.delete("HostedCluster", "clusters", "demo");

        assertThat(cluster.simulator.runUntil(
                        () -> cluster.find("HostedControlPlane", "clusters-demo", "demo")
                                .map(found -> Cluster.condition(found, "CloudResourcesDestroyed")
                                        .text("message"))
                                .filter(message -> message.startsWith("Remaining resources: ")
                                        && message.contains("ingress-controllers,loadbalancers"))
                                .isPresent(),
                        Duration.ofMinutes(20)))
                .as(() -> cluster.simulator.history().text())
                .isTrue();
        assertThat(cluster.simulator.runUntil(
                        () -> cluster.find("HostedControlPlane", "clusters-demo", "demo")
                                .map(found -> Cluster.condition(found, "CloudResourcesDestroyed")
                                        .text("status"))
                                .filter("True"::equals)
                                .isPresent(),
                        Duration.ofMinutes(5)))
                .isTrue();
        assertThat(cluster.simulator.runUntil(
                        () -> cluster.find("HostedCluster", "clusters", "demo").isEmpty(), Duration.ofMinutes(30)))
                .isTrue();
    }
}
