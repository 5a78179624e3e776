package dev.hcp.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.KeyMaterial;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.OperatorOptions;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.StoredWorld;
import dev.hcp.reconcilers.controlplane.HostedControlPlaneReconciler;
import dev.hcp.simulator.keys.SimulatedKeyMaterial;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The certificates of a control plane: whom they are for, and when they are made anew. */
class ControlPlaneCertificatesTest {
    private static final String NAMESPACE = "clusters-demo";
    private static final ObjectKey KEY = new ObjectKey(NAMESPACE, "demo");
    private static final String KIND = PlainStore.kindOf(HostedControlPlane.class);

    private final StoreWorld world = new StoreWorld();
    private final HostedControlPlaneReconciler reconciler = new HostedControlPlaneReconciler();

    /** A store, time that a test moves, and keys as the simulator makes them. */
    private static final class StoreWorld implements StoredWorld {
        final PlainStore store = new PlainStore();
        private final KeyMaterial keys = new SimulatedKeyMaterial(7);
        Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public PlainStore store() {
            return store;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public ReleaseCatalogue releases() {
            return image -> new ReleaseMetadata(
                    image, "4.17.0", "AMD64", Map.of(), Optional.empty(), Map.of(), Map.of(), JsonObject.EMPTY);
        }

        @Override
        public KeyMaterial keyMaterial() {
            return keys;
        }

        @Override
        public ManagementCluster managementCluster() {
            return new ManagementCluster(
                    true,
                    "None",
                    Optional.of("apps.example.com"),
                    OperatorOptions.DEFAULTS,
                    Optional.empty(),
                    "1.30.0");
        }
    }

    @BeforeEach
    void a_control_plane_that_is_published_at_every_kind_of_address() {
        world.store.create(JsonObject.of(
                "apiVersion",
                "hypershift.openshift.io/v1beta1",
                "kind",
                "HostedControlPlane",
                "metadata",
                JsonObject.of("name", "demo", "namespace", NAMESPACE, "uid", "u1"),
                "spec",
                JsonObject.of(
                        "dns",
                        JsonObject.of("baseDomain", "example.com"),
                        "etcd",
                        JsonObject.of("managementType", "Managed"),
                        "infraID",
                        "demo-abcde",
                        "networking",
                        JsonObject.of("serviceNetwork", JsonArray.of(JsonObject.of("cidr", "172.31.0.0/16"))),
                        "platform",
                        JsonObject.of("type", "None"),
                        "releaseImage",
                        "release:4.17.0",
                        "services",
                        JsonArray.of(
                                nodePort("APIServer", "203.0.113.7"),
                                nodePort("Konnectivity", "203.0.113.8"),
                                nodePort("Ignition", "203.0.113.10"),
                                JsonObject.of(
                                        "service",
                                        "OAuthServer",
                                        "servicePublishingStrategy",
                                        JsonObject.of(
                                                "route",
                                                JsonObject.of("hostname", "login.example.com"),
                                                "type",
                                                "Route"))))));
        pass();
        pass();
    }

    private static JsonObject nodePort(String service, String address) {
        return JsonObject.of(
                "service",
                service,
                "servicePublishingStrategy",
                JsonObject.of("nodePort", JsonObject.of("address", address, "port", 30100), "type", "NodePort"));
    }

    private Plan pass() {
        Plan plan = reconciler.reconcile(
                world.get(HostedControlPlane.class, NAMESPACE, "demo").orElseThrow(), world);
        assertThat(plan.failure()).isEmpty();
        assertThat(world.store.execute(plan, reconciler.name(), world.now)).isEmpty();
        return plan;
    }

    private X509Certificate certificate(String secret) {
        JsonObject data =
                world.tree(Secret.class, NAMESPACE, secret).orElseThrow().object("data");
        byte[] pem = Base64.getDecoder().decode(String.valueOf(data.get("tls.crt")));
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
        } catch (CertificateException e) {
            throw new AssertionError("no certificate in " + secret, e);
        }
    }

