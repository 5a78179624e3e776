package dev.hcp.api.validation.cel;

import com.google.common.primitives.UnsignedLong;
import dev.hcp.api.validation.schema.Schema;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When values are equal: numbers by value, sets and lists of type map without regard to order. */
final class Equality {
    private Equality() {}

    static boolean equal(Object a, Object b) {
        if (a == b) {
            return true;
        }
        if (a instanceof Number left) {
            return b instanceof Number right && sameNumbers(left, right);
        }
        if (a instanceof ObjectValue left) {
            return b instanceof ObjectValue right && sameObjects(left, right);
        }
        if (a instanceof Collection<?> left) {
            return b instanceof Collection<?> right && sameCollections(left, right);
        }
        if (a instanceof Map<?, ?> left) {
            return b instanceof Map<?, ?> right && sameMaps(left, right);
        }
        if (a instanceof Optional<?> left && b instanceof Optional<?> right && left.isPresent() && right.isPresent()) {
            return equal(left.get(), right.get());
        }
        return a.equals(b);
    }

    private static boolean sameNumbers(Number a, Number b) {
        if (a instanceof Long && b instanceof Long) {
            return a.longValue() == b.longValue();
        }
        if (a instanceof Double && b instanceof Double) {
            return a.doubleValue() == b.doubleValue();
        }
        double left = a.doubleValue();
        double right = b.doubleValue();
        return left == right && (Double.isInfinite(left) || exact(a).compareTo(exact(b)) == 0);
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof UnsignedLong unsigned) {
            return new BigDecimal(unsigned.bigIntegerValue());
        }
        return number instanceof Double ? new BigDecimal(number.doubleValue()) : BigDecimal.valueOf(number.longValue());
    }

    static boolean sameObjects(ObjectValue a, ObjectValue b) {
        if (a.tree().equals(b.tree())) {
            return true;
        }
        Map<String, DeclaredType.Field> fields = a.type().fields();
        for (Map.Entry<String, DeclaredType.Field> field : fields.entrySet()) {
            Optional<Object> left = a.find(field.getKey());
            Optional<Object> right = b.find(field.getKey());
            if (left.isPresent() != right.isPresent() || (left.isPresent() && !equal(left.get(), right.get()))) {
                return false;
            }
        }
        return sameUndeclared(a, b) && sameUndeclared(b, a);
    }

    /** Whether what rules cannot see is the same. */
    private static boolean sameUndeclared(ObjectValue a, ObjectValue b) {
        Schema schema = a.type().schema();
        for (int i = 0; i < a.tree().size(); i++) {
            String name = a.tree().keyAt(i);
            boolean seen =
                    FieldNames.escape(name).map(a.type().fields()::containsKey).orElse(false);
            if (!seen && !schema.properties().containsKey(name)) {
                Object other = b.tree().get(name);
                if (!java.util.Objects.equals(a.tree().valueAt(i), other)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean sameCollections(Collection<?> a, Collection<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        if (a instanceof ListValue list && list.listType() != Schema.ListType.ATOMIC && b instanceof List<?> others) {
            return sameInAnyOrder(list, others);
        }
        if (b instanceof ListValue list && list.listType() != Schema.ListType.ATOMIC && a instanceof List<?> others) {
            return sameInAnyOrder(list, others);
        }
        Iterator<?> right = b.iterator();
        for (Object left : a) {
            if (!equal(left, right.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameInAnyOrder(ListValue list, List<?> others) {
        for (Object item : list) {
            int at = list.indexOfSame(others, item);
            if (at < 0 || !equal(item, others.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameMaps(Map<?, ?> a, Map<?, ?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : a.entrySet()) {
            Object other = b.get(entry.getKey());
            if (other == null || !equal(entry.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    /** Whether two items of a list of type map have the same key. */
    static boolean sameKey(Object a, Object b, Schema list) {
        if (!(a instanceof ObjectValue left && b instanceof ObjectValue right)) {
            return false;
        }
        for (String key : list.mapKeys()) {
            if (!java.util.Objects.equals(left.tree().get(key), right.tree().get(key))) {
                return false;
            }
        }
        return true;
    }
}
