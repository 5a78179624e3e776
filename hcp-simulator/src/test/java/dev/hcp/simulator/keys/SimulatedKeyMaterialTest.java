package dev.hcp.simulator.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import dev.hcp.platforms.KeyMaterial.CertificateRequest;
import dev.hcp.platforms.KeyMaterial.KeyPair;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SimulatedKeyMaterialTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00.123Z");
    private static final CertificateRequest SERVER = new CertificateRequest(
            "kube-apiserver",
            List.of("kubernetes"),
            List.of("kube-apiserver", "*.clusters-demo.svc.cluster.local"),
            List.of("172.31.0.1", "127.0.0.1", "fd02::1"),
            false,
            true);

    private final SimulatedKeyMaterial keys = new SimulatedKeyMaterial(42);

    @Test
    void the_same_seed_and_purpose_give_the_same_bytes_and_others_do_not() {
        SimulatedKeyMaterial same = new SimulatedKeyMaterial(42);
        SimulatedKeyMaterial other = new SimulatedKeyMaterial(43);
        KeyPair authority = keys.authority("demo/root-ca", "root-ca", NOW);
        assertThat(same.authority("demo/root-ca", "root-ca", NOW)).isEqualTo(authority);
        assertThat(other.authority("demo/root-ca", "root-ca", NOW).privateKey()).isNotEqualTo(authority.privateKey());
        assertThat(keys.authority("demo/other-ca", "root-ca", NOW).privateKey()).isNotEqualTo(authority.privateKey());
        assertThat(same.certificate("demo/server", SERVER, authority, NOW))
                .isEqualTo(keys.certificate("demo/server", SERVER, authority, NOW));
        assertThat(same.signingKey("demo")).isEqualTo(keys.signingKey("demo"));
        assertThat(same.uuid("a")).isEqualTo(keys.uuid("a")).isNotEqualTo(keys.uuid("b"));
        assertThat(same.bytes("a", 40)).isEqualTo(keys.bytes("a", 40)).isNotEqualTo(other.bytes("a", 40));
        assertThat(same.password("a")).isEqualTo(keys.password("a")).isNotEqualTo(other.password("a"));
    }

    @Test
    void a_certificate_has_the_subject_names_usages_and_validity_that_were_asked_for() throws Exception {
        KeyPair authority = keys.authority("demo/root-ca", "root-ca", NOW);
        X509Certificate certificate = parse(keys.certificate("demo/server", SERVER, authority, NOW));
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=kube-apiserver,O=kubernetes");
        assertThat(certificate.getIssuerX500Principal())
                .isEqualTo(parse(authority).getSubjectX500Principal());
        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactly(
                        "kube-apiserver",
                        "*.clusters-demo.svc.cluster.local",
                        "172.31.0.1",
                        "127.0.0.1",
                        "fd02:0:0:0:0:0:0:1");
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getNotBefore()).isEqualTo(Date.from(Instant.parse("2026-01-01T10:00:00Z")));
        assertThat(certificate.getNotAfter()).isEqualTo(Date.from(Instant.parse("2027-01-01T10:00:00Z")));
        assertThat(certificate.getSerialNumber().signum()).isPositive();
    }

    @Test
    void an_authority_says_that_it_is_one() throws Exception {
        X509Certificate certificate = parse(keys.authority("demo/root-ca", "root-ca", NOW));
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=root-ca,O=openshift");
        assertThat(certificate.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
        assertThat(certificate.getKeyUsage()[5]).as("may sign certificates").isTrue();
        assertThatCode(() -> certificate.verify(certificate.getPublicKey())).doesNotThrowAnyException();
    }

    @Test
    void an_authority_vouches_for_its_certificates_and_not_for_those_of_another() throws Exception {
        KeyPair mine = keys.authority("demo/root-ca", "root-ca", NOW);
        KeyPair other = keys.authority("other/root-ca", "root-ca", NOW);
        X509Certificate certificate = parse(keys.certificate("demo/server", SERVER, mine, NOW));
        assertThatCode(() -> validate(certificate, mine)).doesNotThrowAnyException();
        assertThatThrownBy(() -> validate(certificate, other)).isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void a_private_key_belongs_to_its_certificate() throws Exception {
        KeyPair pair = keys.certificate("demo/server", SERVER, keys.authority("ca", "ca", NOW), NOW);
        PrivateKey privateKey = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Pem.decode("PRIVATE KEY", pair.privateKey())));
        assertThat(verifies("SHA256withECDSA", privateKey, parse(pair).getPublicKey()))
                .isTrue();
    }

    @Property(tries = 200)
    void every_key_and_signature_is_valid(@ForAll long seed, @ForAll String purpose) throws Exception {
        SimulatedKeyMaterial any = new SimulatedKeyMaterial(seed);
        KeyPair authority = any.authority(purpose, "ca", NOW);
        validate(parse(any.certificate(purpose, SERVER, authority, NOW)), authority);
    }

    @Property(tries = 20)
    void every_signing_key_is_a_valid_rsa_pair(@ForAll @IntRange(max = 65) int number) throws Exception {
        KeyPair pair = RsaKeys.pair(number);
        DerReader key = new DerReader(Pem.decode("RSA PRIVATE KEY", pair.privateKey()))
                .enter()
                .skip();
        KeyFactory factory = KeyFactory.getInstance("RSA");
        PrivateKey privateKey = factory.generatePrivate(new RSAPrivateCrtKeySpec(
                number(key),
                number(key),
                number(key),
                number(key),
                number(key),
                number(key),
                number(key),
                number(key)));
        PublicKey publicKey =
                factory.generatePublic(new X509EncodedKeySpec(Pem.decode("PUBLIC KEY", pair.certificate())));
        assertThat(((RSAKey) publicKey).getModulus().bitLength()).isEqualTo(2048);
        assertThat(verifies("SHA256withRSA", privateKey, publicKey)).isTrue();
    }

    @Test
    void the_signing_keys_are_all_different() {
        assertThat(IntStream.range(0, RsaKeys.count()).mapToObj(RsaKeys::pair))
                .doesNotHaveDuplicates()
                .hasSize(66);
    }

    @Test
    void identifiers_have_their_usual_form() {
        assertThat(UUID.fromString(keys.uuid("demo"))).returns(4, UUID::version).returns(2, UUID::variant);
        assertThat(keys.nameSuffix("demo", 5)).matches("[bcdfghjklmnpqrstvwxz2456789]{5}");
        assertThat(keys.nameSuffix("demo", 40))
                .startsWith(keys.nameSuffix("demo", 40).substring(0, 5))
                .hasSize(40);
        assertThat(keys.password("demo")).matches("([a-zA-Z0-9]{5}-){3}[a-zA-Z0-9]{5}");
        assertThat(keys.bytes("demo", 70)).hasSize(70);
    }

    @Test
    void an_authority_that_is_not_simulated_is_refused_with_a_way_out() {
        KeyPair rsa = keys.signingKey("demo");
        KeyPair mine = keys.authority("ca", "ca", NOW);
        byte[] ed25519 = Der.sequence(
                Der.integer(0), Der.sequence(Der.oid("1.3.101.112")), Der.octets(Der.octets(new byte[32])));
        KeyPair foreign = new KeyPair(mine.certificate(), Pem.encode("PRIVATE KEY", ed25519));
        assertThatThrownBy(() -> keys.certificate("server", SERVER, foreign, NOW))
                .isInstanceOf(HcpException.class)
                .hasMessageContaining("P-256")
                .hasMessageContaining("delete the secret");
        assertThatThrownBy(() -> keys.certificate("server", SERVER, rsa, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CERTIFICATE");
    }

    @Test
    void no_key_is_printed() {
        assertThat(keys.authority("ca", "ca", NOW).toString()).doesNotContain("BEGIN");
    }

    private static BigInteger number(DerReader key) {
        return new BigInteger(key.content());
    }

    private static boolean verifies(String algorithm, PrivateKey privateKey, PublicKey publicKey)
            throws GeneralSecurityException {
        byte[] message = "hello".getBytes(StandardCharsets.UTF_8);
        Signature signer = Signature.getInstance(algorithm);
        signer.initSign(privateKey);
        signer.update(message);
        byte[] signature = signer.sign();
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(publicKey);
        verifier.update(message);
        return verifier.verify(signature);
    }

    private static void validate(X509Certificate certificate, KeyPair authority) throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(parse(authority), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(NOW.plus(Duration.ofDays(1))));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), parameters);
    }

    private static X509Certificate parse(KeyPair pair) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pair.certificate().getBytes(StandardCharsets.US_ASCII)));
    }
}