    private List<String> names(String secret) {
        try {
            return certificate(secret).getSubjectAlternativeNames().stream()
                    .map(entry -> String.valueOf(entry.get(1)))
                    .toList();
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void every_published_host_is_in_the_certificate_behind_it() {
        assertThat(names("kas-server-crt"))
                .contains(
                        "203.0.113.7",
                        "172.31.0.1",
                        "172.20.0.1",
                        "api.demo.hypershift.local",
                        "kube-apiserver.clusters-demo.svc",
                        "openshift.default.svc");
        assertThat(names("konnectivity-cluster")).contains("203.0.113.8", "konnectivity-server.clusters-demo.svc");
        assertThat(names("oauth-server-crt")).contains("login.example.com", "oauth-openshift.clusters-demo.svc");
        assertThat(names("ingress-crt")).containsExactly("*.apps.demo.example.com");
    }

    /** Brings up what the control plane waits for, one after the other. */
    private void workloadsRun() {
        JsonObject status =
                JsonObject.of("availableReplicas", 1, "readyReplicas", 1, "replicas", 1, "updatedReplicas", 1);
        for (int round = 0; round < 3; round++) {
            world.store.everything().values().stream()
                    .filter(object -> "apps/v1".equals(object.text("apiVersion")))
                    .forEach(object -> world.store.patch(
                            "apps/" + object.text("kind"), ObjectKey.of(object), JsonObject.of("status", status)));
            pass();
        }
    }

    @Test
    void nodes_find_the_address_that_they_fetch_their_configuration_from_in_its_certificate() {
        workloadsRun();

        assertThat(names("ignition-server-serving-cert")).containsExactly("203.0.113.10");
        assertThat(certificate("ignition-server-serving-cert").getIssuerX500Principal())
                .isEqualTo(certificate("ignition-server-ca-cert").getSubjectX500Principal());
        assertThat(world.tree(Secret.class, NAMESPACE, "ignition-server-serving-cert")
                        .orElseThrow()
                        .object("metadata", "annotations"))
                .containsKey("hypershiftlite.openshift.io/ca-hash");
        assertThat(pass().isEmpty()).isTrue();
    }

    @Test
    void another_host_makes_its_certificate_anew_and_no_other() {
        X509Certificate api = certificate("kas-server-crt");
        X509Certificate tunnel = certificate("konnectivity-cluster");
        JsonObject object =
                world.tree(HostedControlPlane.class, NAMESPACE, "demo").orElseThrow();
        JsonArray services = JsonArray.of(
                nodePort("APIServer", "203.0.113.9"),
                object.array("spec", "services").object(1),
                object.array("spec", "services").object(3));
        world.store.patch(KIND, KEY, JsonObject.of("spec", JsonObject.of("services", services)));

        pass();

        assertThat(names("kas-server-crt")).contains("203.0.113.9").doesNotContain("203.0.113.7");
        assertThat(certificate("kas-server-crt")).isNotEqualTo(api);
        assertThat(certificate("konnectivity-cluster")).isEqualTo(tunnel);
    }

    @ParameterizedTest
    @CsvSource({"334, false", "336, true"})
    void a_certificate_is_made_anew_thirty_days_before_its_end_and_its_authority_never(int days, boolean renewed) {
        X509Certificate before = certificate("kas-server-crt");
        X509Certificate authority = certificate("root-ca");
        world.now = world.now.plus(Duration.ofDays(days));

        pass();

        assertThat(certificate("kas-server-crt").equals(before)).isEqualTo(!renewed);
        assertThat(certificate("root-ca")).isEqualTo(authority);
        assertThat(Duration.between(
                        authority.getNotBefore().toInstant(),
                        authority.getNotAfter().toInstant()))
                .isEqualTo(Duration.ofDays(3650));
    }

    @Test
    void validity_and_renewal_are_those_of_the_operators_environment() {
        world.store.create(JsonObject.of(
                "apiVersion",
                "apps/v1",
                "kind",
                "Deployment",
                "metadata",
                JsonObject.of("name", "control-plane-operator", "namespace", NAMESPACE),
                "spec",
                JsonObject.of(
                        "template",
                        JsonObject.of(
                                "spec",
                                JsonObject.of(
                                        "containers",
                                        JsonArray.of(JsonObject.of(
                                                "env",
                                                JsonArray.of(
                                                        JsonObject.of("name", "CERTIFICATE_VALIDITY", "value", "24h"),
                                                        JsonObject.of(
                                                                "name",
                                                                "CERTIFICATE_RENEWAL_PERCENTAGE",
                                                                "value",
                                                                "0.25")))))))));
        world.store.delete("/Secret", new ObjectKey(NAMESPACE, "kcm-server"), world.now);
        pass();
        X509Certificate first = certificate("kcm-server");
        assertThat(first.getNotAfter().toInstant()).isEqualTo(world.now.plus(Duration.ofHours(24)));

        world.now = world.now.plus(Duration.ofHours(17));
        pass();
        assertThat(certificate("kcm-server")).isEqualTo(first);

        world.now = world.now.plus(Duration.ofHours(2));
        pass();
        assertThat(certificate("kcm-server")).isNotEqualTo(first);
    }

    @Test
    void a_pass_with_all_certificates_in_place_wants_nothing() {
        assertThat(pass().isEmpty()).isTrue();
    }

    @Test
    void nothing_is_made_when_somebody_else_looks_after_certificates() {
        world.store.patch(
                KIND,
                KEY,
                JsonObject.of(
                        "metadata",
                        JsonObject.of(
                                "annotations",
                                JsonObject.of("hypershift.openshift.io/disable-pki-reconciliation", "true"))));
        world.store.delete("/Secret", new ObjectKey(NAMESPACE, "kcm-server"), world.now);

        pass();

        assertThat(world.tree(Secret.class, NAMESPACE, "kcm-server")).isEmpty();
    }

    @Test
    void a_signing_key_of_the_users_is_left_to_the_hypershift_operator() {
        world.store.patch(
                KIND,
                KEY,
                JsonObject.of("spec", JsonObject.of("serviceAccountSigningKey", JsonObject.of("name", "mine"))));
        world.store.delete("/Secret", new ObjectKey(NAMESPACE, "sa-signing-key"), world.now);

        pass();

        assertThat(world.tree(Secret.class, NAMESPACE, "sa-signing-key")).isEmpty();
    }
}
