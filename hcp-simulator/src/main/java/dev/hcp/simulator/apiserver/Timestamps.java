package dev.hcp.simulator.apiserver;

import java.time.Instant;

/** Times as objects have them: RFC 3339 in UTC, whole seconds. */
public final class Timestamps {
    private record Written(long second, String text) {}

    /** The last one written: in virtual time many writes fall into one second. */
    private static volatile Written last = new Written(0, "1970-01-01T00:00:00Z");

    private Timestamps() {}

    /** The text of a time; fractions of its second are dropped. Thread-safe. */
    public static String of(Instant time) {
        long second = time.getEpochSecond();
        Written known = last;
        if (known.second != second) {
            known = new Written(second, Instant.ofEpochSecond(second).toString());
            last = known;
        }
        return known.text;
    }
}
