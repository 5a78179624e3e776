package dev.hcp.reconcilers.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import dev.hcp.platforms.KeyMaterial;
import dev.hcp.platforms.KeyMaterial.CertificateRequest;
import dev.hcp.platforms.KeyMaterial.KeyPair;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratedKeyMaterialTest {
    private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");
    private static final CertificateRequest REQUEST = new CertificateRequest(
            "kubernetes", List.of("kubernetes"), List.of("api.example.com"), List.of("172.31.0.1"), true, true);

    private final KeyMaterial material = new GeneratedKeyMaterial();

    @Test
    void a_certificate_is_signed_by_its_authority_for_its_names() throws Exception {
        KeyPair authority = material.authority("root-ca", "root-ca", NOW);

        X509Certificate root = certificate(authority);
        X509Certificate leaf = certificate(material.certificate("server", REQUEST, authority, NOW));

        leaf.verify(root.getPublicKey());
        assertThat(root.getBasicConstraints()).isNotNegative();
        assertThat(leaf.getBasicConstraints()).isNegative();
        assertThat(leaf.getIssuerX500Principal()).isEqualTo(root.getSubjectX500Principal());
        assertThat(leaf.getSubjectX500Principal().getName()).contains("CN=kubernetes", "O=kubernetes");
        assertThat(leaf.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(List.of(2, "api.example.com"), List.of(7, "172.31.0.1"));
        assertThat(leaf.getExtendedKeyUsage()).containsExactlyInAnyOrder("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(leaf.getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(365)));
        assertThat(root.getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(3650)));
    }

    @Test
    void every_call_gives_something_fresh() {
        assertThat(material.uuid("id")).isNotEqualTo(material.uuid("id"));
        assertThat(material.bytes("key", 32)).isNotEqualTo(material.bytes("key", 32));
        assertThat(material.password("kubeadmin")).matches("([a-zA-Z2-9]{5}-){3}[a-zA-Z2-9]{5}");
        assertThat(material.nameSuffix("infra", 5)).matches("[bcdfghjklmnpqrstvwxz2456789]{5}");
    }

    @Test
    void a_signing_key_is_in_the_forms_that_the_control_plane_reads() {
        KeyPair key = material.signingKey("sa-signing-key");

        assertThat(key.privateKey()).startsWith("-----BEGIN RSA PRIVATE KEY-----");
        assertThat(key.certificate()).startsWith("-----BEGIN PUBLIC KEY-----");
    }

    @Test
    void what_is_no_authority_is_refused_with_words() {
        KeyPair broken = new KeyPair("no certificate", "no key");

        assertThatThrownBy(() -> material.certificate("server", REQUEST, broken, NOW))
                .isInstanceOf(HcpException.class)
                .hasMessageContaining("not a certificate in PEM");
    }

    private static X509Certificate certificate(KeyPair pair) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pair.certificate().getBytes(StandardCharsets.US_ASCII)));
    }
}
