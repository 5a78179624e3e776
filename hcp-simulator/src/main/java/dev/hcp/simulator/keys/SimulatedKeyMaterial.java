package dev.hcp.simulator.keys;

import dev.hcp.platforms.KeyMaterial;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Key material that is a function of a seed: the same purpose always gets the same bytes.
 *
 * <p>Certificates carry elliptic curve keys on P-256: an authority has its own, the others share a small pool. Signing keys are RSA of
 * 2048 bits out of a fixed set. All of it is valid (OpenSSL, Go and Java read and verify it) and none of it is secret.
 * Thread-safe.
 */
public final class SimulatedKeyMaterial implements KeyMaterial {
    private static final String NAME_ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
    private static final String PASSWORD_ALPHABET = "abcdefghijkmnopqrstuvwxyzABCDEFGHIJKLMNPQRSTUVWXYZ23456789";
    private static final int POOL_SIZE = 16;

    private final Derivation derivation;
    private final AtomicReferenceArray<EcKey> pool = new AtomicReferenceArray<>(POOL_SIZE);
    private final AtomicReferenceArray<Nonce> nonces = new AtomicReferenceArray<>(POOL_SIZE);

    public SimulatedKeyMaterial(long seed) {
        derivation = new Derivation(seed);
    }

    @Override
    public String uuid(String purpose) {
        ByteBuffer random = ByteBuffer.wrap(derivation.bytes("uuid", purpose, 16));
        long high = random.getLong() & ~0xf000L | 0x4000L;
        long low = random.getLong() & ~(3L << 62) | 1L << 63;
        return new UUID(high, low).toString();
    }

    @Override
    public String nameSuffix(String purpose, int length) {
        return derivation.text("name", purpose, length, NAME_ALPHABET);
    }

    @Override
    public byte[] bytes(String purpose, int length) {
        return derivation.bytes("bytes", purpose, length);
    }

    @Override
    public String password(String purpose) {
        String characters = derivation.text("password", purpose, 20, PASSWORD_ALPHABET);
        return String.join(
                "-",
                characters.substring(0, 5),
                characters.substring(5, 10),
                characters.substring(10, 15),
                characters.substring(15));
    }

    /** Has the form of such a hash; no login server would let anybody in for it. */
    @Override
    public String passwordHash(String purpose, String password) {
        return "$2a$10$" + derivation.text("password-hash/" + purpose, password, 53, PASSWORD_ALPHABET);
    }

    @Override
    public KeyPair authority(String purpose, String commonName, Instant notBefore) {
        EcKey key = EcKey.of(derivation.bytes("authority", purpose, 12));
        byte[] name = CertificateWriter.name(commonName, List.of("openshift"));
        byte[] certificate = CertificateWriter.authority(
                signing(name, key.publicKey(), key.secret(), purpose), serial(purpose), notBefore);
        return new KeyPair(Pem.encode("CERTIFICATE", certificate), key.privateKeyPem());
    }

    @Override
    public KeyPair certificate(String purpose, CertificateRequest request, KeyPair authority, Instant notBefore) {
        EcKey key = pooled(derivation.index("certificate", purpose, POOL_SIZE));
        // Version, serial number, algorithm, issuer and validity come before the subject and its key.
        DerReader issuer = new DerReader(Pem.decode("CERTIFICATE", authority.certificate()))
                .enter()
                .enter()
                .skip()
                .skip()
                .skip()
                .skip()
                .skip();
        Signing signing = signing(issuer.whole(), issuer.whole(), EcKey.secretOf(authority.privateKey()), purpose);
        byte[] certificate =
                CertificateWriter.certificate(signing, serial(purpose), notBefore, request, key.publicKey());
        return new KeyPair(Pem.encode("CERTIFICATE", certificate), key.privateKeyPem());
    }

    @Override
    public KeyPair signingKey(String purpose) {
        return RsaKeys.pair(derivation.index("signing", purpose, RsaKeys.count()));
    }

    private byte[] serial(String purpose) {
        byte[] serial = derivation.bytes("serial", purpose, 16);
        serial[0] &= 0x7f;
        return serial;
    }

    private Signing signing(byte[] name, byte[] publicKey, BigInteger secret, String purpose) {
        Nonce nonce = nonce(derivation.index("nonce", purpose, POOL_SIZE));
        return new Signing(name, publicKey, EcKey.SIGNATURE_ALGORITHM, message -> nonce.sign(message, secret));
    }

    private Nonce nonce(int slot) {
        Nonce nonce = nonces.get(slot);
        if (nonce == null) {
            nonce = Nonce.of(derivation.bytes("nonces", String.valueOf(slot), 12));
            nonces.set(slot, nonce);
        }
        return nonce;
    }

    private EcKey pooled(int slot) {
        EcKey key = pool.get(slot);
        if (key == null) {
            key = EcKey.of(derivation.bytes("pool", String.valueOf(slot), 12));
            pool.set(slot, key);
        }
        return key;
    }
}
