package dev.hcp.simulator.keys;

import java.math.BigInteger;

/**
 * The elliptic curve P-256, for key pairs and signatures that cost microseconds.
 *
 * <p>A scalar with three bits set makes a point by two additions from a table of doubled points; a signature takes its
 * nonce from a few prepared ones and so needs no point at all. Both are correct and give the key away to whoever looks,
 * which is fine for a world whose keys follow from a seed.
 */
final class P256 {
    /** Order of the group. */
    static final BigInteger N = hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");

    private static final BigInteger P = hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    private static final BigInteger THREE = BigInteger.valueOf(3);
    private static final Point GENERATOR = new Point(
            hex("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"),
            hex("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"));
    private static final int BITS = 96;
    private static final Point[] DOUBLED = doubled();

    private P256() {}

    /** A scalar between 1 and N with three bits set, chosen by three numbers. */
    static BigInteger scalar(int first, int second, int third) {
        int a = Math.floorMod(first, BITS);
        int b = Math.floorMod(second, BITS - 1);
        int c = Math.floorMod(third, BITS - 2);
        b = b >= a ? b + 1 : b;
        for (int taken : new int[] {Math.min(a, b), Math.max(a, b)}) {
            c = c >= taken ? c + 1 : c;
        }
        return BigInteger.ZERO.setBit(a).setBit(b).setBit(c);
    }

    /** A multiple of the generator; quick when few bits of the scalar are set. */
    static Point multiple(BigInteger scalar) {
        Point sum = null;
        for (int bit = scalar.getLowestSetBit(); bit >= 0 && bit < scalar.bitLength(); bit++) {
            if (scalar.testBit(bit)) {
                sum = sum == null ? DOUBLED[bit] : add(sum, DOUBLED[bit]);
            }
        }
        if (sum == null) {
            throw new IllegalArgumentException("a scalar must be positive");
        }
        return sum;
    }

    private static Point[] doubled() {
        Point[] points = new Point[BITS];
        points[0] = GENERATOR;
        for (int i = 1; i < BITS; i++) {
            points[i] = twice(points[i - 1]);
        }
        return points;
    }

    /** The curve is y² = x³ - 3x + b: the tangent's slope is (3x² - 3) / 2y. */
    private static Point twice(Point point) {
        BigInteger slope = point.x
                .multiply(point.x)
                .subtract(BigInteger.ONE)
                .multiply(THREE)
                .multiply(point.y.shiftLeft(1).modInverse(P))
                .mod(P);
        return third(point, point, slope);
    }

    /** The sum of points that differ in x. */
    private static Point add(Point one, Point other) {
        BigInteger slope = other.y
                .subtract(one.y)
                .multiply(other.x.subtract(one.x).modInverse(P))
                .mod(P);
        return third(one, other, slope);
    }

    private static Point third(Point one, Point other, BigInteger slope) {
        BigInteger x = slope.multiply(slope).subtract(one.x).subtract(other.x).mod(P);
        BigInteger y = slope.multiply(one.x.subtract(x)).subtract(one.y).mod(P);
        return new Point(x, y);
    }

    /** 32 bytes, big end first. */
    static byte[] bytes(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] result = new byte[32];
        int length = Math.min(signed.length, 32);
        System.arraycopy(signed, signed.length - length, result, 32 - length, length);
        return result;
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }

    /**
     * A point of the curve.
     */
    record Point(BigInteger x, BigInteger y) {}
}
