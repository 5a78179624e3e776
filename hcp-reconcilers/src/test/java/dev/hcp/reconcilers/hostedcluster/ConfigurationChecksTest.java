package dev.hcp.reconcilers.hostedcluster;

import static dev.hcp.reconcilers.HostedClusterFixture.NAMESPACE;
import static dev.hcp.reconcilers.HostedClusterFixture.condition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.HostedClusterFixture;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a configuration invalid, check by check. Those of networks and names are specified with the API. */
class ConfigurationChecksTest {
    /** For api.example.com, kubernetes.default and 127.0.0.1. */
    private static final String CERTIFICATE =
            "MIIBpjCCAU2gAwIBAgIUEXC44VN9VlYDQolVKFm5eka1Mv8wCgYIKoZIzj0EAwIwDDEKMAgGA1UEAwwBdDAgFw0yNjExMjgxODEy"
                    + "MTBaGA8yMTI2MTEwNDE4MTIxMFowDDEKMAgGA1UEAwwBdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABO2WqVHP9fKfGf+08P8P"
                    + "QOlLw49mzyVnTIz27k0CG/XQe7gXqNFr0Nli9bQHuFgns7t6/cKnZzVJDIC8MbMJvAWjgYowgYcwHQYDVR0OBBYEFHOljWI3QmjY"
                    + "FmvdMqFsxu2OdoTQMB8GA1UdIwQYMBaAFHOljWI3QmjYFmvdMqFsxu2OdoTQMA8GA1UdEwEB/wQFMAMBAf8wNAYDVR0RBC0wK4IP"
                    + "YXBpLmV4YW1wbGUuY29tghJrdWJlcm5ldGVzLmRlZmF1bHSHBH8AAAEwCgYIKoZIzj0EAwIDRwAwRAIgM7ByuygU8G4h6ycce4rS"
                    + "1US2uXZdtO37qdwCTOPD85QCIGaDYOstXiTbP/MdPEcQIsXcvqm0fVmbhLjxju8N8PgI";

    private static final String SIGNING_KEY = "invalid service account signing key: ";

    private final ScriptedPlatform platform = new ScriptedPlatform();
    private final HostedClusterFixture demo = new HostedClusterFixture(platform).create();

    private String problem() {
        demo.clusterPasses();
        String shown = condition(demo.hostedCluster(), "ValidConfiguration");
        String prefix = "False InvalidConfiguration ";
        return shown.startsWith(prefix) ? shown.substring(prefix.length()) : "";
    }

    private void object(String kind, String namespace, String name, String key, String value) {
        demo.world.store.create(JsonObject.of(
                "apiVersion",
                "v1",
                "data",
                JsonObject.of(key, value),
                "kind",
                kind,
                "metadata",
                JsonObject.of("name", name, "namespace", namespace)));
    }

