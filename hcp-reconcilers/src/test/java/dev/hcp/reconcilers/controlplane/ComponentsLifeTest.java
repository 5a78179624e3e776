package dev.hcp.reconcilers.controlplane;

import static dev.hcp.reconcilers.controlplane.ControlPlaneFixture.highlyAvailable;
import static dev.hcp.reconcilers.controlplane.ControlPlaneFixture.onPlatform;
import static dev.hcp.reconcilers.controlplane.WorkloadView.annotations;
import static dev.hcp.reconcilers.controlplane.WorkloadView.container;
import static dev.hcp.reconcilers.controlplane.WorkloadView.containers;
import static dev.hcp.reconcilers.controlplane.WorkloadView.initContainers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.MetricsSet;
import dev.hcp.platforms.OperatorOptions;
import dev.hcp.reconcilers.ImageStream;
import dev.hcp.reconcilers.PodMonitor;
import dev.hcp.reconcilers.ServiceMonitor;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which components a control plane has, under which circumstances. */
class ComponentsLifeTest {
    private static final List<String> SERVICE_MONITORS = List.of(
            "etcd",
            "kube-apiserver",
            "kube-controller-manager",
            "openshift-apiserver",
            "openshift-controller-manager",
            "openshift-route-controller-manager",
            "cluster-version-operator",
            "node-tuning-operator",
            "olm-operator",
            "catalog-operator");

    private static JsonObject spec(String json) {
        JsonObject.Builder all = highlyAvailable().toBuilder();
        Json.parseObject(json).forEach(all::put);
        return all.build();
    }

    private static String failure(ControlPlaneFixture fixture) {
        return fixture.settle().pass().orElseThrow().failure().orElse("");
    }

    @Test
    void login_left_to_others_needs_no_oauth_server() {
        ControlPlaneFixture external = ControlPlaneFixture.of(
                        spec("{\"configuration\": {\"authentication\": {\"type\": \"OIDC\"}}}"))
                .settle();

        assertThat(external.has(Deployment.class, "openshift-apiserver")).isTrue();
        assertThat(external.has(Deployment.class, "oauth-openshift")).isFalse();
        assertThat(external.has(Deployment.class, "openshift-oauth-apiserver")).isFalse();
        assertThat(external.has(PodDisruptionBudget.class, "openshift-oauth-apiserver"))
                .isFalse();
        assertThat(external.has(ConfigMap.class, "oauth-metadata")).isFalse();
        assertThat(external.has(ConfigMap.class, "auth-config")).isTrue();
    }

    @Test
    void without_management_of_machines_nothing_scales_or_approves_them() {
        ControlPlaneFixture fixture = ControlPlaneFixture.annotated(Annotations.DISABLE_MACHINE_MANAGEMENT, "true")
                .settle();

        assertThat(fixture.has(Deployment.class, "cluster-autoscaler")).isFalse();
        assertThat(fixture.has(ServiceAccount.class, "machine-approver")).isFalse();
        assertThat(fixture.has(Deployment.class, "cluster-version-operator")).isTrue();
    }

    @Test
    void what_is_there_already_stays_when_it_is_wanted_no_more() {
        ControlPlaneFixture fixture = ControlPlaneFixture.of(highlyAvailable()).settle();

        fixture.annotate(Annotations.DISABLE_MACHINE_MANAGEMENT, "true").settle();

        assertThat(fixture.has(Deployment.class, "cluster-autoscaler")).isTrue();
    }

    @Test
    void pods_go_where_they_like_again_when_the_user_asks_for_nothing_more() {
        ControlPlaneFixture fixture = ControlPlaneFixture.of(
                        highlyAvailable().with("nodeSelector", JsonObject.of("zone", "a")),
                        Map.of(Annotations.TOPOLOGY, "dedicated-request-serving-components"))
                .settle();

        fixture.specify(JsonObject.of("nodeSelector", null))
                .annotate(Annotations.TOPOLOGY, "")
                .settle();
        JsonObject pod = fixture.existing(Deployment.class, "kube-apiserver").object("spec", "template", "spec");

        assertThat(pod.at("nodeSelector")).isNull();
        assertThat(pod.at("affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution"))
                .isNull();
    }

