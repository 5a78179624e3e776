package dev.hcp.simulator.keys;

import dev.hcp.api.HcpException;
import dev.hcp.platforms.KeyMaterial.CertificateRequest;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.List;

/**
 * An authority that signs the certificates of a TLS server and of its clients, with keys that are really random. Its own
 * key never leaves it. Thread-safe.
 */
public final class TlsAuthority {
    private final SecureRandom random = new SecureRandom();
    private final Instant notBefore;
    private final Signing signing;
    private final String certificate;

    private TlsAuthority(KeyPair key, Instant notBefore) {
        this.notBefore = notBefore;
        this.signing = new Signing(
                CertificateWriter.name("hcp-simulator", List.of()),
                key.getPublic().getEncoded(),
                EcKey.SIGNATURE_ALGORITHM,
                message -> sign(key.getPrivate(), message));
        this.certificate = Pem.encode("CERTIFICATE", CertificateWriter.authority(signing, serial(), notBefore));
    }

    /**
     * A new authority.
     *
     * @param notBefore when its certificate and those that it signs begin to be valid; theirs are valid for a year
     */
    public static TlsAuthority generate(Instant notBefore) {
        return new TlsAuthority(newKey(), notBefore);
    }

    /** Its certificate in PEM, for the other side to trust. */
    public String certificate() {
        return certificate;
    }

    /**
     * An identity of a server.
     *
     * @param dnsNames names under which the server is reached
     * @param ipAddresses addresses under which the server is reached
     */
    public TlsIdentity server(List<String> dnsNames, List<String> ipAddresses) {
        return identity(
                new CertificateRequest("hcp-simulator", List.of(), dnsNames, ipAddresses, false, true), newKey());
    }

    /**
     * An identity of a client.
     *
     * @param user name of the user
     * @param groups groups of the user
     */
    public TlsIdentity client(String user, List<String> groups) {
        return identity(new CertificateRequest(user, groups, List.of(), List.of(), true, false), newRsaKey());
    }

    private TlsIdentity identity(CertificateRequest request, KeyPair key) {
        byte[] signed = CertificateWriter.certificate(
                signing, serial(), notBefore, request, key.getPublic().getEncoded());
        return new TlsIdentity(
                certificate,
                Pem.encode("CERTIFICATE", signed),
                Pem.encode("PRIVATE KEY", key.getPrivate().getEncoded()));
    }

    private static KeyPair newKey() {
        return newKey("EC", new ECGenParameterSpec("secp256r1"));
    }

    /** Takes longer to find, and is read by clients that read no other, such as fabric8's without Bouncy Castle. */
    private static KeyPair newRsaKey() {
        return newKey("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
    }

    private static KeyPair newKey(String algorithm, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new HcpException("cannot make a key for a certificate: " + e.getMessage(), e);
        }
    }

    private byte[] serial() {
        byte[] serial = new byte[16];
        random.nextBytes(serial);
        serial[0] &= 0x7f;
        return serial;
    }

    private static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new HcpException("cannot sign a certificate: " + e.getMessage(), e);
        }
    }
}
