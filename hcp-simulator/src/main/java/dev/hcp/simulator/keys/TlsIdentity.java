package dev.hcp.simulator.keys;

import dev.hcp.api.HcpException;
import dev.hcp.platforms.KeyMaterial.CertificateRequest;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;

/**
 * A certificate of a TLS server and the authority that signed it, with keys that are really random. All members are PEM.
 *
 * @param authority certificate of the authority, for clients to trust
 * @param certificate certificate of the server
 * @param privateKey private key of the server, in PKCS#8
 */
public record TlsIdentity(String authority, String certificate, String privateKey) {
    /**
     * Makes an identity that is valid for a year. The authority's private key is forgotten.
     *
     * @param dnsNames names under which the server is reached
     * @param ipAddresses addresses under which the server is reached
     */
    public static TlsIdentity generate(List<String> dnsNames, List<String> ipAddresses, Instant notBefore) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            SecureRandom random = new SecureRandom();
            KeyPair authorityKey = generator.generateKeyPair();
            Signing authority = new Signing(
                    CertificateWriter.name("hcp-simulator", List.of()),
                    authorityKey.getPublic().getEncoded(),
                    EcKey.SIGNATURE_ALGORITHM,
                    message -> sign(authorityKey.getPrivate(), message));
            KeyPair serverKey = generator.generateKeyPair();
            CertificateRequest request =
                    new CertificateRequest("hcp-simulator", List.of(), dnsNames, ipAddresses, false, true);
            return new TlsIdentity(
                    Pem.encode("CERTIFICATE", CertificateWriter.authority(authority, serial(random), notBefore)),
                    Pem.encode(
                            "CERTIFICATE",
                            CertificateWriter.certificate(
                                    authority,
                                    serial(random),
                                    notBefore,
                                    request,
                                    serverKey.getPublic().getEncoded())),
                    Pem.encode("PRIVATE KEY", serverKey.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new HcpException("cannot make the certificate of the server: " + e.getMessage(), e);
        }
    }

    private static byte[] serial(SecureRandom random) {
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
            throw new HcpException("cannot sign the certificate of the server: " + e.getMessage(), e);
        }
    }

    /** Without the private key. */
    @Override
    public String toString() {
        return "TlsIdentity[certificate=" + certificate.length() + " characters, privateKey=***]";
    }
}