    @Test
    void certificates_left_to_somebody_else_need_no_operator_and_are_waited_for() {
        ControlPlaneFixture fixture = ControlPlaneFixture.annotated(Annotations.DISABLE_PKI_RECONCILIATION, "true");

        assertThat(failure(fixture)).contains("root-ca not found");
        assertThat(fixture.has(StatefulSet.class, "etcd")).isTrue();
        assertThat(fixture.has(ConfigMap.class, "kas-config")).isFalse();
        assertThat(fixture.has(Deployment.class, "control-plane-pki-operator")).isFalse();
        assertThat(fixture.has(Secret.class, "root-ca")).isFalse();
    }

    @Test
    void catalogues_in_the_cluster_leave_the_management_cluster_without_them() {
        ControlPlaneFixture fixture = ControlPlaneFixture.of(highlyAvailable().with("olmCatalogPlacement", "guest"))
                .settle();

        assertThat(fixture.has(Deployment.class, "redhat-operators-catalog")).isFalse();
        assertThat(fixture.has(Deployment.class, "packageserver")).isTrue();
    }

    @Test
    void catalogues_follow_an_image_stream_unless_the_user_gives_all_by_digest() {
        ControlPlaneFixture followed = ControlPlaneFixture.of(highlyAvailable());
        followed.world.serving(ManagementCluster.IMAGES);
        followed.settle();
        String digest = "@sha256:70fb4524d21e1b6c08477eb5d1ca2cf282b3270b1d008f70dd7e1cf13d8ba4ce";
        ControlPlaneFixture given = ControlPlaneFixture.of(
                highlyAvailable(),
                Map.of(
                        Annotations.CERTIFIED_OPERATORS_CATALOG_IMAGE,
                        "a" + digest,
                        Annotations.COMMUNITY_OPERATORS_CATALOG_IMAGE,
                        "b" + digest,
                        Annotations.REDHAT_MARKETPLACE_CATALOG_IMAGE,
                        "c" + digest,
                        Annotations.REDHAT_OPERATORS_CATALOG_IMAGE,
                        "d" + digest));
        given.world.serving(ManagementCluster.IMAGES);
        given.settle();

        assertThat(followed.existing(ImageStream.class, "catalogs").array("spec", "tags"))
                .hasSize(4);
        assertThat(given.has(ImageStream.class, "catalogs")).isFalse();
        assertThat(container(given.existing(Deployment.class, "redhat-operators-catalog"), "registry")
                        .text("image"))
                .isEqualTo("d" + digest);
    }

    @Test
    void catalogues_come_from_the_mirror_the_user_names_for_their_registry() {
        ControlPlane controlPlane = ControlPlaneFixture.view(
                highlyAvailable(),
                Map.of(
                        Annotations.OLM_CATALOGS_IS_REGISTRY_OVERRIDES,
                        "quay.io=a,registry.redhat.io=mirror.example.com"));

        assertThat(controlPlane.image(ControlPlane.CATALOG_PREFIX + "redhat-operators"))
                .isEqualTo("mirror.example.com/redhat/redhat-operator-index:v4.17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quay.io/mine:latest", "quay.io/mine@sha256:abc"})
    void one_catalogue_alone_or_by_tag_cannot_be_given(String image) {
        ControlPlaneFixture fixture = ControlPlaneFixture.annotated(Annotations.REDHAT_OPERATORS_CATALOG_IMAGE, image);

        assertThat(failure(fixture)).contains("failed to reconcile OLM");
        assertThat(fixture.has(Deployment.class, "hosted-cluster-config-operator"))
                .isTrue();
        assertThat(fixture.has(Deployment.class, "cluster-storage-operator")).isFalse();
    }

