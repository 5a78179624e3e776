package dev.hcp.simulator.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Bytes that look random and depend on the seed, the kind of use and the purpose alone. Thread-safe. */
final class Derivation {
    private final long seed;

    Derivation(long seed) {
        this.seed = seed;
    }

    byte[] bytes(String use, String purpose, int length) {
        MessageDigest digest = sha256();
        byte[] result = new byte[length];
        byte[] use8 = use.getBytes(StandardCharsets.UTF_8);
        byte[] purpose8 = purpose.getBytes(StandardCharsets.UTF_8);
        ByteBuffer head = ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES);
        int done = 0;
        for (int block = 0; done < length; block++) {
            head.clear();
            digest.update(head.putLong(seed).putInt(block).putInt(use8.length).array());
            digest.update(use8);
            digest.update(purpose8);
            byte[] hash = digest.digest();
            int taken = Math.min(hash.length, length - done);
            System.arraycopy(hash, 0, result, done, taken);
            done += taken;
        }
        return result;
    }

    /** Characters of an alphabet, each equally likely. */
    String text(String use, String purpose, int length, String alphabet) {
        StringBuilder text = new StringBuilder(length);
        int fair = 256 - 256 % alphabet.length();
        for (int round = 0; text.length() < length; round++) {
            for (byte value : bytes(use + "/" + round, purpose, length + 8)) {
                int number = value & 0xff;
                if (number < fair && text.length() < length) {
                    text.append(alphabet.charAt(number % alphabet.length()));
                }
            }
        }
        return text.toString();
    }

    /** A number from zero (inclusive) to the bound (exclusive). */
    int index(String use, String purpose, int bound) {
        return Math.floorMod(ByteBuffer.wrap(bytes(use, purpose, Integer.BYTES)).getInt(), bound);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
