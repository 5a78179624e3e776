package dev.hcp.simulator.keys;

import dev.hcp.api.HcpException;
import dev.hcp.platforms.KeyMaterial;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Signs tokens with an RSA key, and verifies what it has signed ({@code RS256}). Thread-safe. */
public final class RsaSigner {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final String ALGORITHM = "SHA256withRSA";

    private final PrivateKey privateKey;
    private final RSAPublicKey publicKey;
    private final String keyId;

    private RsaSigner(PrivateKey privateKey, RSAPublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.keyId = URL.encodeToString(Derivation.sha256().digest(publicKey.getEncoded()));
    }

    /** With a signing key such as {@link KeyMaterial#signingKey} gives. */
    public static RsaSigner of(KeyMaterial.KeyPair pair) {
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            byte[] inner = Pem.decode("RSA PRIVATE KEY", pair.privateKey());
            byte[] privateKey = Der.sequence(Der.integer(0), RsaKeys.ALGORITHM, Der.octets(inner));
            byte[] publicKey = Pem.decode("PUBLIC KEY", pair.certificate());
            return new RsaSigner(factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey)), (RSAPublicKey)
                    factory.generatePublic(new X509EncodedKeySpec(publicKey)));
        } catch (GeneralSecurityException e) {
            throw new HcpException("cannot read the key that signs tokens: " + e.getMessage(), e);
        }
    }

    /** The name of the key: a digest of its public half. */
    public String keyId() {
        return keyId;
    }

    /** The modulus of the public key, as JSON web keys have it. */
    public String modulus() {
        return number(publicKey.getModulus());
    }

    /** The exponent of the public key, as JSON web keys have it. */
    public String exponent() {
        return number(publicKey.getPublicExponent());
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int start = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        return URL.encodeToString(java.util.Arrays.copyOfRange(bytes, start, bytes.length));
    }

    /** The signature of a message. */
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new HcpException("cannot sign a token: " + e.getMessage(), e);
        }
    }

    /** Whether this key has signed the message so. */
    public boolean verifies(byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(publicKey);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // A signature of another length is an error to Java; here it is just not ours.
            return false;
        }
    }
}