    @Test
    void aws_brings_its_cloud_controller_its_credentials_and_identities_of_pods() {
        ControlPlaneFixture fixture = ControlPlaneFixture.of(onPlatform("AWS")).settle();

        assertThat(fixture.has(Deployment.class, "cloud-controller-manager")).isTrue();
        assertThat(fixture.has(ServiceAccount.class, "cloud-controller-manager"))
                .isTrue();
        assertThat(fixture.has(Deployment.class, "cloud-credential-operator")).isTrue();
        assertThat(fixture.has(ConfigMap.class, "aws-cloud-config")).isTrue();
        assertThat(fixture.has(Secret.class, "cloud-credential-operator-kubeconfig"))
                .isTrue();
        assertThat(fixture.has(Secret.class, "aws-pod-identity-webhook-kubeconfig"))
                .isTrue();
        assertThat(containers(fixture.existing(Deployment.class, "kube-apiserver")))
                .contains("aws-pod-identity-webhook");
        assertThat(containers(fixture.existing(Deployment.class, "ingress-operator")))
                .contains("token-minter");
        assertThat(containers(fixture.existing(Deployment.class, "cluster-image-registry-operator")))
                .contains("token-minter");
    }

    @Test
    void no_other_platform_has_what_is_of_aws() {
        ControlPlaneFixture fixture =
                ControlPlaneFixture.of(onPlatform("KubeVirt")).settle();

        assertThat(fixture.has(Deployment.class, "cloud-controller-manager")).isFalse();
        assertThat(fixture.has(Deployment.class, "cloud-credential-operator")).isFalse();
        assertThat(containers(fixture.existing(Deployment.class, "kube-apiserver")))
                .containsExactly("apply-bootstrap", "kube-apiserver", "konnectivity-server", "audit-logs");
    }

    @Test
    void kubevirt_brings_its_cloud_controller_and_the_storage_driver_unless_that_is_none() {
        ControlPlaneFixture usual =
                ControlPlaneFixture.of(onPlatform("KubeVirt")).settle();
        ControlPlaneFixture without = ControlPlaneFixture.of(
                        spec(
                                "{\"platform\": {\"type\": \"KubeVirt\", \"kubevirt\": {\"storageDriver\": {\"type\": \"None\"}}}}"))
                .settle();

        assertThat(usual.existing(Deployment.class, "kubevirt-cloud-controller-manager")
                        .integer(0, "spec", "replicas"))
                .isEqualTo(3);
        assertThat(usual.has(Deployment.class, "kubevirt-csi-controller")).isTrue();
        assertThat(usual.has(ConfigMap.class, "driver-config")).isTrue();
        assertThat(without.has(Deployment.class, "kubevirt-csi-controller")).isFalse();
        assertThat(without.has(ServiceAccount.class, "kubevirt-csi")).isFalse();
        assertThat(without.has(ConfigMap.class, "driver-config")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"IBMCloud", "PowerVS"})
    void storage_is_somebody_else_s_on_clouds_of_ibm(String platform) {
        ControlPlaneFixture fixture =
                ControlPlaneFixture.of(onPlatform(platform)).settle();

        assertThat(fixture.has(Deployment.class, "cluster-storage-operator")).isFalse();
        assertThat(fixture.has(ServiceAccount.class, "csi-snapshot-controller-operator"))
                .isFalse();
        assertThat(fixture.has(Deployment.class, "ignition-server-proxy")).isEqualTo(platform.equals("PowerVS"));
    }

    @Test
    void etcd_is_backed_up_on_aws_where_a_bucket_is_named() {
        ControlPlaneFixture fixture = ControlPlaneFixture.of(onPlatform("AWS"))
                .with(ConfigMap.class, "etcd-backup-config", JsonObject.of("bucket-name", "mine"))
                .settle();

        assertThat(fixture.existing(CronJob.class, "etcd-backup").text("spec", "schedule"))
                .isEqualTo("0 */1 * * *");
        assertThat(ControlPlaneFixture.of(onPlatform("AWS")).settle().has(CronJob.class, "etcd-backup"))
                .isFalse();
    }

