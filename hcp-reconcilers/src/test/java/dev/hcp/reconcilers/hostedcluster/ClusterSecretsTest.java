package dev.hcp.reconcilers.hostedcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.capi.KubevirtCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.kubevirt.KubeVirtPlatform;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users name in a specification, and what becomes of it in the control plane namespace. */
class ClusterSecretsTest {
    private final ClusterScene demo = new ClusterScene();

    private static JsonObject json(String text) {
        return Json.parseObject(text.replace('\'', '"'));
    }

    private static Class<? extends HasMetadata> type(String kind) {
        return kind.equals("Secret") ? Secret.class : ConfigMap.class;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sshKey | {'name': 'x'} | Secret | id_rsa.pub | ssh-key"
                        + " | failed to get hostedcluster SSH key secret x: secrets \"x\" not found"
                        + " | failed to reconcile controlplane ssh secret:"
                        + " hostedcluster ssh key secret \"x\" must have a id_rsa.pub key",
                "auditWebhook | {'name': 'x'} | Secret | webhook-kubeconfig | x"
                        + " | failed to get audit webhook config x: secrets \"x\" not found"
                        + " | audit webhook secret does not contain key webhook-kubeconfig",
                "secretEncryption | {'type': 'aescbc', 'aescbc': {'activeKey': {'name': 'x'}}} | Secret | key | x"
                        + " | failed to get active aescbc secret x: secrets \"x\" not found | ",
                "etcd | {'managementType': 'Unmanaged', 'unmanaged': {'endpoint': 'https://e:2379',"
                        + " 'tls': {'clientSecret': {'name': 'x'}}}} | Secret | etcd-client.crt | x"
                        + " | failed to get unmanaged etcd tls secret: secrets \"x\" not found | ",
                "configuration | {'oauth': {'identityProviders': [{'name': 'i', 'type': 'HTPasswd',"
                        + " 'htpasswd': {'fileData': {'name': 'x'}}}]}} | Secret | htpasswd | x"
                        + " | failed to get referenced secret clusters/x: secrets \"x\" not found | ",
                "configuration | {'image': {'additionalTrustedCA': {'name': 'x'}}} | ConfigMap | registry..5000 | x"
                        + " | failed to get referenced configmap clusters/x: configmaps \"x\" not found | "
            })
    void a_reference_is_copied_and_copied_again_when_it_changes(
            String field, String reference, String kind, String key, String copy, String missing, String incomplete) {
        demo.settle();
        demo.spec(field, json(reference));
        assertThat(demo.pass().failure()).contains(missing);
        assertThat(demo.failure()).isEqualTo(missing);

        demo.object(kind, "x", "another", "dmFsdWU=");
        if (incomplete != null) {
            assertThat(demo.pass().failure()).contains(incomplete);
        }
        ObjectKey source = new ObjectKey("clusters", "x");
        demo.patch(type(kind), source, JsonObject.of("data", JsonObject.of(key, "b25l")))
                .settle();
        assertThat(demo.existing(type(kind), copy).text("data", key)).isEqualTo("b25l");

        demo.patch(type(kind), source, JsonObject.of("data", JsonObject.of(key, "dHdv")))
                .settle();
        assertThat(demo.existing(type(kind), copy).text("data", key)).isEqualTo("dHdv");

        demo.spec(field, field.equals("etcd") ? JsonObject.of("managementType", "Managed") : null)
                .settle();
        assertThat(demo.find(type(kind), copy)).isPresent();
    }

    @Test
    void the_pull_secret_is_copied_by_its_key_alone() {
        demo.patch(
                        Secret.class,
                        new ObjectKey("clusters", "pull"),
                        JsonObject.of("data", JsonObject.of("other", "b25l")))
                .settle();

        assertThat(demo.keys("pull-secret")).containsExactly(".dockerconfigjson");
        assertThat(demo.existing(Secret.class, "pull-secret").text("type")).isEqualTo("kubernetes.io/dockerconfigjson");
        assertThat(demo.existing(Secret.class, "pull-secret").object("metadata", "annotations"))
                .isEmpty();
    }

    @Test
    void the_trust_bundle_of_the_user_gets_a_name_of_the_control_plane() {
        demo.object("ConfigMap", "my-ca", "ca-bundle.crt", "pem")
                .spec("additionalTrustBundle", JsonObject.of("name", "my-ca"))
                .settle();

        assertThat(demo.existing(ConfigMap.class, "user-ca-bundle").object("data"))
                .isEqualTo(JsonObject.of("ca-bundle.crt", "pem"));
    }

    @Test
    void what_the_configuration_refers_to_is_copied_whole() {
        JsonObject marks = JsonObject.of("labels", JsonObject.of("a", "b"), "annotations", JsonObject.of("c", "d"));
        demo.object(
                        "ConfigMap",
                        "clusters",
                        "trust",
                        JsonObject.of("metadata", marks, "data", JsonObject.of("ca-bundle.crt", "pem", "other", "x")))
                .spec("configuration", json("{'apiServer': {'clientCA': {'name': 'trust'}}}"))
                .settle();
        JsonObject copy = demo.existing(ConfigMap.class, "trust");
        assertThat(copy.object("data")).isEqualTo(JsonObject.of("ca-bundle.crt", "pem", "other", "x"));
        assertThat(copy.object("metadata").object("labels")).isEqualTo(JsonObject.of("a", "b"));
        assertThat(copy.object("metadata").object("annotations")).isEqualTo(JsonObject.of("c", "d"));

        demo.patch(
                        ConfigMap.class,
                        new ObjectKey("clusters", "trust"),
                        json("{'data': {'other': null}, 'metadata': {'labels': null}}"))
                .settle();
        assertThat(demo.existing(ConfigMap.class, "trust").object("data"))
                .isEqualTo(JsonObject.of("ca-bundle.crt", "pem"));
        assertThat(demo.existing(ConfigMap.class, "trust").object("metadata", "labels"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'aescbc'}",
                "{'type': 'aescbc', 'aescbc': {'activeKey': {'name': ''}}}",
                "{'type': 'aescbc', 'aescbc': {'activeKey': {'name': 'without-key'}}}",
                "{'type': 'aescbc', 'aescbc': {'activeKey': {'name': 'with-key'}, 'backupKey': {'name': 'without-key'}}}",
                "{'type': 'kms'}",
                "{'type': 'rot13'}"
            })
    void encryption_that_cannot_be_ends_the_pass_without_a_word(String encryption) {
        demo.object("Secret", "without-key", "other", "eA==")
                .object("Secret", "with-key", "key", "eA==")
                .spec("secretEncryption", json(encryption))
                .settle();

        assertThat(demo.failure()).isEmpty();
        assertThat(demo.find(Secret.class, "pull-secret")).isPresent();
        assertThat(demo.find(HostedControlPlane.class, "demo")).isEmpty();
    }

    @Test
    void both_encryption_keys_are_copied_under_their_own_names() {
        demo.object("Secret", "new-key", "key", "bmV3")
                .object("Secret", "old-key", "key", "b2xk")
                .spec(
                        "secretEncryption",
                        json("{'type': 'aescbc', 'aescbc':"
                                + " {'activeKey': {'name': 'new-key'}, 'backupKey': {'name': 'old-key'}}}"))
                .settle();

        assertThat(demo.existing(Secret.class, "new-key").text("data", "key")).isEqualTo("bmV3");
        assertThat(demo.existing(Secret.class, "old-key").text("data", "key")).isEqualTo("b2xk");
    }

    @Test
    void the_users_signing_key_is_taken_once_with_its_public_half() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        String encoded = Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
        demo.object("Secret", "signing", "key", encoded)
                .spec(
                        "serviceAccountSigningKey",
                        JsonObject.of("name", "signing"),
                        "issuerURL",
                        "https://issuer.example.com")
                .settle();
        assertThat(demo.existing(Secret.class, "sa-signing-key").text("data", "service-account.key"))
                .isEqualTo(encoded);
        assertThat(new String(
                        Base64.getDecoder()
                                .decode(demo.existing(Secret.class, "sa-signing-key")
                                        .text("data", "service-account.pub")),
                        StandardCharsets.US_ASCII))
                .startsWith("-----BEGIN PUBLIC KEY-----");

        demo.patch(
                        Secret.class,
                        new ObjectKey("clusters", "signing"),
                        JsonObject.of("data", JsonObject.of("key", "bmV3")))
                .settle();
        assertThat(demo.existing(Secret.class, "sa-signing-key").text("data", "service-account.key"))
                .isEqualTo(encoded);
    }

    @ParameterizedTest
    @CsvSource({
        "serviceAccountSigningKey, key, top-secret",
        "serviceAccountSigningKey, key, -----BEGIN RSA PRIVATE KEY-----top-secret",
        "auditWebhook, another, top-secret",
        "sshKey, another, top-secret"
    })
    void no_message_shows_what_a_secret_holds(String field, String key, String secret) {
        String encoded = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.US_ASCII));
        demo.object("Secret", "x", key, encoded)
                .spec(field, JsonObject.of("name", "x"), "issuerURL", "https://i.example.com")
                .pass();

        assertThat(demo.cluster().object("status").toString())
                .containsAnyOf("invalid service account signing key", "must have", "does not contain")
                .doesNotContain("top-secret", encoded);
    }

    @Test
    void a_copy_that_somebody_changed_is_mended() {
        demo.settle()
                .patch(
                        Secret.class,
                        new ObjectKey(ClusterScene.NAMESPACE, "pull-secret"),
                        JsonObject.of("data", JsonObject.of(".dockerconfigjson", "eHg=")))
                .settle();

        assertThat(demo.existing(Secret.class, "pull-secret").text("data", ".dockerconfigjson"))
                .isEqualTo("e30=");
    }

    @Test
    void machines_in_another_cluster_are_reached_by_a_copy_of_the_users_kubeconfig() {
        ClusterScene elsewhere = new ClusterScene(new KubeVirtPlatform());
        elsewhere
                .object("Secret", "infra", "kubeconfig", "a2M=")
                .spec(
                        "platform",
                        json("{'kubevirt': {'generateID': 'abc', 'credentials': {'infraNamespace': 'vms',"
                                + " 'infraKubeConfigSecret': {'name': 'infra', 'key': 'kubeconfig'}}}}"))
                .settle();

        assertThat(elsewhere
                        .existing(Secret.class, "kubevirt-infra-credentials")
                        .object("data"))
                .isEqualTo(JsonObject.of("kubeconfig", "a2M="));
        assertThat(elsewhere
                        .existing(KubevirtCluster.class, "demo-bcdfg")
                        .text("spec", "infraClusterSecretRef", "name"))
                .isEqualTo("kubevirt-infra-credentials");
        assertThat(elsewhere.names("networking.k8s.io/NetworkPolicy", ClusterScene.NAMESPACE))
                .isNotEmpty()
                .doesNotContain("virt-launcher");
    }
}
