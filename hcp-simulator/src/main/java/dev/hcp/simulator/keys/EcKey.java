package dev.hcp.simulator.keys;

import dev.hcp.api.HcpException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A key pair on P-256. */
final class EcKey {
    /** Algorithm identifier of the keys. */
    static final byte[] KEY_ALGORITHM = Der.sequence(Der.oid("1.2.840.10045.2.1"), Der.oid("1.2.840.10045.3.1.7"));
    /** Algorithm identifier of ECDSA with SHA-256. */
    static final byte[] SIGNATURE_ALGORITHM = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));

    private static final String PRIVATE_KEY = "PRIVATE KEY";

    private final BigInteger secret;
    private final byte[] publicKey;

    private EcKey(BigInteger secret, byte[] publicKey) {
        this.secret = secret;
        this.publicKey = publicKey;
    }

    /** The key pair that twelve bytes choose. */
    static EcKey of(byte[] choice) {
        ByteBuffer numbers = ByteBuffer.wrap(choice);
        BigInteger secret = P256.scalar(numbers.getInt(), numbers.getInt(), numbers.getInt());
        P256.Point point = P256.multiple(secret);
        byte[] publicKey = Der.sequence(
                KEY_ALGORITHM, Der.tagged(0x03, new byte[] {0, 4}, P256.bytes(point.x()), P256.bytes(point.y())));
        return new EcKey(secret, publicKey);
    }

    /** Reads the private key of an authority from PEM. */
    static BigInteger secretOf(String privateKeyPem) {
        DerReader key = new DerReader(Pem.decode(PRIVATE_KEY, privateKeyPem)).enter();
        if (!Arrays.equals(key.skip().whole(), KEY_ALGORITHM)) {
            throw new HcpException("cannot sign with an authority whose private key is not an elliptic curve key on"
                    + " P-256, as all simulated ones are; delete the secret that holds it to have it made anew");
        }
        DerReader inner = new DerReader(key.content()).enter();
        return new BigInteger(1, inner.skip().content());
    }

    /** The subject public key info. */
    byte[] publicKey() {
        return publicKey;
    }

    BigInteger secret() {
        return secret;
    }

    /** PKCS#8 in PEM. */
    String privateKeyPem() {
        byte[] inner = Der.sequence(Der.integer(1), Der.octets(P256.bytes(secret)));
        return Pem.encode(PRIVATE_KEY, Der.sequence(Der.integer(0), KEY_ALGORITHM, Der.octets(inner)));
    }
}