    @Test
    void etcd_starts_with_a_snapshot_until_it_has_been_restored_once() {
        ControlPlaneFixture fixture = ControlPlaneFixture.of(
                        spec("{\"etcd\": {\"managementType\": \"Managed\", \"managed\":"
                                + " {\"storage\": {\"restoreSnapshotURL\": [\"https://backups.example.com/1\"]}}}}"))
                .settle();
        JsonObject restoring = fixture.existing(StatefulSet.class, "etcd");

        fixture.condition(ConditionTypes.ETCD_SNAPSHOT_RESTORED, "True").settle();

        assertThat(initContainers(restoring)).containsExactly("ensure-dns", "reset-member", "etcd-init");
        assertThat(Json.write(restoring
                        .array("spec", "template", "spec", "initContainers")
                        .object(2)
                        .get("env")))
                .contains("https://backups.example.com/1");
        assertThat(initContainers(fixture.existing(StatefulSet.class, "etcd")))
                .containsExactly("ensure-dns", "reset-member");
    }

    @Test
    void volumes_of_etcd_are_as_large_and_of_the_class_the_user_says() {
        ControlPlaneFixture fixture = ControlPlaneFixture.of(
                        spec(
                                "{\"etcd\": {\"managementType\": \"Managed\", \"managed\":"
                                        + " {\"storage\": {\"persistentVolume\": {\"size\": \"16Gi\", \"storageClassName\": \"fast\"}}}}}"))
                .settle();

        JsonObject claim = fixture.existing(StatefulSet.class, "etcd")
                .array("spec", "volumeClaimTemplates")
                .object(0);

        assertThat(claim.text("spec", "resources", "requests", "storage")).isEqualTo("16Gi");
        assertThat(claim.text("spec", "storageClassName")).isEqualTo("fast");
    }

    @Test
    void an_etcd_of_somebody_else_is_used_with_the_user_s_certificate() {
        ControlPlaneFixture fixture = ControlPlaneFixture.of(
                        spec(
                                "{\"etcd\": {\"managementType\": \"Unmanaged\", \"unmanaged\":"
                                        + " {\"endpoint\": \"https://etcd.example.com:2379\", \"tls\": {\"clientSecret\": {\"name\": \"mine\"}}}}}"))
                .with(
                        Secret.class,
                        "mine",
                        JsonObject.of(
                                "etcd-client-ca.crt", "YQ==", "etcd-client.crt", "Yg==", "etcd-client.key", "Yw=="))
                .settle();

        assertThat(fixture.has(StatefulSet.class, "etcd")).isFalse();
        assertThat(fixture.existing(Secret.class, "etcd-client-tls").object("data"))
                .isEqualTo(fixture.existing(Secret.class, "mine").object("data"));
        assertThat(fixture.existing(Secret.class, "etcd-client-tls")
                        .text("metadata", "annotations", "hypershiftlite.openshift.io/ca-hash"))
                .isEqualTo(fixture.existing(Secret.class, "etcd-server-tls")
                        .text("metadata", "annotations", "hypershiftlite.openshift.io/ca-hash"));
        assertThat(initContainers(fixture.existing(Deployment.class, "kube-apiserver")))
                .containsExactly("init-bootstrap");
    }

    @ParameterizedTest
    @CsvSource({"'', etcd metadata not specified", "mine, failed to get etcd client cert mine"})
    void an_etcd_of_somebody_else_cannot_be_used_without_a_certificate(String secret, String message) {
        ControlPlaneFixture fixture =
                ControlPlaneFixture.of(spec("{\"etcd\": {\"managementType\": \"Unmanaged\", \"unmanaged\":"
                        + " {\"endpoint\": \"https://etcd.example.com:2379\", \"tls\": {\"clientSecret\": {\"name\": \""
                        + secret
                        + "\"}}}}}"));

        assertThat(failure(fixture)).contains(message);
    }

