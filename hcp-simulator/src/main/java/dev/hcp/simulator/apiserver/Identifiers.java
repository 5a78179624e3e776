package dev.hcp.simulator.apiserver;

/** Where an API server gets its random-looking values from. The same source gives the same sequence. */
public interface Identifiers {
    /** A new uid, as a UUID's text. */
    String uid();

    /** Five characters for a generated name, of the alphabet {@code bcdfghjklmnpqrstvwxz2456789}. */
    String nameSuffix();

    /** A source that is determined by a seed. Not thread-safe: an API server uses it under its write lock. */
    static Identifiers seeded(long seed) {
        return new SeededIdentifiers(seed);
    }
}
