package dev.hcp.reconcilers.hostedcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.CapiProvider;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.MetricsSet;
import dev.hcp.platforms.OperatorFeature;
import dev.hcp.platforms.OperatorOptions;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.PodMonitor;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the HyperShift operator runs in a control plane namespace, and what changes it. */
class OperatorObjectsTest {
    private static final String PREFIX = "hypershift.openshift.io/";
    private static final List<String> DEPLOYMENTS = List.of("cluster-api", "capi-provider", "control-plane-operator");

    /** A platform whose machines Cluster API manages. */
    private static final PlatformProvider MACHINES = new PlatformProvider() {
        @Override
        public String platformType() {
            return "Agent";
        }

        @Override
        public Optional<CapiProvider> capiProvider(
                dev.hcp.api.hypershift.HostedCluster cluster, ReleaseMetadata release, World world) {
            return Optional.of(new CapiProvider(
                    Json.toType(
                            Json.parseObject("{\"containers\": [{\"name\": \"manager\", \"image\": \"provider\"}]}"),
                            PodSpec.class),
                    List.of()));
        }
    };

    private final ClusterScene demo = new ClusterScene(MACHINES);

    private JsonObject pod(String deployment) {
        return demo.existing(Deployment.class, deployment).object("spec", "template", "spec");
    }

    private JsonObject container(String deployment) {
        return pod(deployment).array("containers").object(0);
    }

    private Optional<String> environment(String name) {
        for (Object item : container("control-plane-operator").array("env")) {
            if (item instanceof JsonObject variable && name.equals(variable.text("name"))) {
                return Optional.ofNullable(variable.text("value"));
            }
        }
        return Optional.empty();
    }

    @Test
    void each_runs_once_however_available_the_control_plane_is() {
        demo.settle();

        for (String name : DEPLOYMENTS) {
            JsonObject spec = demo.existing(Deployment.class, name).object("spec");
            assertThat(spec.integer(0, "replicas")).as(name).isEqualTo(1);
            assertThat(pod(name).object("affinity").containsKey("podAntiAffinity"))
                    .as(name)
                    .isFalse();
            assertThat(pod(name).text("priorityClassName")).as(name).isEqualTo("hypershift-control-plane");
            assertThat(spec.text("template", "metadata", "labels", PREFIX + "need-management-kas-access"))
                    .as(name)
                    .isEqualTo("true");
        }
        assertThat(demo.existing(Deployment.class, "control-plane-operator").at("spec", "strategy", "type"))
                .isEqualTo("Recreate");
    }

    @Test
    void all_go_where_the_cluster_says() {
        demo.annotated(PREFIX + "control-plane-priority-class", "urgent")
                .annotated(PREFIX + "restart-date", "today")
                .spec(
                        "nodeSelector",
                        JsonObject.of("infra", ""),
                        "tolerations",
                        JsonArray.of(JsonObject.of("key", "infra", "operator", "Exists")))
                .settle();

        for (String name : DEPLOYMENTS) {
            assertThat(pod(name).text("priorityClassName")).as(name).isEqualTo("urgent");
            assertThat(pod(name).object("nodeSelector")).as(name).isEqualTo(JsonObject.of("infra", ""));
            assertThat(pod(name).array("tolerations"))
                    .as(name)
                    .hasSize(3)
                    .contains(JsonObject.of("key", "infra", "operator", "Exists"));
            assertThat(demo.existing(Deployment.class, name)
                            .text("spec", "template", "metadata", "annotations", PREFIX + "restart-date"))
                    .as(name)
                    .isEqualTo("today");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "capi-manager-image, cluster-api",
        "control-plane-operator-image, control-plane-operator",
    })
    void an_annotation_names_another_image(String annotation, String deployment) {
        demo.annotated(PREFIX + annotation, "registry.example.com/mine:1").settle();

        assertThat(container(deployment).text("image")).isEqualTo("registry.example.com/mine:1");
    }

    @ParameterizedTest
    @CsvSource({"cluster-autoscaler-image, cluster-autoscaler", "machine-approver-image, machine-approver"})
    void it_also_names_the_image_of_what_old_operators_leave_to_be_run(String annotation, String deployment) {
        demo.world.operatorsWithLabels(Map.of());
        demo.annotated(PREFIX + annotation, "registry.example.com/mine:1")
                .settle()
                .object(
                        "Secret",
                        ClusterScene.NAMESPACE,
                        "kc",
                        Json.parseObject("{\"data\": {\"kubeconfig\": \"eA==\"}}"))
                .controlPlaneStatus("kubeConfig", JsonObject.of("name", "kc", "key", "kubeconfig"))
                .settle();

        assertThat(container(deployment).text("image")).isEqualTo("registry.example.com/mine:1");
    }

