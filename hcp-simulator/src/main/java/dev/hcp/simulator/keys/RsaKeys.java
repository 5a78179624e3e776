package dev.hcp.simulator.keys;

import dev.hcp.platforms.KeyMaterial.KeyPair;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * RSA key pairs of 2048 bits put together from a few primes that ship with the simulator: the search for primes would
 * cost more than all other keys of a control plane.
 */
final class RsaKeys {
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);
    /** Algorithm identifier of the keys. */
    static final byte[] ALGORITHM = Der.sequence(Der.oid("1.2.840.113549.1.1.1"), Der.NULL);

    private static final List<BigInteger> PRIMES = load();
    private static final Map<Integer, KeyPair> MADE = new ConcurrentHashMap<>();

    private RsaKeys() {}

    /** How many different pairs there are. */
    static int count() {
        return PRIMES.size() * (PRIMES.size() - 1) / 2;
    }

    /** The pair with a number below {@link #count()}. */
    static KeyPair pair(int number) {
        return MADE.computeIfAbsent(number, RsaKeys::make);
    }

    private static KeyPair make(int number) {
        int larger = 1;
        int smaller = number;
        while (smaller >= larger) {
            smaller -= larger++;
        }
        BigInteger p = PRIMES.get(larger).max(PRIMES.get(smaller));
        BigInteger q = PRIMES.get(larger).min(PRIMES.get(smaller));
        BigInteger pLess = p.subtract(BigInteger.ONE);
        BigInteger qLess = q.subtract(BigInteger.ONE);
        BigInteger modulus = p.multiply(q);
        BigInteger exponent = EXPONENT.modInverse(pLess.multiply(qLess).divide(pLess.gcd(qLess)));
        byte[] privateKey = Der.sequence(
                Der.integer(0),
                Der.integer(modulus),
                Der.integer(EXPONENT),
                Der.integer(exponent),
                Der.integer(p),
                Der.integer(q),
                Der.integer(exponent.mod(pLess)),
                Der.integer(exponent.mod(qLess)),
                Der.integer(q.modInverse(p)));
        byte[] publicKey = Der.sequence(ALGORITHM, Der.bits(Der.sequence(Der.integer(modulus), Der.integer(EXPONENT))));
        return new KeyPair(Pem.encode("PUBLIC KEY", publicKey), Pem.encode("RSA PRIVATE KEY", privateKey));
    }

    private static List<BigInteger> load() {
        try (InputStream resource = RsaKeys.class.getResourceAsStream("primes.txt")) {
            if (resource == null) {
                throw new IllegalStateException("primes.txt is missing beside " + RsaKeys.class.getName());
            }
            return new String(resource.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> new BigInteger(line, 16))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
