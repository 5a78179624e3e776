package dev.hcp.simulator.apiserver;

import java.util.UUID;

/** Identifiers from a SplitMix64 sequence. */
final class SeededIdentifiers implements Identifiers {
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    private long state;

    SeededIdentifiers(long seed) {
        state = seed;
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Override
    public String uid() {
        long high = (next() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long low = (next() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    @Override
    public String nameSuffix() {
        StringBuilder suffix = new StringBuilder(5);
        for (int i = 0; i < 5; i++) {
            suffix.append(ALPHABET.charAt((int) Long.remainderUnsigned(next(), ALPHABET.length())));
        }
        return suffix.toString();
    }
}
