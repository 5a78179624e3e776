package dev.hcp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.hypershift.AvailabilityPolicy;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.value.PausedUntil;
import dev.hcp.platforms.OptionProblem;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.security.KeyFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreateClusterTest {
    private static final String PULL_SECRET = "{\"auths\":{\"quay.io\":{\"auth\":\"dGVzdDp0ZXN0\"}}}";
    private static final String RELEASE = "quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64";

    private final KubernetesClient nowhere =
            new KubernetesClientBuilder().withConfig(Config.empty()).build();
    private final HcpClient hcp = HcpClient.builder(nowhere)
            .releaseStreams(stream -> "registry.example/release:" + stream)
            .build();

    private CreateKubeVirtCluster kubeVirt() {
        return hcp.kubeVirtCluster("clusters", "demo")
                .releaseImage(RELEASE)
                .pullSecret(PULL_SECRET)
                .infraId("demo-abcde");
    }

    private static JsonObject tree(CreateCluster<?> create, String kind) {
        return create.resources().stream()
                .filter(r -> r.getKind().equals(kind))
                .map(Json::toTree)
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject secret(CreateCluster<?> create, String name) {
        return create.resources().stream()
                .filter(r -> r.getKind().equals("Secret")
                        && r.getMetadata().getName().equals(name))
                .map(Json::toTree)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_objects_come_in_the_order_in_which_they_can_be_created() {
        List<HasMetadata> resources = kubeVirt()
                .sshKey("ssh-ed25519 AAAA")
                .additionalTrustBundle("-----BEGIN CERTIFICATE-----")
                .infraKubeconfig("apiVersion: v1")
                .infraNamespace("vms")
                .resources();

        assertThat(resources)
                .extracting(r -> r.getKind() + "/" + r.getMetadata().getName())
                .containsExactly(
                        "Namespace/clusters",
                        "ConfigMap/user-ca-bundle",
                        "Secret/demo-pull-secret",
                        "Secret/demo-ssh-key",
                        "Secret/demo-infra-credentials",
                        "Secret/demo-etcd-encryption-key",
                        "HostedCluster/demo",
                        "NodePool/demo");
        assertThat(resources).allMatch(r -> "demo-abcde"
                .equals(r.getMetadata().getLabels().get("hypershift.openshift.io/auto-created-for-infra")));
    }

    @Test
    void rendering_leaves_out_secrets_and_the_label_unless_asked_for_secrets() {
        assertThat(kubeVirt().render())
                .doesNotContain("kind: Secret")
                .doesNotContain("auto-created-for-infra")
                .endsWith("status:\n  replicas: 0\n---\n");
        assertThat(kubeVirt().renderSensitive()).contains("kind: Secret").contains("name: demo-pull-secret");
    }

    @Test
    void a_negative_number_of_nodes_makes_no_node_pool() {
        assertThat(kubeVirt().nodePoolReplicas(-1).resources())
                .extracting(HasMetadata::getKind)
                .doesNotContain("NodePool");
    }

    @Test
    void identifier_and_encryption_key_are_drawn_once_for_each_builder() {
        CreateKubeVirtCluster one = hcp.kubeVirtCluster("clusters", "demo").pullSecret(PULL_SECRET);
        CreateKubeVirtCluster other = hcp.kubeVirtCluster("clusters", "demo").pullSecret(PULL_SECRET);

        assertThat(one.renderSensitive()).isEqualTo(one.renderSensitive()).isNotEqualTo(other.renderSensitive());
        assertThat(tree(one, "HostedCluster").text("spec", "infraID")).matches("demo-[a-z0-9]{5}");
        assertThat(Base64.getDecoder()
                        .decode(secret(one, "demo-etcd-encryption-key").text("data", "key")))
                .hasSize(32);
    }

    @Test
    void everything_wrong_with_the_options_is_told_at_once_and_never_the_secret() {
        CreateKubeVirtCluster create = hcp.kubeVirtCluster("clusters", "Not A Label")
                .pullSecret("{\"auths\": hunter2}")
                .cores(0)
                .memory("lots")
                .rootVolumeSize(8)
                .arch("sparc")
                .clusterCidr(List.of("10.0.0.0"))
                .etcdEncryptionKey(new byte[16]);

        assertThatThrownBy(create::apply)
                .isInstanceOfSatisfying(InvalidOptionsException.class, e -> assertThat(e.options())
                        .extracting(OptionProblem::option)
                        .containsExactlyInAnyOrder(
                                "name",
                                "arch",
                                "clusterCidr",
                                "cores",
                                "memory",
                                "rootVolumeSize",
                                "releaseImage",
                                "pullSecret",
                                "etcdEncryptionKey"))
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void what_cannot_work_is_rendered_but_not_applied() {
        CreateKubeVirtCluster create = kubeVirt().controlPlaneAvailabilityPolicy(AvailabilityPolicy.of("Sometimes"));

        assertThat(create.render()).contains("controllerAvailabilityPolicy: Sometimes");
        assertThat(create.problems())
                .singleElement()
                .hasToString(
                        "controlPlaneAvailabilityPolicy must be HighlyAvailable or SingleReplica, not 'Sometimes'");
    }

    @Test
    void a_cluster_without_problems_has_none() {
        assertThat(kubeVirt().nodePoolReplicas(3).problems()).isEmpty();
        assertThat(hcp.agentCluster("clusters", "demo")
                        .agentNamespace("agents")
                        .apiServerAddress("api.example.com")
                        .releaseImage(RELEASE)
                        .pullSecret(PULL_SECRET)
                        .problems())
                .isEmpty();
        assertThat(hcp.noneCluster("clusters", "demo")
                        .exposeThroughLoadBalancer(true)
                        .releaseImage(RELEASE)
                        .pullSecret(PULL_SECRET)
                        .problems())
                .isEmpty();
    }

    @Test
    void a_time_pauses_cluster_and_node_pools_and_true_the_node_pools_alone() {
        CreateKubeVirtCluster timed = kubeVirt().pausedUntil(PausedUntil.of("2026-12-01T00:00:00Z"));
        assertThat(tree(timed, "HostedCluster").text("spec", "pausedUntil")).isEqualTo("2026-12-01T00:00:00Z");
        assertThat(tree(timed, "NodePool").text("spec", "pausedUntil")).isEqualTo("2026-12-01T00:00:00Z");

        CreateKubeVirtCluster forever = kubeVirt().pausedUntil(PausedUntil.FOREVER);
        assertThat(tree(forever, "HostedCluster").text("spec", "pausedUntil")).isNull();
        assertThat(tree(forever, "NodePool").text("spec", "pausedUntil")).isEqualTo("true");

        assertThatThrownBy(kubeVirt().pausedUntil(PausedUntil.of("tomorrow"))::render)
                .isInstanceOf(InvalidOptionsException.class)
                .hasMessageContaining("pausedUntil must be true or a time")
                .hasMessageContaining("tomorrow");
    }

    @Test
    void ranges_are_written_as_their_network() {
        JsonObject networking = tree(
                        kubeVirt()
                                .clusterCidr(List.of("10.132.5.6/14", "FD01:0::1/48"))
                                .serviceCidr(List.of("172.30.1.0/16")),
                        "HostedCluster")
                .object("spec", "networking");

        assertThat(networking.array("clusterNetwork"))
                .isEqualTo(JsonArray.of(JsonObject.of("cidr", "10.132.0.0/14"), JsonObject.of("cidr", "fd01::/48")));
        assertThat(networking.array("serviceNetwork")).isEqualTo(JsonArray.of(JsonObject.of("cidr", "172.30.0.0/16")));
    }

    @Test
    void timeouts_and_quantities_are_written_in_their_shortest_form() {
        CreateKubeVirtCluster create =
                kubeVirt().nodeDrainTimeout(Duration.ofMinutes(90)).memory("8192Mi");

        assertThat(tree(create, "NodePool").text("spec", "nodeDrainTimeout")).isEqualTo("1h30m0s");
        assertThat(tree(create, "NodePool").text("spec", "platform", "kubevirt", "compute", "memory"))
                .isEqualTo("8Gi");
    }

    @Test
    void catalog_options_end_up_in_placement_and_configuration() {
        JsonObject cluster = tree(kubeVirt().olmDisableDefaultSources(true), "HostedCluster");

        assertThat(cluster.isTrue("spec", "configuration", "operatorhub", "disableAllDefaultSources"))
                .isTrue();
    }

    @Test
    void the_newest_release_of_a_stream_is_looked_up_when_none_is_given() {
        CreateKubeVirtCluster create = hcp.kubeVirtCluster("clusters", "demo").releaseStream("4-stable-multi");

        assertThat(tree(create, "NodePool").text("spec", "release", "image"))
                .isEqualTo("registry.example/release:4-stable-multi");
    }

    @Test
    void a_generated_ssh_key_is_a_pair_in_the_forms_that_ssh_reads() throws Exception {
        JsonObject keys = secret(kubeVirt().generateSsh(true), "demo-ssh-key").object("data");
        String publicKey = text(keys, "id_rsa.pub");
        String privateKey = text(keys, "id_rsa");

        assertThat(publicKey).startsWith("ssh-rsa AAAAB3NzaC1yc2E").endsWith("\n");
        assertThat(privateKey)
                .startsWith("-----BEGIN RSA PRIVATE KEY-----\n")
                .endsWith("-----END RSA PRIVATE KEY-----\n");
        assertThat(KeyFactory.getInstance("RSA")
                        .generatePrivate(Pkcs1.specOf(privateKey))
                        .getAlgorithm())
                .isEqualTo("RSA");
        assertThatThrownBy(kubeVirt().generateSsh(true).sshKey("ssh-rsa A")::render)
                .isInstanceOf(InvalidOptionsException.class)
                .hasMessageContaining("generateSsh");
    }

    private static String text(JsonObject data, String key) {
        return new String(Base64.getDecoder().decode(String.valueOf(data.text(key))));
    }

    @Test
    void services_of_agents_are_published_at_the_address_that_is_given() {
        JsonObject cluster = tree(
                hcp.agentCluster("clusters", "demo")
                        .agentNamespace("agents")
                        .apiServerAddress("api.example.com")
                        .defaultDual(),
                "HostedCluster");

        assertThat(cluster.array("spec", "services")).hasSize(5);
        assertThat(cluster.array("spec", "services").object(4))
                .isEqualTo(JsonObject.of(
                        "service",
                        "OIDC",
                        "servicePublishingStrategy",
                        JsonObject.of("nodePort", JsonObject.of("address", "api.example.com"), "type", "NodePort")));
        assertThat(cluster.text("spec", "dns", "baseDomain")).isEqualTo("example.com");
        assertThat(cluster.array("spec", "networking", "serviceNetwork")
                        .object(1)
                        .text("cidr"))
                .isEqualTo("fd02::/112");
    }
}