    @Test
    void secrets_are_encrypted_with_the_active_key_and_read_with_the_backup_key() {
        ControlPlaneFixture fixture = ControlPlaneFixture.of(
                        spec("{\"secretEncryption\": {\"type\": \"aescbc\", \"aescbc\":"
                                + " {\"activeKey\": {\"name\": \"new\"}, \"backupKey\": {\"name\": \"old\"}}}}"))
                .withSecret("new", "key", "bmV3")
                .withSecret("old", "key", "b2xk")
                .settle();

        JsonObject config = Json.parseObject(ControlPlaneObjects.text(
                fixture.existing(Secret.class, "kas-secret-encryption-config"), "config.yaml"));
        JsonArray providers = config.array("resources").object(0).array("providers");

        assertThat(providers.object(0).array("aescbc", "keys").stream().map(key -> ((JsonObject) key).text("secret")))
                .containsExactly("bmV3", "b2xk");
        assertThat(providers.object(1).containsKey("identity")).isTrue();
    }

    @Test
    void another_key_replaces_the_api_server_s_pods() {
        ControlPlaneFixture fixture = ControlPlaneFixture.of(
                        spec(
                                "{\"secretEncryption\": {\"type\": \"aescbc\", \"aescbc\": {\"activeKey\": {\"name\": \"one\"}}}}"))
                .withSecret("one", "key", "b25l")
                .withSecret("two", "key", "dHdv")
                .settle();
        JsonObject before = annotations(fixture.existing(Deployment.class, "kube-apiserver"));
        JsonObject other = annotations(fixture.existing(Deployment.class, "kube-scheduler"));

        fixture.specify(JsonObject.of(
                        "secretEncryption",
                        JsonObject.of("aescbc", JsonObject.of("activeKey", JsonObject.of("name", "two")))))
                .settle();

        assertThat(annotations(fixture.existing(Deployment.class, "kube-apiserver"))
                        .text(PodHashes.AESCBC_KEY))
                .isNotEqualTo(before.text(PodHashes.AESCBC_KEY));
        assertThat(annotations(fixture.existing(Deployment.class, "kube-scheduler")))
                .isEqualTo(other);
    }

    @Test
    void a_key_that_is_not_there_keeps_the_api_server_from_coming_up() {
        ControlPlaneFixture fixture = ControlPlaneFixture.of(spec(
                "{\"secretEncryption\": {\"type\": \"aescbc\", \"aescbc\": {\"activeKey\": {\"name\": \"gone\"}}}}"));

        assertThat(failure(fixture)).contains("failed to get aescbc active secret");
        assertThat(fixture.has(Deployment.class, "kube-apiserver")).isFalse();
    }

    @Test
    void a_key_service_of_aws_is_asked_by_containers_beside_the_api_server() {
        ControlPlaneFixture fixture = ControlPlaneFixture.of(
                        spec(
                                "{\"secretEncryption\": {\"type\": \"kms\", \"kms\": {\"provider\": \"AWS\", \"aws\":"
                                        + " {\"region\": \"r\", \"activeKey\": {\"arn\": \"a\"}, \"backupKey\": {\"arn\": \"b\"}}}}}"),
                        Map.of(Annotations.AWS_KMS_PROVIDER_IMAGE, "mine:1"))
                .settle();

        JsonObject deployment = fixture.existing(Deployment.class, "kube-apiserver");

        assertThat(containers(deployment)).contains("aws-kms-token-minter", "aws-kms-active", "aws-kms-backup");
        assertThat(container(deployment, "aws-kms-active").text("image")).isEqualTo("mine:1");
        assertThat(container(deployment, "aws-kms-active").array("args")).contains("--key=a", "--region=r");
        assertThat(container(deployment, "aws-kms-backup")
                        .array("ports")
                        .object(0)
                        .integer(0, "containerPort"))
                .isEqualTo(8081);
    }