    @Test
    void requests_are_overridden_by_container() {
        demo.annotated(
                        "resource-request-override.hypershift.openshift.io/control-plane-operator.control-plane-operator",
                        "memory=3Gi,cpu=2")
                .settle();

        assertThat(container("control-plane-operator").object("resources", "requests"))
                .isEqualTo(JsonObject.of("cpu", "2", "memory", "3Gi"));
    }

    @Test
    void what_is_debugged_is_scaled_down() {
        demo.annotated(PREFIX + "debug-deployments", "control-plane-operator,cluster-api")
                .settle();

        assertThat(demo.existing(Deployment.class, "control-plane-operator").integer(1, "spec", "replicas"))
                .isZero();
        assertThat(demo.existing(Deployment.class, "cluster-api").integer(1, "spec", "replicas"))
                .isZero();
        assertThat(demo.existing(Deployment.class, "capi-provider").integer(0, "spec", "replicas"))
                .isEqualTo(1);
    }

    @Test
    void nothing_manages_machines_where_that_is_not_wanted() {
        demo.world.operatorsWithLabels(Map.of());
        demo.annotated(PREFIX + "disable-machine-management", "true").settle();

        assertThat(demo.names("apps/Deployment", ClusterScene.NAMESPACE))
                .doesNotContain("cluster-api", "capi-provider");
        assertThat(demo.names("/ServiceAccount", ClusterScene.NAMESPACE))
                .doesNotContain("cluster-api", "capi-provider", "cluster-autoscaler", "machine-approver");
        assertThat(demo.find(Secret.class, "capi-webhooks-tls")).isEmpty();
        assertThat(demo.find(ConfigMap.class, "machine-approver-config")).isEmpty();
        assertThat(demo.find(Deployment.class, "control-plane-operator")).isPresent();
    }

    @Test
    void the_operator_is_told_what_annotations_say() {
        demo.annotated(PREFIX + "certificate-validity", "8760h")
                .annotated(PREFIX + "certificate-renewal", "0.3")
                .annotated(PREFIX + "image-overrides", "etcd=registry.example.com/etcd:1")
                .settle();

        assertThat(environment("CERTIFICATE_VALIDITY")).contains("8760h");
        assertThat(environment("CERTIFICATE_RENEWAL_PERCENTAGE")).contains("0.3");
        assertThat(container("control-plane-operator").array("args"))
                .containsSequence("--image-overrides", "etcd=registry.example.com/etcd:1");
    }

    @Test
    void the_operator_is_told_how_the_hypershift_operator_was_installed() {
        demo.world.operator(OperatorOptions.DEFAULTS
                .withMetricsSet(MetricsSet.ALL)
                .withRegistryOverrides(Map.of("quay.io", "mirror.example.com"))
                .with(OperatorFeature.HOSTED_METRICS_ACCESS)
                .with(OperatorFeature.DEBUG_OUTPUT));
        demo.settle();

        assertThat(environment("METRICS_SET")).contains("All");
        assertThat(environment("ENABLE_CVO_MANAGEMENT_CLUSTER_METRICS_ACCESS")).contains("1");
        assertThat(environment("OPERATE_ON_RELEASE_IMAGE")).contains("release:4.17.0");
        assertThat(container("control-plane-operator").array("args"))
                .contains("--registry-overrides=quay.io=mirror.example.com", "--enable-ci-debug-output=true")
                .doesNotContain("--token-minter-image");
    }

    @Test
    void an_operator_without_commands_for_its_helpers_is_told_their_image() {
        demo.world.operatorsWithLabels(Map.of());
        demo.settle();

        assertThat(container("control-plane-operator").array("args"))
                .containsSequence("--token-minter-image", OperatorOptions.DEFAULTS.image());
    }

    @Test
    void an_annotation_says_what_the_operators_image_can_do() {
        demo.annotated(
                        PREFIX + "control-plane-operator-image-labels",
                        "io.openshift.hypershift.control-plane-operator-manages-ignition-server=true")
                .settle();
        assertThat(demo.world
                        .existing(Namespace.class, "", ClusterScene.NAMESPACE)
                        .text("metadata", "labels", "pod-security.kubernetes.io/enforce"))
                .isEqualTo("privileged");
        assertThat(demo.names("/Service", ClusterScene.NAMESPACE)).isEmpty();
        assertThat(demo.names("/ServiceAccount", ClusterScene.NAMESPACE)).contains("machine-approver");

        demo.annotated(PREFIX + "control-plane-operator-image-labels", "nonsense");
        assertThat(demo.pass().failure())
                .contains("failed to get controlPlaneOperatorImageLabels: hosted cluster clusters/demo annotation 0"
                        + " malformed: label nonsense not in key=value form");
    }

