package dev.hcp.api.validation.cel;

/**
 * A number known to lie between two others: a size, or a cost. {@link Long#MAX_VALUE} stands for anything.
 *
 * @param min the least
 * @param max the most
 */
record Range(long min, long max) {
    static final Range UNKNOWN = new Range(0, Long.MAX_VALUE);
    static final Range ZERO = new Range(0, 0);
    static final Range ONE = new Range(1, 1);

    static Range exactly(long number) {
        return new Range(number, number);
    }

    Range plus(Range other) {
        return new Range(add(min, other.min), add(max, other.max));
    }

    Range times(Range other) {
        return new Range(multiply(min, other.min), multiply(max, other.max));
    }

    /** Times a factor, rounded up. */
    Range scaled(double factor) {
        return new Range(scale(min, factor), scale(max, factor));
    }

    Range or(Range other) {
        return new Range(Math.min(min, other.min), Math.max(max, other.max));
    }

    static long add(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    static long multiply(long a, long b) {
        return a != 0 && b > Long.MAX_VALUE / a ? Long.MAX_VALUE : a * b;
    }

    static long scale(long number, double factor) {
        double scaled = Math.ceil(number * factor);
        return scaled >= Long.MAX_VALUE || (number == Long.MAX_VALUE && factor > 0) ? Long.MAX_VALUE : (long) scaled;
    }
}