    @Test
    void audit_logs_are_not_kept_where_nothing_is_written_to_them() {
        ControlPlaneFixture fixture = ControlPlaneFixture.of(
                        spec("{\"configuration\": {\"apiServer\": {\"audit\": {\"profile\": \"None\"}}}}"))
                .settle();

        for (String name :
                List.of("kube-apiserver", "openshift-apiserver", "openshift-oauth-apiserver", "oauth-openshift")) {
            assertThat(containers(fixture.existing(Deployment.class, name)))
                    .as(name)
                    .doesNotContain("audit-logs");
        }
    }

    @Test
    void metrics_are_collected_once_the_cluster_has_a_version() {
        ControlPlaneFixture fixture = ControlPlaneFixture.of(highlyAvailable());
        fixture.world.serving(ManagementCluster.MONITORING);
        fixture.settle();
        assertThat(fixture.has(ServiceMonitor.class, "kube-apiserver")).isFalse();

        fixture.condition(ConditionTypes.CLUSTER_VERSION_AVAILABLE, "True").settle();

        assertThat(SERVICE_MONITORS).allMatch(name -> fixture.has(ServiceMonitor.class, name));
        assertThat(List.of("hosted-cluster-config-operator", "cluster-image-registry-operator", "ignition-server"))
                .allMatch(name -> fixture.has(PodMonitor.class, name));
        assertThat(Json.write(fixture.existing(ServiceMonitor.class, "kube-apiserver")))
                .contains(
                        "\"targetLabel\":\"_id\"", "d6d42268-7dff-4d37-92cf-691bd2d42f41", "apiserver_storage_objects");
    }

    @Test
    void monitors_are_left_out_where_the_user_wants_none() {
        ControlPlaneFixture fixture = ControlPlaneFixture.annotated(Annotations.DISABLE_MONITORING_SERVICES, "true");
        fixture.world.serving(ManagementCluster.MONITORING);
        fixture.settle()
                .condition(ConditionTypes.CLUSTER_VERSION_AVAILABLE, "True")
                .settle();

        assertThat(fixture.has(ServiceMonitor.class, "etcd")).isFalse();
    }

    @Test
    void engineers_of_the_site_choose_the_metrics_themselves() {
        ControlPlaneFixture fixture = ControlPlaneFixture.of(highlyAvailable());
        fixture.world
                .serving(ManagementCluster.MONITORING)
                .operator(OperatorOptions.DEFAULTS.withMetricsSet(MetricsSet.SRE));
        fixture.with(
                        ConfigMap.class,
                        "sre-metric-set",
                        JsonObject.of(
                                "config", "etcd:\n- action: keep\n  regex: mine\n  sourceLabels: [\"__name__\"]\n"))
                .settle()
                .condition(ConditionTypes.CLUSTER_VERSION_AVAILABLE, "True")
                .settle();

        assertThat(metricRules(fixture, "etcd")).contains("mine");
        assertThat(metricRules(fixture, "kube-apiserver")).doesNotContain("keep");
    }

    @Test
    void all_metrics_are_collected_but_those_that_are_too_many() {
        ControlPlaneFixture fixture = ControlPlaneFixture.of(highlyAvailable());
        fixture.world
                .serving(ManagementCluster.MONITORING)
                .operator(OperatorOptions.DEFAULTS.withMetricsSet(MetricsSet.ALL));
        fixture.settle()
                .condition(ConditionTypes.CLUSTER_VERSION_AVAILABLE, "True")
                .settle();

        assertThat(metricRules(fixture, "kube-apiserver")).contains("drop").doesNotContain("keep");
    }

    private static String metricRules(ControlPlaneFixture fixture, String monitor) {
        return Json.write(fixture.existing(ServiceMonitor.class, monitor)
                .array("spec", "endpoints")
                .object(0)
                .get("metricRelabelings"));
    }
}