    @ParameterizedTest
    @CsvSource({"Restricted, restricted", "Baseline, baseline", "Privileged, privileged", "'', restricted"})
    void pods_are_admitted_by_the_profile_that_is_asked_for(String override, String profile) {
        demo.annotated(PREFIX + "pod-security-admission-label-override", override)
                .settle();

        JsonObject labels =
                demo.world.existing(Namespace.class, "", ClusterScene.NAMESPACE).object("metadata", "labels");
        for (String mode : List.of("audit", "enforce", "warn")) {
            assertThat(labels.text("pod-security.kubernetes.io/" + mode)).isEqualTo(profile);
        }
        assertThat(labels.text("openshift.io/cluster-monitoring")).isNull();
    }

    @Test
    void the_management_clusters_monitoring_looks_into_the_namespace_where_it_shall() {
        demo.world.operator(OperatorOptions.DEFAULTS.with(OperatorFeature.CLUSTER_MONITORING));
        demo.settle();

        assertThat(demo.world
                        .existing(Namespace.class, "", ClusterScene.NAMESPACE)
                        .text("metadata", "labels", "openshift.io/cluster-monitoring"))
                .isEqualTo("true");
    }

    @Test
    void the_operator_is_monitored_where_there_is_monitoring_and_it_is_wanted() {
        demo.settle();
        assertThat(demo.find(PodMonitor.class, "controlplane-operator")).isEmpty();

        demo.world.serving(ManagementCluster.MONITORING);
        demo.annotated(PREFIX + "disable-monitoring-services", "true").settle();
        assertThat(demo.find(PodMonitor.class, "controlplane-operator")).isEmpty();

        demo.annotated(PREFIX + "disable-monitoring-services", null).settle();
        assertThat(demo.find(PodMonitor.class, "controlplane-operator")).isPresent();
    }

    @Test
    void the_choice_of_metrics_is_copied_for_engineers() {
        demo.world.operator(OperatorOptions.DEFAULTS.withMetricsSet(MetricsSet.SRE));
        assertThat(demo.pass().failure()).isPresent();

        demo.object("ConfigMap", "hypershift", "sre-metric-set", Json.parseObject("{\"data\": {\"config\": \"x\"}}"))
                .settle();
        assertThat(demo.existing(ConfigMap.class, "sre-metric-set").object("data"))
                .isEqualTo(JsonObject.of("config", "x"));
    }

    @Test
    void the_operator_trusts_whom_the_management_cluster_trusts() {
        String name = "openshift-config-managed-trusted-ca-bundle";
        demo.settle();
        assertThat(demo.find(ConfigMap.class, name)).isEmpty();
        assertThat(pod("control-plane-operator").containsKey("volumes")).isFalse();

        demo.object("ConfigMap", "hypershift", name, Json.parseObject("{\"data\": {\"ca-bundle.crt\": \"pem\"}}"))
                .settle();
        assertThat(demo.existing(ConfigMap.class, name).object("data"))
                .isEqualTo(JsonObject.of("ca-bundle.crt", "pem"));
        assertThat(pod("control-plane-operator").array("volumes")).hasSize(1);
    }

    @Test
    void the_pki_operator_may_sign_for_this_cluster_alone() {
        demo.settle();

        JsonObject role = demo.world.existing(ClusterRole.class, "", "clusters-demo-csr-signer");
        assertThat(role.object("metadata", "labels"))
                .isEqualTo(JsonObject.of(PREFIX + "owner.namespace", "clusters", PREFIX + "owner.name", "demo"));
        assertThat(role.array("rules").object(2).array("resourceNames"))
                .isEqualTo(JsonArray.of(
                        PREFIX + "clusters-demo.customer-break-glass", PREFIX + "clusters-demo.sre-break-glass"));
        assertThat(demo.names("rbac.authorization.k8s.io/ClusterRoleBinding", ""))
                .contains("clusters-demo-csr-signer", "clusters-demo-csr-approver");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_operator_looks_at_the_ingress_of_an_openshift_cluster(boolean openShift) {
        if (openShift) {
            demo.world.serving(ManagementCluster.OPENSHIFT_CONFIGURATION);
        }
        demo.settle();

        assertThat(demo.world.tree(Role.class, "openshift-ingress", "control-plane-operator-clusters-demo"))
                .matches(role -> role.isPresent() == openShift);
        assertThat(demo.world.tree(Role.class, "openshift-ingress-operator", "control-plane-operator-clusters-demo"))
                .matches(role -> role.isPresent() == openShift);
    }

    @Test
    void a_quiet_pass_is_empty_for_a_controller_that_remembers_nothing() {
        demo.settle();
        HostedClusterReconciler fresh =
                new HostedClusterReconciler(dev.hcp.platforms.PlatformProviders.of(List.of(MACHINES)));

        assertThat(demo.world.pass(fresh, "clusters", "demo").map(plan -> plan.intents()))
                .hasValueSatisfying(intents -> assertThat(intents).isEmpty());
    }
}