    private static String signingKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1024);
            String body = Base64.getMimeEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
            String pem = "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
            return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private void wantSigningKey(String issuer) {
        demo.patchSpec("serviceAccountSigningKey", JsonObject.of("name", "mine"), "issuerURL", issuer);
    }

    private void wantCertificate(JsonObject certificate) {
        demo.patchSpec(
                "configuration",
                JsonObject.of(
                        "apiServer",
                        JsonObject.of("servingCerts", JsonObject.of("namedCertificates", JsonArray.of(certificate)))));
    }

    @Test
    void a_sound_configuration_has_no_problem() {
        assertThat(problem()).isEmpty();
    }

    @Test
    void routes_need_a_management_cluster_that_has_them() {
        demo.world.withoutRoutes();
        JsonObject route = JsonObject.of("type", "Route");
        demo.patchSpec(
                "services",
                JsonArray.of(
                        JsonObject.of("service", "OAuthServer", "servicePublishingStrategy", route),
                        JsonObject.of("service", "Ignition", "servicePublishingStrategy", route)));

        assertThat(problem())
                .isEqualTo("[cluster does not support Routes, but service \"OAuthServer\" is exposed via a Route,"
                        + " cluster does not support Routes, but service \"Ignition\" is exposed via a Route]");
    }

    @Test
    void a_signing_key_needs_an_issuer() {
        wantSigningKey("");

        assertThat(problem())
                .isEqualTo(SIGNING_KEY + "the IssuerURL must be set when specifying a service account signing key");
    }

    @Test
    void a_signing_key_must_exist() {
        wantSigningKey("https://issuer");

        assertThat(problem())
                .isEqualTo(SIGNING_KEY + "failed to get hosted cluster service account signing key secret: secrets"
                        + " \"mine\" not found");
    }

    @Test
    void a_signing_key_has_its_place_in_the_secret() {
        object("Secret", "clusters", "mine", "other", "e30=");
        wantSigningKey("https://issuer");

        assertThat(problem()).startsWith(SIGNING_KEY).contains("missing key \"key\"");
    }

    @Test
    void a_signing_key_must_be_one() {
        object("Secret", "clusters", "mine", "key", "e30=");
        wantSigningKey("https://issuer");

        assertThat(problem()).startsWith(SIGNING_KEY);
    }

    @Test
    void a_signing_key_cannot_be_exchanged() {
        object("Secret", "clusters", "mine", "key", signingKey());
        object("Secret", NAMESPACE, "sa-signing-key", "service-account.key", signingKey());
        wantSigningKey("https://issuer");

        assertThat(problem())
                .isEqualTo(
                        SIGNING_KEY + "existing control plane service account signing key does not match private key");
    }

    @Test
    void a_signing_key_may_be_the_one_in_use() {
        object("Secret", "clusters", "mine", "key", signingKey());
        wantSigningKey("https://issuer");

        assertThat(problem()).isEmpty();
        assertThat(demo.world.existing(io.fabric8.kubernetes.api.model.Secret.class, NAMESPACE, "sa-signing-key"))
                .isNotNull();
        assertThat(problem()).isEmpty();
    }

    @Test
    void platforms_have_their_say() {
        platform.problems = List.of("aws cluster needs .spec.platform.aws to be filled");

        assertThat(problem()).isEqualTo("aws cluster needs .spec.platform.aws to be filled");
    }

    @Test
    void problems_come_in_the_order_of_the_checks() {
        platform.problems = List.of("platform");
        demo.patchSpec("clusterID", "abc", "additionalTrustBundle", JsonObject.of("name", "nope"));
        wantSigningKey("");

        assertThat(problem())
                .isEqualTo("[" + SIGNING_KEY
                        + "the IssuerURL must be set when specifying a service account signing key, platform, cannot"
                        + " parse cluster ID \"abc\": invalid UUID length: 3, failed to get configMap nope: configmaps"
                        + " \"nope\" not found]");
    }

    @Test
    void trust_bundles_must_exist_and_hold_certificates() {
        object("ConfigMap", "clusters", "proxy", "other", "x");
        demo.patchSpec(
                "additionalTrustBundle",
                JsonObject.of("name", "nope"),
                "configuration",
                JsonObject.of("proxy", JsonObject.of("trustedCA", JsonObject.of("name", "proxy"))));

        assertThat(problem())
                .isEqualTo("[failed to get configMap nope: configmaps \"nope\" not found, configMap proxy must have a"
                        + " ca-bundle.crt key]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kubernetes.default.svc", "localhost", "api.demo.hypershift.local"})
    void certificates_of_the_user_may_not_take_the_api_servers_internal_names(String name) {
        wantCertificate(JsonObject.of("names", JsonArray.of(name)));

        assertThat(problem())
                .isEqualTo("custom serving cert: Invalid value: []string{\"" + name
                        + "\"}: conflicting DNS names found in KAS SANs. Configuration is invalid");
    }

    @Test
    void names_in_certificates_of_the_user_count_as_well() {
        object("Secret", "clusters", "serving", "tls.crt", CERTIFICATE);
        wantCertificate(JsonObject.of("servingCertificate", JsonObject.of("name", "serving")));

        assertThat(problem())
                .contains("{\"api.example.com\", \"kubernetes.default\"}: conflicting DNS names")
                .contains("{\"127.0.0.1\"}: conflicting IP addresses");
    }

    @Test
    void certificates_of_the_user_may_have_names_of_their_own() {
        wantCertificate(JsonObject.of("names", JsonArray.of("api.example.com")));

        assertThat(problem()).isEmpty();
    }
}
