package dev.hcp.api.validation.cel;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.exceptions.CelBadFormatException;
import dev.cel.common.exceptions.CelNumericOverflowException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.common.values.CelByteString;
import dev.hcp.api.validation.cel.FunctionLibrary.Overload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** What Kubernetes adds to lists: isSorted, sum, min, max, indexOf, lastIndexOf. */
final class ListFunctions {
    private static final CelType ANY = TypeParamType.create("T");
    private static final CelType LIST_OF_ANY = ListType.create(ANY);

    private ListFunctions() {}

    static void addTo(FunctionLibrary library) {
        Map<String, CelType> comparable = new TreeMap<>(Map.of(
                "int",
                SimpleType.INT,
                "uint",
                SimpleType.UINT,
                "double",
                SimpleType.DOUBLE,
                "bool",
                SimpleType.BOOL,
                "duration",
                SimpleType.DURATION,
                "timestamp",
                SimpleType.TIMESTAMP,
                "string",
                SimpleType.STRING,
                "bytes",
                SimpleType.BYTES));
        List<Overload> sorted = new ArrayList<>();
        List<Overload> smallest = new ArrayList<>();
        List<Overload> largest = new ArrayList<>();
        comparable.forEach((name, type) -> {
            CelType list = ListType.create(type);
            sorted.add(Overload.member(
                    "list_" + name + "_is_sorted_bool", SimpleType.BOOL, list, List.class, ListFunctions::isSorted));
            smallest.add(Overload.member(
                    "list_" + name + "_min_" + name, type, list, List.class, items -> extreme(items, "min", 1)));
            largest.add(Overload.member(
                    "list_" + name + "_max_" + name, type, list, List.class, items -> extreme(items, "max", -1)));
        });
        library.function("isSorted", sorted.toArray(new Overload[0]));
        library.function("min", smallest.toArray(new Overload[0]));
        library.function("max", largest.toArray(new Overload[0]));
        library.function(
                "sum",
                sum("int", SimpleType.INT, 0L, (a, b) -> addExact((Long) a, (Long) b)),
                sum("uint", SimpleType.UINT, UnsignedLong.ZERO, (a, b) -> ((UnsignedLong) a).plus((UnsignedLong) b)),
                sum("double", SimpleType.DOUBLE, 0d, (a, b) -> (Double) a + (Double) b),
                sum("duration", SimpleType.DURATION, Duration.ZERO, (a, b) -> ((Duration) a).plus((Duration) b)));
        library.function(
                "indexOf",
                Overload.member(
                        "list_a_index_of_int",
                        SimpleType.INT,
                        LIST_OF_ANY,
                        ANY,
                        List.class,
                        Object.class,
                        (list, item) -> (long) first(list, item)),
                Overload.member(
                        "string_index_of_string",
                        SimpleType.INT,
                        SimpleType.STRING,
                        SimpleType.STRING,
                        String.class,
                        String.class,
                        (text, part) -> StringFunctions.indexOf(text, part, 0)),
                Overload.member(
                        "string_index_of_string_int",
                        SimpleType.INT,
                        List.of(SimpleType.STRING, SimpleType.STRING, SimpleType.INT),
                        List.of(String.class, String.class, Long.class),
                        args -> StringFunctions.indexOf((String) args[0], (String) args[1], (Long) args[2])));
        library.function(
                "lastIndexOf",
                Overload.member(
                        "list_a_last_index_of_int",
                        SimpleType.INT,
                        LIST_OF_ANY,
                        ANY,
                        List.class,
                        Object.class,
                        (list, item) -> (long) last(list, item)),
                Overload.member(
                        "string_last_index_of_string",
                        SimpleType.INT,
                        SimpleType.STRING,
                        SimpleType.STRING,
                        String.class,
                        String.class,
                        StringFunctions::lastIndexOf),
                Overload.member(
                        "string_last_index_of_string_int",
                        SimpleType.INT,
                        List.of(SimpleType.STRING, SimpleType.STRING, SimpleType.INT),
                        List.of(String.class, String.class, Long.class),
                        args -> StringFunctions.lastIndexOf((String) args[0], (String) args[1], (Long) args[2])));
    }

    @SuppressWarnings("Immutable") // Zero and the addition are.
    private static Overload sum(String name, CelType type, Object zero, BinaryOperator<Object> plus) {
        return Overload.member("list_" + name + "_sum_" + name, type, ListType.create(type), List.class, items -> {
            Object sum = zero;
            for (Object item : (List<?>) items) {
                sum = plus.apply(sum, item);
            }
            return sum;
        });
    }

    private static long addExact(long a, long b) {
        try {
            return Math.addExact(a, b);
        } catch (ArithmeticException e) {
            throw new CelNumericOverflowException(e);
        }
    }

    private static boolean isSorted(List<?> items) {
        for (int i = 1; i < items.size(); i++) {
            if (compare(items.get(i - 1), items.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static Object extreme(List<?> items, String name, int sign) {
        if (items.isEmpty()) {
            throw new CelBadFormatException(name + " called on empty list");
        }
        Object best = items.get(0);
        for (Object item : items) {
            best = compare(best, item) * sign > 0 ? item : best;
        }
        return best;
    }

    @SuppressWarnings("unchecked") // The checker lets through lists of one comparable type only.
    private static int compare(Object a, Object b) {
        if (a instanceof String left && b instanceof String right) {
            return StringFunctions.compare(left, right);
        }
        if (a instanceof CelByteString left && b instanceof CelByteString right) {
            return java.util.Arrays.compareUnsigned(left.toByteArray(), right.toByteArray());
        }
        return ((Comparable<Object>) a).compareTo(b);
    }

    private static int first(List<?> items, Object wanted) {
        for (int i = 0; i < items.size(); i++) {
            if (Equality.equal(items.get(i), wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static int last(List<?> items, Object wanted) {
        for (int i = items.size() - 1; i >= 0; i--) {
            if (Equality.equal(items.get(i), wanted)) {
                return i;
            }
        }
        return -1;
    }
}
