package dev.hcp.simulator.kernel;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Where all randomness of a simulation comes from: independent streams, one per key.
 *
 * @param value the seed
 */
public record Seed(long value) {
    /** The beginning of the stream of a key. */
    public RandomGenerator stream(String key) {
        return new SplittableRandom(mix(hash(key) ^ mix(value)));
    }

    /**
     * A duration drawn evenly from {@code base} more or less a fraction, in whole milliseconds.
     *
     * @param fraction such as 0.2 for 20% either way
     */
    public Duration jitter(Duration base, double fraction, String key) {
        double factor = 1 + fraction * (2 * stream(key).nextDouble() - 1);
        return Duration.ofMillis(Math.round(base.toMillis() * factor));
    }

    /** A hash of a text (FNV-1a over its UTF-16 units): fast, and the same on every machine. */
    public static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The finalizer of SplitMix64: nearby seeds give unrelated streams. */
    private static long mix(long z) {
        long mixed = z + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
