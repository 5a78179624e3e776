package dev.hcp.api.validation.cel;

import dev.cel.common.exceptions.CelBadFormatException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.hcp.api.validation.cel.FunctionLibrary.Overload;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts such as {@code 1.5Gi} and {@code 200m}. */
final class QuantityFunctions {
    private static final CelType QUANTITY = OpaqueType.create("kubernetes.Quantity");
    private static final Pattern SYNTAX = Pattern.compile("([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)");
    private static final String WRONG =
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private QuantityFunctions() {}

    /**
     * An amount; equal when the numbers are.
     *
     * @param amount the number, without trailing zeros
     */
    record Amount(BigDecimal amount) {
        static Amount of(BigDecimal number) {
            return new Amount(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
        }
    }

    static void addTo(FunctionLibrary library) {
        library.function(
                "quantity",
                Overload.global(
                        "string_to_quantity", QUANTITY, SimpleType.STRING, String.class, QuantityFunctions::parse));
        library.function(
                "isQuantity",
                Overload.global(
                        "is_quantity_string",
                        SimpleType.BOOL,
                        SimpleType.STRING,
                        String.class,
                        QuantityFunctions::isQuantity));
        library.function("sign", Overload.member("quantity_sign", SimpleType.INT, QUANTITY, Amount.class, x ->
                (long) x.amount.signum()));
        library.function(
                "isInteger",
                Overload.member(
                        "quantity_is_integer", SimpleType.BOOL, QUANTITY, Amount.class, QuantityFunctions::isInteger));
        library.function(
                "asInteger",
                Overload.member(
                        "quantity_as_integer", SimpleType.INT, QUANTITY, Amount.class, QuantityFunctions::asInteger));
        library.function(
                "asApproximateFloat",
                Overload.member(
                        "quantity_get_float", SimpleType.DOUBLE, QUANTITY, Amount.class, x -> x.amount.doubleValue()));
        library.function(
                "isGreaterThan",
                Overload.member(
                        "quantity_is_greater_than",
                        SimpleType.BOOL,
                        QUANTITY,
                        QUANTITY,
                        Amount.class,
                        Amount.class,
                        (a, b) -> a.amount.compareTo(b.amount) > 0));
        library.function(
                "isLessThan",
                Overload.member(
                        "quantity_is_less_than",
                        SimpleType.BOOL,
                        QUANTITY,
                        QUANTITY,
                        Amount.class,
                        Amount.class,
                        (a, b) -> a.amount.compareTo(b.amount) < 0));
        library.function(
                "compareTo",
                Overload.member(
                        "quantity_compare_to", SimpleType.INT, QUANTITY, QUANTITY, Amount.class, Amount.class, (a, b) ->
                                (long) a.amount.compareTo(b.amount)));
        library.function(
                "add",
                Overload.member(
                        "quantity_add",
                        QUANTITY,
                        QUANTITY,
                        QUANTITY,
                        Amount.class,
                        Amount.class,
                        (a, b) -> Amount.of(a.amount.add(b.amount))),
                Overload.member(
                        "quantity_add_int",
                        QUANTITY,
                        QUANTITY,
                        SimpleType.INT,
                        Amount.class,
                        Long.class,
                        (a, b) -> Amount.of(a.amount.add(BigDecimal.valueOf(b)))));
        library.function(
                "sub",
                Overload.member(
                        "quantity_sub",
                        QUANTITY,
                        QUANTITY,
                        QUANTITY,
                        Amount.class,
                        Amount.class,
                        (a, b) -> Amount.of(a.amount.subtract(b.amount))),
                Overload.member(
                        "quantity_sub_int",
                        QUANTITY,
                        QUANTITY,
                        SimpleType.INT,
                        Amount.class,
                        Long.class,
                        (a, b) -> Amount.of(a.amount.subtract(BigDecimal.valueOf(b)))));
    }

    private static boolean isQuantity(String text) {
        try {
            parse(text);
            return true;
        } catch (CelBadFormatException e) {
            return false;
        }
    }

    private static Amount parse(String text) {
        Matcher parts = SYNTAX.matcher(text);
        if (!parts.matches() || !NUMBER.matcher(parts.group(1)).matches()) {
            throw new CelBadFormatException(WRONG);
        }
        return Amount.of(new BigDecimal(parts.group(1)).multiply(factor(parts.group(2))));
    }

    private static BigDecimal factor(String suffix) {
        return switch (suffix) {
            case "" -> BigDecimal.ONE;
            case "n" -> BigDecimal.ONE.movePointLeft(9);
            case "u" -> BigDecimal.ONE.movePointLeft(6);
            case "m" -> BigDecimal.ONE.movePointLeft(3);
            case "k" -> BigDecimal.ONE.movePointRight(3);
            case "M" -> BigDecimal.ONE.movePointRight(6);
            case "G" -> BigDecimal.ONE.movePointRight(9);
            case "T" -> BigDecimal.ONE.movePointRight(12);
            case "P" -> BigDecimal.ONE.movePointRight(15);
            case "E" -> BigDecimal.ONE.movePointRight(18);
            case "Ki" -> BigDecimal.valueOf(1L << 10);
            case "Mi" -> BigDecimal.valueOf(1L << 20);
            case "Gi" -> BigDecimal.valueOf(1L << 30);
            case "Ti" -> BigDecimal.valueOf(1L << 40);
            case "Pi" -> BigDecimal.valueOf(1L << 50);
            case "Ei" -> BigDecimal.valueOf(1L << 60);
            default -> power(suffix);
        };
    }

    private static BigDecimal power(String suffix) {
        if (!suffix.matches("[eE][-+]?[0-9]{1,3}")) {
            throw new CelBadFormatException("unable to parse quantity's suffix");
        }
        return BigDecimal.ONE.scaleByPowerOfTen(Integer.parseInt(suffix.substring(1)));
    }

    private static boolean isInteger(Amount amount) {
        return amount.amount.scale() <= 0 && amount.amount.abs().compareTo(LARGEST) <= 0;
    }

    private static long asInteger(Amount amount) {
        if (!isInteger(amount)) {
            throw new CelBadFormatException("cannot convert value to integer");
        }
        return amount.amount.longValue();
    }
}
