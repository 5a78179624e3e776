package dev.hcp.reconcilers.hostedcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.PlatformProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlPlaneCopyTest {
    private final ClusterScene demo = new ClusterScene();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hypershift.openshift.io/disable-pki-reconciliation",
                "hypershift.openshift.io/control-plane-priority-class",
                "hypershift.openshift.io/api-critical-priority-class",
                "hypershift.openshift.io/etcd-priority-class",
                "hypershift.openshift.io/konnectivity-server-image",
                "hypershift.openshift.io/konnectivity-agent-image",
                "hypershift.openshift.io/restart-date",
                "hypershift.openshift.io/aws-kms-provider-image",
                "hypershift.openshift.io/ibmcloud-kms-provider-image",
                "hypershift.openshift.io/portieris-image",
                "hypershift.openshift.io/private-ingress-controller",
                "hypershift.openshift.io/ingress-controller-load-balancer-scope",
                "hypershift.openshift.io/certified-operators-catalog-image",
                "hypershift.openshift.io/community-operators-catalog-image",
                "hypershift.openshift.io/redhat-marketplace-catalog-image",
                "hypershift.openshift.io/redhat-operators-catalog-image",
                "hypershift.openshift.io/olm-catalogs-is-registry-overrides",
                "hypershift.openshift.io/disable-profiling",
                "hypershift.openshift.io/cleanup-cloud-resources",
                "hypershift.openshift.io/ensureexists-pullsecret-reconcile",
                "hypershift.openshift.io/topology",
                "hypershift.openshift.io/request-serving-node-additional-selector",
                "hypershift.openshift.io/disable-machine-management",
                "hypershift.openshift.io/kube-apiserver-gogc",
                "hypershift.openshift.io/kube-apiserver-gomemlimit",
                "hypershift.openshift.io/kube-apiserver-verbosity-level",
                "hypershift.openshift.io/aws-load-balancer-subnets",
                "hypershift.openshift.io/management-platform",
                "hypershift.openshift.io/debug-deployments",
                "oauth.hypershift.openshift.io/login-url-override",
                "idpoverrides.hypershift.openshift.io/github",
                "resource-request-override.hypershift.openshift.io/kube-apiserver.kube-apiserver"
            })
    void the_control_plane_sees_these_annotations_and_loses_them_again(String annotation) {
        demo.annotated(annotation, "some-value").settle();
        assertThat(demo.controlPlane().text("metadata", "annotations", annotation))
                .isEqualTo("some-value");

        demo.annotated(annotation, null).settle();
        assertThat(demo.controlPlane().text("metadata", "annotations", annotation))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hypershift.openshift.io/control-plane-operator-image",
                "hypershift.openshift.io/capi-manager-image",
                "hypershift.openshift.io/image-overrides",
                "hypershift.openshift.io/force-upgrade-to",
                "hypershift.openshift.io/skip-release-image-validation",
                "hypershift.openshift.io/pod-security-admission-label-override",
                "hypershift.openshift.io/kube-apiserver-max-requests-inflight",
                "hypershift.openshift.io/kube-apiserver-max-mutating-requests-inflight",
                "hypershift.openshift.io/certificate-validity",
                "hypershift.openshift.io/cluster-scheduled",
                "example.com/anything"
            })
    void others_are_not_for_the_control_plane(String annotation) {
        demo.annotated(annotation, "some-value").settle();

        assertThat(demo.controlPlane().object("metadata", "annotations").keySet())
                .containsExactlyInAnyOrder(
                        "hypershift.openshift.io/cluster", "hypershift.openshift.io/disable-cluster-autoscaler");
    }

    @Test
    void labels_of_the_managed_service_are_copied_and_stay() {
        demo.labelled("api.openshift.com/id", "1")
                .labelled("team", "a")
                .settle()
                .labelled("api.openshift.com/id", null)
                .settle();

        assertThat(demo.controlPlane().object("metadata", "labels"))
                .isEqualTo(JsonObject.of("api.openshift.com/id", "1"));
    }

    @Test
    void the_autoscaler_is_wanted_as_soon_as_one_pool_scales_itself() {
        String off = "hypershift.openshift.io/disable-cluster-autoscaler";
        demo.settle();
        assertThat(demo.controlPlane().text("metadata", "annotations", off)).isEqualTo("true");

        demo.world.store.create(Json.parseObject("""
                {"apiVersion": "hypershift.openshift.io/v1beta1", "kind": "NodePool",
                 "metadata": {"name": "p", "namespace": "clusters"},
                 "spec": {"clusterName": "demo", "autoScaling": {"min": 1, "max": 3}}}"""));
        demo.settle();
        assertThat(demo.controlPlane().text("metadata", "annotations", off)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "updateService | \"https://updates.example.com\"",
                "channel | \"stable-4.17\"",
                "issuerURL | \"https://issuer.example.com\"",
                "infrastructureAvailabilityPolicy | \"HighlyAvailable\"",
                "controllerAvailabilityPolicy | \"SingleReplica\"",
                "dns | {\"baseDomain\": \"b.example.com\", \"baseDomainPrefix\": \"\", \"publicZoneID\": \"Z1\"}",
                "fips | true",
                "olmCatalogPlacement | \"guest\"",
                "autoscaling | {\"maxNodesTotal\": 5, \"maxPodGracePeriod\": 60}",
                "nodeSelector | {\"role.kubernetes.io/infra\": \"\"}",
                "tolerations | [{\"key\": \"infra\", \"operator\": \"Exists\"}]",
                "imageContentSources | [{\"source\": \"quay.io\", \"mirrors\": [\"mirror.example.com\"]}]",
                "configuration | {\"apiServer\": {\"audit\": {\"profile\": \"WriteRequestBodies\"}}}",
                "networking | {\"networkType\": \"OVNKubernetes\", \"clusterNetwork\": [{\"cidr\": \"10.132.0.0/14\"}],"
                        + " \"serviceNetwork\": [{\"cidr\": \"172.31.0.0/16\"}], \"apiServer\": {\"port\": 7443}}"
            })
    void a_field_is_copied_as_it_is_and_cleared_with_it(String field, String json) {
        Object value = Json.parse(json);
        demo.spec(field, value).settle();
        assertThat(demo.controlPlane().at("spec", field)).isEqualTo(value);

        if (!field.equals("networking")) {
            demo.spec(field, null).settle();
            assertThat(demo.controlPlane().at("spec", field)).isNull();
        }
    }

    @Test
    void the_management_side_may_have_a_release_of_its_own() {
        demo.spec("controlPlaneRelease", JsonObject.of("image", "release:4.17.3"))
                .settle();
        assertThat(demo.controlPlane().text("spec", "controlPlaneReleaseImage")).isEqualTo("release:4.17.3");
        assertThat(demo.controlPlane().text("spec", "releaseImage")).isEqualTo("release:4.17.0");

        demo.spec("controlPlaneRelease", null).settle();
        assertThat(demo.controlPlane().at("spec", "controlPlaneReleaseImage")).isNull();
    }

    @Test
    void references_are_to_the_copies() {
        demo.object("Secret", "my-ssh", "id_rsa.pub", "c3No")
                .object("ConfigMap", "my-ca", "ca-bundle.crt", "pem")
                .object("Secret", "my-audit", "webhook-kubeconfig", "e30=")
                .spec(
                        "sshKey",
                        JsonObject.of("name", "my-ssh"),
                        "additionalTrustBundle",
                        JsonObject.of("name", "my-ca"),
                        "auditWebhook",
                        JsonObject.of("name", "my-audit"))
                .settle();

        JsonObject spec = demo.controlPlane().object("spec");
        assertThat(spec.text("pullSecret", "name")).isEqualTo("pull-secret");
        assertThat(spec.text("sshKey", "name")).isEqualTo("ssh-key");
        assertThat(spec.text("additionalTrustBundle", "name")).isEqualTo("user-ca-bundle");
        assertThat(spec.text("auditWebhook", "name")).isEqualTo("my-audit");
    }

    @Test
    void what_is_not_wanted_any_more_stays_where_the_reference_leaves_it() {
        JsonObject encryption =
                JsonObject.of("type", "aescbc", "aescbc", JsonObject.of("activeKey", JsonObject.of("name", "my-key")));
        demo.object("Secret", "my-ssh", "id_rsa.pub", "c3No")
                .object("ConfigMap", "my-ca", "ca-bundle.crt", "pem")
                .object("Secret", "my-audit", "webhook-kubeconfig", "e30=")
                .object("Secret", "my-key", "key", "a2V5")
                .spec(
                        "sshKey",
                        JsonObject.of("name", "my-ssh"),
                        "additionalTrustBundle",
                        JsonObject.of("name", "my-ca"),
                        "auditWebhook",
                        JsonObject.of("name", "my-audit"),
                        "secretEncryption",
                        encryption)
                .settle();
        JsonObject before = demo.controlPlane().object("spec");

        demo.spec("additionalTrustBundle", null, "auditWebhook", null, "secretEncryption", null)
                .patch(
                        HostedCluster.class,
                        ClusterScene.KEY,
                        JsonObject.of("spec", JsonObject.of("sshKey", JsonObject.of("name", null))))
                .settle();

        assertThat(demo.controlPlane().object("spec")).isEqualTo(before);
    }

    @Test
    void how_etcd_was_managed_before_stays_written_down() {
        JsonObject storage = Json.parseObject(
                "{\"storage\": {\"type\": \"PersistentVolume\", \"persistentVolume\": {\"size\": \"8Gi\"}}}");
        demo.spec("etcd", JsonObject.of("managementType", "Managed", "managed", storage))
                .settle();
        JsonObject elsewhere = Json.parseObject(
                "{\"endpoint\": \"https://etcd.example.com:2379\", \"tls\": {\"clientSecret\": {\"name\": \"my-etcd\"}}}");
        demo.object("Secret", "my-etcd", "etcd-client.crt", "Y3J0")
                .spec("etcd", JsonObject.of("managementType", "Unmanaged", "managed", null, "unmanaged", elsewhere))
                .settle();

        assertThat(demo.controlPlane().object("spec", "etcd"))
                .isEqualTo(JsonObject.of("managed", storage, "managementType", "Unmanaged", "unmanaged", elsewhere));
    }

    @Test
    void the_control_plane_of_a_platform_may_be_told_another_one() {
        ClusterScene agents = new ClusterScene(new PlatformProvider() {
            @Override
            public String platformType() {
                return "Agent";
            }

            @Override
            public String controlPlanePlatformType() {
                return "None";
            }
        });
        agents.spec("platform", JsonObject.of("agent", JsonObject.of("agentNamespace", "hosts")))
                .settle();

        assertThat(agents.controlPlane().object("spec", "platform"))
                .isEqualTo(JsonObject.of("agent", JsonObject.of("agentNamespace", "hosts"), "type", "None"));
    }

    @Test
    void services_are_copied_in_order() {
        JsonArray services = demo.cluster().array("spec", "services");
        demo.settle();

        assertThat(demo.controlPlane().array("spec", "services")).isEqualTo(services);
    }
}
