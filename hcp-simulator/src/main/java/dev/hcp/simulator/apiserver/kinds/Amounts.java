package dev.hcp.simulator.apiserver.kinds;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts of a resource, such as {@code 500m} and {@code 2Gi}, as numbers and as Go prints their structure. */
final class Amounts {
    private static final Pattern SYNTAX = Pattern.compile("([+-]?[0-9.]+)([eE][+-]?[0-9]+|[KMGTPE]i|[numkMGTPE])?");
    private static final String DECIMAL = "num kMGTPE";

    private Amounts() {}

    /** The number that an amount stands for; empty when there is none or it is not an amount. */
    static Optional<BigDecimal> number(@Nullable Object amount) {
        return amount == null
                ? Optional.empty()
                : Parts.of(String.valueOf(amount)).map(Parts::number);
    }

    /** An amount as {@code %#v} prints it. */
    static String literal(@Nullable Object amount) {
        Parts parts = Parts.of(String.valueOf(amount)).orElse(new Parts(BigDecimal.ZERO, 0, false));
        BigDecimal digits = parts.digits();
        return "resource.Quantity{i:resource.int64Amount{value:" + digits.unscaledValue() + ", scale:"
                + (parts.exponent() - digits.scale())
                + "}, d:resource.infDecAmount{Dec:(*inf.Dec)(nil)}, s:\"\", Format:\""
                + (parts.binary() ? "BinarySI" : "DecimalSI") + "\"}";
    }

    private record Parts(BigDecimal digits, int exponent, boolean binary) {
        static Optional<Parts> of(String text) {
            Matcher matcher = SYNTAX.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            String suffix = matcher.group(2) == null ? "" : matcher.group(2);
            try {
                BigDecimal digits = new BigDecimal(matcher.group(1));
                if (suffix.endsWith("i")) {
                    int power = "KMGTPE".indexOf(suffix.charAt(0)) + 1;
                    BigDecimal whole = digits.multiply(new BigDecimal(BigInteger.TWO.pow(10 * power)));
                    return Optional.of(new Parts(whole, 0, true));
                }
                if (suffix.length() > 1) {
                    return Optional.of(new Parts(digits, Integer.parseInt(suffix.substring(1)), false));
                }
                int steps = suffix.isEmpty() ? 0 : DECIMAL.indexOf(suffix) - DECIMAL.indexOf(' ');
                return Optional.of(new Parts(digits, 3 * steps, false));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        BigDecimal number() {
            return digits.scaleByPowerOfTen(exponent);
        }
    }
}
