package dev.hcp.simulator.keys;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * What an ECDSA signature needs besides the key and the message, prepared once and used for many signatures.
 *
 * @param inverse inverse of the scalar, modulo the order of the group
 * @param r first half of the signature: the x coordinate of the scalar's point
 */
record Nonce(BigInteger inverse, BigInteger r) {
    /** The nonce that twelve bytes choose. */
    static Nonce of(byte[] choice) {
        ByteBuffer numbers = ByteBuffer.wrap(choice);
        BigInteger scalar = P256.scalar(numbers.getInt(), numbers.getInt(), numbers.getInt());
        return new Nonce(scalar.modInverse(P256.N), P256.multiple(scalar).x().mod(P256.N));
    }

    /** The ECDSA signature of a message with SHA-256. */
    byte[] sign(byte[] message, BigInteger secret) {
        BigInteger hash = new BigInteger(1, Derivation.sha256().digest(message));
        BigInteger s = r.multiply(secret).add(hash).multiply(inverse).mod(P256.N);
        return Der.sequence(Der.integer(r), Der.integer(s));
    }
}
