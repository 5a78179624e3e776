package dev.hcp.reconcilers.hostedconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.openshift.ClusterVersion;
import dev.hcp.api.openshift.ImageDigestMirrorSet;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.WorldFixture;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterConfigurationTest {
    private TwoWorlds worlds = new TwoWorlds("None");

    private void on(String platform) {
        worlds = new TwoWorlds(platform);
    }

    @Test
    void nothing_is_done_while_the_hosted_api_server_does_not_answer_and_it_is_looked_at_again() {
        worlds.management.hostedApisAnswer(false);

        Plan plan = worlds.pass();

        assertThat(plan.intents()).isEmpty();
        assertThat(plan.requeueAfter()).contains(Duration.ofSeconds(30));
    }

    @Test
    void nothing_is_done_while_the_control_plane_is_paused() {
        worlds.change("{\"spec\": {\"pausedUntil\": \"true\"}}");

        assertThat(worlds.pass()).isEqualTo(Plan.NOTHING);
    }

    @Test
    void a_second_pass_finds_all_as_it_should_be() {
        worlds.pass();

        assertThat(worlds.pass()).isEqualTo(Plan.NOTHING);
        assertThat(new HostedClusterConfigReconciler()
                        .reconcile(
                                Json.toType(worlds.controlPlane(), dev.hcp.api.hypershift.HostedControlPlane.class),
                                worlds.management))
                .as("by one that remembers nothing")
                .isEqualTo(Plan.NOTHING);
    }

    @Test
    void what_somebody_changes_in_the_cluster_is_put_right() {
        worlds.settle();
        Map<String, JsonObject> before = worlds.guestObjects();
        worlds.guest.store.patch(
                PlainStore.kindOf(ConfigKinds.Dns.class),
                new ObjectKey("", "cluster"),
                JsonObject.of("spec", JsonObject.of("baseDomain", "elsewhere.org")));
        worlds.guest.store.delete(
                PlainStore.kindOf(Secret.class), new ObjectKey("openshift-config", "pull-secret"), WorldFixture.NOW);

        worlds.settle();

        assertThat(worlds.guestObjects()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"-, demo.example.com", "'', example.com", "other, other.example.com"})
    void the_domain_is_the_prefix_before_the_base_domain(String prefix, String domain) {
        if (!prefix.equals("-")) {
            worlds.change(
                    "{\"spec\": {\"dns\": {\"baseDomainPrefix\": \"" + prefix + "\", \"publicZoneID\": \"Z1\"}}}");
        }
        worlds.settle();

        assertThat(worlds.setting(ConfigKinds.Dns.class).text("baseDomain")).isEqualTo(domain);
        assertThat(worlds.setting(ConfigKinds.Ingress.class).text("domain")).isEqualTo("apps." + domain);
        assertThat(worlds.setting(ConfigKinds.Dns.class).text("publicZone", "id"))
                .isEqualTo(prefix.equals("-") ? null : "Z1");
    }

    @Test
    void the_cluster_knows_where_its_api_server_is_and_that_its_control_plane_is_elsewhere() {
        on("AWS");
        worlds.change("""
                {"spec": {"platform": {"aws": {"region": "us-east-1", "endpointAccess": "PublicAndPrivate",
                  "resourceTags": [{"key": "kubernetes.io/cluster/x", "value": "owned"}, {"key": "a", "value": "b"}]}}}}
                """);
        worlds.settle();

        JsonObject infrastructure = worlds.inGuest(ConfigKinds.Infrastructure.class, "", "cluster");
        assertThat(infrastructure.object("status")).isEqualTo(Json.parseObject("""
                {"apiServerInternalURI": "https://api.demo.hypershift.local:6443",
                 "apiServerURL": "https://api.example.com:6443", "controlPlaneTopology": "External",
                 "cpuPartitioning": "None", "etcdDiscoveryDomain": "demo.example.com",
                 "infrastructureName": "demo-abcde", "infrastructureTopology": "SingleReplica", "platform": "AWS",
                 "platformStatus": {"type": "AWS",
                   "aws": {"region": "us-east-1", "resourceTags": [{"key": "a", "value": "b"}]}}}
                """));
    }

    @Test
    void the_version_operator_learns_the_channel_and_forgets_it_again() {
        worlds.change("{\"spec\": {\"channel\": \"stable-4.17\", \"updateService\": \"https://updates\"}}");
        worlds.settle();
        JsonObject spec = worlds.inGuest(ClusterVersion.class, "", "version").object("spec");
        assertThat(spec.text("clusterID")).isEqualTo("id-1");
        assertThat(spec.text("channel")).isEqualTo("stable-4.17");
        assertThat(spec.text("upstream")).isEqualTo("https://updates");
        assertThat(spec.containsKey("desiredUpdate")).isFalse();
    }

    static Stream<Arguments> mirroredSettings() {
        return Stream.of(
                Arguments.of("scheduler", "{\"profile\": \"HighNodeUtilization\"}", ConfigKinds.Scheduler.class),
                Arguments.of(
                        "featureGate", "{\"featureSet\": \"TechPreviewNoUpgrade\"}", ConfigKinds.FeatureGate.class),
                Arguments.of("apiServer", "{\"audit\": {\"profile\": \"None\"}}", ConfigKinds.ApiServer.class),
                Arguments.of("oauth", "{\"tokenConfig\": {\"accessTokenMaxAgeSeconds\": 60}}", ConfigKinds.OAuth.class),
                Arguments.of("image", "{\"externalRegistryHostnames\": [\"r\"]}", ConfigKinds.Image.class),
                Arguments.of("proxy", "{\"httpProxy\": \"http://p\", \"noProxy\": \"a\"}", ConfigKinds.Proxy.class));
    }

    @ParameterizedTest
    @MethodSource("mirroredSettings")
    void what_the_user_configures_is_what_the_cluster_has(
            String field, String value, Class<? extends HasMetadata> type) {
        worlds.change("{\"spec\": {\"configuration\": {\"" + field + "\": " + value + "}}}");
        worlds.settle();

        assertThat(worlds.setting(type)).isEqualTo(Json.parseObject(value));
    }

    @Test
    void the_proxy_in_effect_spares_the_clusters_own_networks() {
        worlds.change(
                "{\"spec\": {\"configuration\": {\"proxy\": {\"httpsProxy\": \"http://p\", \"noProxy\": \"a.b\"}}}}");
        worlds.settle();

        assertThat(worlds.inGuest(ConfigKinds.Proxy.class, "", "cluster").object("status"))
                .isEqualTo(JsonObject.of(
                        "httpsProxy",
                        "http://p",
                        "noProxy",
                        ".cluster.local,.svc,10.132.0.0/14,127.0.0.1,172.31.0.0/16,192.168.0.0/16,a.b,localhost"));
    }

    @Test
    void image_content_sources_are_mirrors_by_digest_and_go_with_them() {
        worlds.guest.store.create(HostedPass.object(OperatorKinds.ImageContentSourcePolicy.class, "", "cluster"));
        worlds.change("{\"spec\": {\"imageContentSources\": [{\"source\": \"quay.io/a\", \"mirrors\": [\"m/a\"]}]}}");
        worlds.settle();

        assertThat(worlds.setting(ImageDigestMirrorSet.class))
                .isEqualTo(Json.parseObject(
                        "{\"imageDigestMirrors\": [{\"mirrors\": [\"m/a\"], \"source\": \"quay.io/a\"}]}"));
        assertThat(worlds.guest.tree(OperatorKinds.ImageContentSourcePolicy.class, "", "cluster"))
                .isEmpty();

        worlds.change("{\"spec\": {\"imageContentSources\": null}}");
        worlds.settle();
        assertThat(worlds.guest.tree(ImageDigestMirrorSet.class, "", "cluster")).isEmpty();
    }

    @Test
    void kubeadmin_can_log_in_until_there_is_another_way() {
        worlds.management.store.create(HostedPass.object(Deployment.class, TwoWorlds.NAMESPACE, "oauth-openshift"));
        worlds.settle();
        assertThat(worlds.inGuest(Secret.class, "kube-system", "kubeadmin").text("data", "kubeadmin"))
                .isNotNull();
        assertThat(worlds.management
                        .existing(Deployment.class, TwoWorlds.NAMESPACE, "oauth-openshift")
                        .text(
                                "spec",
                                "template",
                                "metadata",
                                "annotations",
                                "hypershift.openshift.io/kubeadmin-secret-hash"))
                .hasSize(8);

        worlds.secret("clients", "htpasswd", "u:h");
        worlds.change("""
                {"spec": {"configuration": {"oauth": {"identityProviders": [
                  {"name": "local", "type": "HTPasswd", "htpasswd": {"fileData": {"name": "clients"}}}]}}}}
                """);
        worlds.settle();

        assertThat(worlds.guest.tree(Secret.class, "kube-system", "kubeadmin")).isEmpty();
        assertThat(worlds.inGuest(Secret.class, "openshift-config", "clients").text("data", "htpasswd"))
                .isEqualTo("dTpo");
    }

    @Test
    void what_the_configuration_refers_to_is_copied_and_goes_with_the_reference_but_nothing_else_does() {
        worlds.guest.store.create(HostedPass.object(ConfigMap.class, "openshift-config", "the-users-own"));
        worlds.configMap("user-ca-bundle", "ca-bundle.crt", "an authority");
        worlds.configMap("proxy-ca", "ca-bundle.crt", "the proxy's");
        worlds.change("""
                {"spec": {"additionalTrustBundle": {"name": "user-ca-bundle"},
                  "configuration": {"proxy": {"trustedCA": {"name": "proxy-ca"}}}}}
                """);
        worlds.settle();
        assertThat(worlds.inGuest(ConfigMap.class, "openshift-config", "user-ca-bundle")
                        .text("data", "ca-bundle.crt"))
                .isEqualTo("an authority");
        assertThat(worlds.inGuest(ConfigMap.class, "openshift-config", "proxy-ca")
                        .text("data", "ca-bundle.crt"))
                .isEqualTo("the proxy's");

        worlds.change("{\"spec\": {\"additionalTrustBundle\": null, \"configuration\": null}}");
        worlds.settle();
        assertThat(worlds.guest.trees(ConfigMap.class, "openshift-config"))
                .extracting(map -> map.text("metadata", "name"))
                .containsExactly("the-users-own");
    }

    @ParameterizedTest
    @CsvSource({"false, e30=", "true, b3RoZXI="})
    void a_changed_pull_secret_is_changed_back_unless_only_its_existence_matters(String only, String data) {
        worlds.change("{\"metadata\": {\"annotations\":"
                + " {\"hypershift.openshift.io/ensureexists-pullsecret-reconcile\": \"" + only + "\"}}}");
        worlds.settle();
        worlds.guest.store.patch(
                PlainStore.kindOf(Secret.class),
                new ObjectKey("openshift-config", "pull-secret"),
                Json.parseObject("{\"data\": {\".dockerconfigjson\": \"b3RoZXI=\"}}"));
        worlds.settle();

        assertThat(worlds.inGuest(Secret.class, "openshift-config", "pull-secret")
                        .text("data", ".dockerconfigjson"))
                .isEqualTo(data);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "None     | {}                                              | {'type':'HostNetwork'}",
                "KubeVirt | {}                                              | {'type':'NodePortService'}",
                "AWS      | {}                                              | {'type':'LoadBalancerService','loadBalancer':"
                        + "{'scope':'External','providerParameters':{'type':'AWS','aws':{'type':'Classic'}}}}",
                "Azure    | {'ingress-controller-load-balancer-scope':'Internal'} | {'type':'LoadBalancerService',"
                        + "'loadBalancer':{'scope':'Internal'}}",
                "KubeVirt | {'private-ingress-controller':'true'}           | {'type':'Private','private':"
                        + "{'protocol':'TCP'}}"
            })
    void the_default_ingress_controller_is_published_as_the_platform_can(
            String platform, String annotations, String strategy) {
        on(platform);
        JsonObject given = Json.parseObject(annotations.replace('\'', '"'));
        given.forEach((key, value) -> worlds.change(
                "{\"metadata\": {\"annotations\": {\"hypershift.openshift.io/" + key + "\": \"" + value + "\"}}}"));
        worlds.settle();

        JsonObject controller =
                worlds.inGuest(OperatorKinds.IngressController.class, "openshift-ingress-operator", "default");
        assertThat(controller.object("spec", "endpointPublishingStrategy"))
                .isEqualTo(Json.parseObject(strategy.replace('\'', '"')));
        assertThat(controller.integer(0, "spec", "replicas")).isEqualTo(1);
    }

    @Test
    void the_default_ingress_controller_is_the_users_once_it_exists() {
        worlds.settle();
        worlds.guest.store.patch(
                PlainStore.kindOf(OperatorKinds.IngressController.class),
                new ObjectKey("openshift-ingress-operator", "default"),
                Json.parseObject("{\"spec\": {\"replicas\": 5}}"));

        assertThat(worlds.pass().intents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KubeVirt | OVNKubernetes | {'ovnKubernetesConfig':{'genevePort':9880,'v4InternalSubnet':'100.65.0.0/16'}}",
                "KubeVirt | OpenShiftSDN  | {'openshiftSDNConfig':{'vxlanPort':9879}}",
                "None     | OVNKubernetes | {}"
            })
    void a_network_within_a_network_uses_other_ports_and_addresses(String platform, String type, String expected) {
        on(platform);
        worlds.change("{\"spec\": {\"networking\": {\"networkType\": \"" + type + "\"}}}");
        worlds.settle();

        assertThat(worlds.setting(OperatorKinds.OperatorNetwork.class).object("defaultNetwork"))
                .isEqualTo(Json.parseObject(expected.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource({"None, Removed, false", "KubeVirt, Managed, true", "AWS, Managed, false"})
    void the_registry_is_on_where_it_has_storage(String platform, String state, boolean emptyDir) {
        on(platform);
        worlds.settle();

        JsonObject spec = worlds.setting(OperatorKinds.ImageRegistry.class);
        assertThat(spec.text("managementState")).isEqualTo(state);
        assertThat(spec.at("storage", "emptyDir") != null).isEqualTo(emptyDir);
    }

    @Test
    void catalogues_are_reached_at_the_control_plane_or_run_in_the_cluster() {
        worlds.settle();
        assertThat(worlds.inGuest(OperatorKinds.CatalogSource.class, "openshift-marketplace", "redhat-operators")
                        .text("spec", "address"))
                .isEqualTo("redhat-operators:50051");

        on("None");
        worlds.change("{\"spec\": {\"olmCatalogPlacement\": \"guest\"}}");
        worlds.settle();
        assertThat(worlds.inGuest(OperatorKinds.CatalogSource.class, "openshift-marketplace", "redhat-operators")
                        .text("spec", "image"))
                .isEqualTo("registry.redhat.io/redhat/redhat-operator-index:v4.17");
        assertThat(worlds.setting(ConfigKinds.OperatorHub.class).isTrue("disableAllDefaultSources"))
                .isFalse();
    }

    @Test
    void nodes_open_a_tunnel_to_where_the_control_plane_publishes_it() {
        worlds.settle();

        assertThat(worlds.inGuest(DaemonSet.class, "kube-system", "konnectivity-agent")
                        .array("spec", "template", "spec", "containers")
                        .object(0)
                        .array("args"))
                .contains("--proxy-server-host=tunnel.example.com", "--proxy-server-port=443");
    }

    @Test
    void storage_classes_on_kubevirt_are_the_default_none_or_as_mapped() {
        on("KubeVirt");
        worlds.settle();
        assertThat(worlds.inGuest(StorageClass.class, "", "kubevirt-csi-infra-default")
                        .object("parameters"))
                .isEqualTo(JsonObject.of("bus", "scsi"));

        on("KubeVirt");
        worlds.change("{\"spec\": {\"platform\": {\"kubevirt\": {\"storageDriver\": {\"type\": \"None\"}}}}}");
        worlds.settle();
        assertThat(worlds.guest.trees(StorageClass.class, "")).isEmpty();

        on("KubeVirt");
        worlds.change("""
                {"spec": {"platform": {"kubevirt": {"storageDriver": {"type": "Manual", "manual": {
                  "storageClassMapping": [{"infraStorageClassName": "fast", "guestStorageClassName": "quick"}],
                  "volumeSnapshotClassMapping":
                    [{"infraVolumeSnapshotClassName": "snap", "guestVolumeSnapshotClassName": "shot"}]}}}}}}
                """);
        worlds.settle();
        assertThat(worlds.guest.trees(StorageClass.class, "")).singleElement().satisfies(found -> {
            assertThat(found.text("metadata", "name")).isEqualTo("quick");
            assertThat(found.text("parameters", "infraStorageClassName")).isEqualTo("fast");
        });
        assertThat(worlds.inGuest(OperatorKinds.VolumeSnapshotClass.class, "", "shot")
                        .text("parameters", "infraSnapshotClassName"))
                .isEqualTo("snap");
    }
}
