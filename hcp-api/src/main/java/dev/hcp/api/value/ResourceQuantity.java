package dev.hcp.api.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of a resource as Kubernetes writes it, such as {@code 1.5Gi} or {@code 200m}: exact to a billionth, with the
 * family of suffixes it was written with.
 *
 * @param amount the number
 * @param format the family of suffixes
 */
public record ResourceQuantity(BigDecimal amount, Format format) implements Comparable<ResourceQuantity> {
    /** No amount at all. */
    public static final ResourceQuantity ZERO = new ResourceQuantity(BigDecimal.ZERO, Format.DECIMAL);

    private static final Pattern SYNTAX = Pattern.compile("([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)");
    private static final Pattern EXPONENT = Pattern.compile("[eE][+-]?[0-9]+");
    private static final String DECIMAL_SUFFIXES = "num kMGTPE";
    private static final String BINARY_SUFFIXES = "KMGTPE";
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigInteger BINARY_STEP = BigInteger.valueOf(1024);

    /** Families of suffixes. */
    public enum Format {
        /** Powers of ten: {@code m}, none, {@code k}, {@code M}. */
        DECIMAL,
        /** Powers of two: {@code Ki}, {@code Mi}. */
        BINARY,
        /** An exponent: {@code 1e3}. */
        EXPONENT
    }

    /** What is wrong with a text that is no quantity. */
    public enum Problem {
        SYNTAX("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"),
        NUMBER("unable to parse numeric part of quantity"),
        SUFFIX("unable to parse quantity's suffix");

        private final String words;

        Problem(String words) {
            this.words = words;
        }

        /** The words in which Kubernetes says so. */
        public String words() {
            return words;
        }
    }

    /** What is wrong with a text; empty when it is a quantity. */
    public static Optional<Problem> problem(String text) {
        if (isPlain(text)) {
            return Optional.empty();
        }
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            return Optional.of(Problem.SYNTAX);
        }
        if (!NUMBER.matcher(matcher.group(1)).matches()) {
            return Optional.of(Problem.NUMBER);
        }
        return power(matcher.group(2)) == null ? Optional.of(Problem.SUFFIX) : Optional.empty();
    }

    /**
     * Reads a quantity.
     *
     * @throws IllegalArgumentException with the words of Kubernetes when the text is none
     */
    public static ResourceQuantity parse(String text) {
        if (isPlain(text)) {
            int digits = digits(text);
            return of(BigDecimal.valueOf(Long.parseLong(text, 0, digits, 10)), text.substring(digits));
        }
        problem(text).ifPresent(problem -> {
            throw new IllegalArgumentException(problem.words());
        });
        Matcher matcher = SYNTAX.matcher(text);
        matcher.matches();
        return of(new BigDecimal(matcher.group(1)), matcher.group(2));
    }

    private static ResourceQuantity of(BigDecimal written, String suffix) {
        BigDecimal power = power(suffix);
        if (power == null) {
            throw new IllegalArgumentException(Problem.SUFFIX.words());
        }
        BigDecimal number = written.multiply(power).min(LARGEST).max(LARGEST.negate());
        Format format = suffix.endsWith("i") ? Format.BINARY : suffix.length() > 1 ? Format.EXPONENT : Format.DECIMAL;
        return new ResourceQuantity(number.setScale(Math.min(number.scale(), 9), RoundingMode.UP), format);
    }

    /** Whether a text is as most quantities are: some digits and a suffix. */
    private static boolean isPlain(String text) {
        int digits = digits(text);
        return digits > 0
                && digits <= 18
                && switch (text.length() - digits) {
                    case 0 -> true;
                    case 1 -> DECIMAL_SUFFIXES.indexOf(text.charAt(digits)) >= 0 && text.charAt(digits) != ' ';
                    case 2 -> text.charAt(digits + 1) == 'i' && BINARY_SUFFIXES.indexOf(text.charAt(digits)) >= 0;
                    default -> false;
                };
    }

    /** How many digits a text begins with. */
    private static int digits(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        return digits;
    }

    /** What a suffix multiplies by; null when it is none. */
    private static @org.jspecify.annotations.Nullable BigDecimal power(String suffix) {
        if (suffix.isEmpty()) {
            return BigDecimal.ONE;
        }
        if (EXPONENT.matcher(suffix).matches()) {
            String digits = suffix.substring(1);
            return digits.length() > 4 ? null : BigDecimal.ONE.scaleByPowerOfTen(Integer.parseInt(digits));
        }
        if (suffix.length() == 2 && suffix.endsWith("i")) {
            int step = BINARY_SUFFIXES.indexOf(suffix.charAt(0));
            return step < 0 ? null : new BigDecimal(BigInteger.TWO.pow(10 * (step + 1)));
        }
        int step = suffix.length() == 1 ? DECIMAL_SUFFIXES.indexOf(suffix) : -1;
        return step < 0 ? null : BigDecimal.ONE.scaleByPowerOfTen(3 * (step - 3));
    }

    /** This quantity in whole thousandths, rounded away from zero. */
    public ResourceQuantity inThousandths() {
        return amount.scale() <= 3 ? this : new ResourceQuantity(amount.setScale(3, RoundingMode.UP), format);
    }

    /** The shortest whole number with a suffix of the family. */
    public String canonical() {
        if (amount.signum() == 0) {
            return "0";
        }
        boolean small = amount.abs().compareTo(BigDecimal.valueOf(1024)) < 0;
        BigDecimal plain = amount.stripTrailingZeros();
        if (format == Format.BINARY && !small && plain.scale() <= 0) {
            BigInteger number = plain.toBigIntegerExact();
            int step = 0;
            while (step < BINARY_SUFFIXES.length() && number.mod(BINARY_STEP).signum() == 0) {
                number = number.divide(BINARY_STEP);
                step++;
            }
            return number + (step == 0 ? "" : BINARY_SUFFIXES.charAt(step - 1) + "i");
        }
        int exponent = Math.floorDiv(-plain.scale(), 3) * 3;
        BigInteger number = plain.scaleByPowerOfTen(-exponent).toBigIntegerExact();
        if (format == Format.EXPONENT) {
            return exponent == 0 ? number.toString() : number + "e" + exponent;
        }
        int step = exponent / 3 + 3;
        if (exponent == 0) {
            return number.toString();
        }
        return step < DECIMAL_SUFFIXES.length()
                ? number.toString() + DECIMAL_SUFFIXES.charAt(step)
                : number + "e" + exponent;
    }

    @Override
    public int compareTo(ResourceQuantity other) {
        return amount.compareTo(other.amount);
    }
}
