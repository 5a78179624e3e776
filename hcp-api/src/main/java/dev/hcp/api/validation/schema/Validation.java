package dev.hcp.api.validation.schema;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a value against a schema, with the reference's messages.
 *
 * <p>On an update, what was wrong before and has not changed is let through (ratcheting): the old value is followed along
 * where it can be told which one it was.
 */
public final class Validation {
    private final List<FieldError> errors;

    private Validation(List<FieldError> errors) {
        this.errors = errors;
    }

    /** The errors of a new object. */
    public static List<FieldError> ofNew(JsonObject object, Schema schema) {
        List<FieldError> errors = new ArrayList<>();
        new Validation(errors).root(object, null, schema);
        return errors;
    }

    /** The errors of an object that replaces another, without those that the other had in the same unchanged places. */
    public static List<FieldError> ofChanged(JsonObject object, JsonObject old, Schema schema) {
        List<FieldError> errors = new ArrayList<>();
        new Validation(errors).root(object, old, schema);
        return errors;
    }

    /** The errors of a value of any shape. */
    public static List<FieldError> ofValue(@Nullable Object value, Schema schema) {
        return branchErrors(value, schema, FieldPath.ROOT);
    }

    private void root(JsonObject object, @Nullable JsonObject old, Schema schema) {
        Schema metadata = schema.properties().get("metadata");
        boolean names = metadata != null && metadata != MetaSchemas.OBJECT_META;
        // What the schema says of names holds for old objects too.
        check(object, names && old != null ? old.without("metadata") : old, schema, FieldPath.ROOT);
    }

    private void check(@Nullable Object value, @Nullable Object old, Schema schema, FieldPath path) {
        if (old != null && (value == old || old.equals(value))) {
            return;
        }
        if (value == null && schema.nullable()) {
            return;
        }
        if (!typeFits(value, schema, path)) {
            return;
        }
        Schema.Constraints constraints = schema.constraints();
        if (constraints != Schema.Constraints.NONE) {
            checkValue(value, constraints, path);
            checkJunctors(value, constraints, path);
        }
        if (value instanceof JsonObject object) {
            checkMembers(object, old instanceof JsonObject before ? before : null, schema, path);
        } else if (value instanceof JsonArray array && schema.items() != null) {
            checkItems(array, old instanceof JsonArray before ? before : null, schema, schema.items(), path);
        }
    }

    private boolean typeFits(@Nullable Object value, Schema schema, FieldPath path) {
        String actual = typeName(value);
        if (schema.intOrString()) {
            if (value instanceof String || value instanceof Long || isWhole(value)) {
                return true;
            }
            return wrongType(path, "integer,string", actual);
        }
        String type = schema.type();
        boolean fits =
                switch (type) {
                    case "" -> true;
                    case "number" -> value instanceof Number;
                    case "integer" -> value instanceof Long || isWhole(value);
                    default -> type.equals(actual);
                };
        return fits || wrongType(path, type, actual);
    }

    private boolean wrongType(FieldPath path, String wanted, String actual) {
        String field = path.toString();
        errors.add(FieldError.typeInvalid(
                field, actual, field + " in body must be of type " + wanted + ": " + GoSyntax.quote(actual)));
        return false;
    }

    private static boolean isWhole(@Nullable Object value) {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 9.007199254740992E15;
    }

    /** The JSON type of a value, as schemas name it. */
    public static String typeName(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof JsonObject) {
            return "object";
        }
        if (value instanceof JsonArray) {
            return "array";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        return value instanceof Long ? "integer" : "number";
    }

    private void checkMembers(JsonObject object, @Nullable JsonObject old, Schema schema, FieldPath path) {
        for (String name : schema.constraints().required()) {
            if (!object.containsKey(name)) {
                errors.add(FieldError.required(path.child(name).toString(), ""));
            }
        }
        for (int i = 0; i < object.size(); i++) {
            String name = object.keyAt(i);
            Schema member = schema.member(name);
            if (member != null) {
                check(object.valueAt(i), old == null ? null : old.get(name), member, path.child(name));
            }
        }
    }

    private void checkItems(JsonArray array, @Nullable JsonArray old, Schema schema, Schema items, FieldPath path) {
        Map<JsonObject, Object> before =
                old == null || schema.listType() != Schema.ListType.MAP ? Map.of() : ListKeys.index(old, schema);
        for (int i = 0; i < array.size(); i++) {
            Object item = array.get(i);
            Object same = before.isEmpty() ? null : before.get(ListKeys.keyOf(item, schema));
            check(item, same, items, path.index(i));
        }
    }

    private void checkValue(@Nullable Object value, Schema.Constraints c, FieldPath path) {
        if (!c.enumeration().isEmpty() && !isOneOf(value, c.enumeration())) {
            List<String> supported = new ArrayList<>();
            for (Object each : c.enumeration()) {
                supported.add(each instanceof String text ? text : Json.write(each));
            }
            errors.add(FieldError.notSupported(path.toString(), value, supported));
        }
        if (value instanceof String text) {
            checkText(text, c, path);
        } else if (value instanceof Number number) {
            checkNumber(number, c, path);
        } else if (value instanceof JsonArray array) {
            checkSize(array.size(), c.minItems(), c.maxItems(), "items", path);
        } else if (value instanceof JsonObject object) {
            checkSize(object.size(), c.minProperties(), c.maxProperties(), "properties", path);
        }
    }

    private static boolean isOneOf(@Nullable Object value, List<@Nullable Object> allowed) {
        for (Object each : allowed) {
            if (sameValue(value, each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameValue(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number left && b instanceof Number right) {
            return left.doubleValue() == right.doubleValue();
        }
        return java.util.Objects.equals(a, b);
    }

    private void checkText(String text, Schema.Constraints c, FieldPath path) {
        if (c.maxLength() != null || c.minLength() != null) {
            int length = text.codePointCount(0, text.length());
            if (c.maxLength() != null && length > c.maxLength()) {
                errors.add(FieldError.tooLong(path.toString(), c.maxLength()));
            }
            if (c.minLength() != null && length < c.minLength()) {
                invalid(path, text, "should be at least " + c.minLength() + " chars long");
            }
        }
        if (c.pattern() != null && !c.pattern().matcher(text).find()) {
            invalid(path, text, "should match '" + c.patternText() + "'");
        }
        if (!c.format().isEmpty() && !Formats.accepts(c.format(), text)) {
            String field = path.toString();
            errors.add(FieldError.typeInvalid(
                    field, text, field + " in body must be of type " + c.format() + ": " + GoSyntax.quote(text)));
        }
    }

    private void checkNumber(Number number, Schema.Constraints c, FieldPath path) {
        double value = number.doubleValue();
        if (c.minimum() != null) {
            double limit = c.minimum().doubleValue();
            if (c.exclusiveMinimum() ? value <= limit : value < limit) {
                String words = c.exclusiveMinimum() ? "should be greater than " : "should be greater than or equal to ";
                invalid(path, number, words + GoSyntax.plain(c.minimum()));
            }
        }
        if (c.maximum() != null) {
            double limit = c.maximum().doubleValue();
            if (c.exclusiveMaximum() ? value >= limit : value > limit) {
                String words = c.exclusiveMaximum() ? "should be less than " : "should be less than or equal to ";
                invalid(path, number, words + GoSyntax.plain(c.maximum()));
            }
        }
        if (c.multipleOf() != null) {
            double quotient = value / c.multipleOf().doubleValue();
            if (Math.abs(quotient - Math.rint(quotient)) > 1e-9) {
                invalid(path, number, "should be a multiple of " + GoSyntax.plain(c.multipleOf()));
            }
        }
    }

    private void checkSize(int size, @Nullable Long min, @Nullable Long max, String what, FieldPath path) {
        if (max != null && size > max) {
            errors.add(FieldError.tooMany(path.toString(), size, max));
        }
        if (min != null && size < min) {
            invalid(path, (long) size, "should have at least " + min + " " + what);
        }
    }

    private void invalid(FieldPath path, @Nullable Object value, String words) {
        String field = path.toString();
        errors.add(FieldError.invalid(field, value, field + " in body " + words));
    }

    private void checkJunctors(@Nullable Object value, Schema.Constraints c, FieldPath path) {
        if (!c.anyOf().isEmpty()) {
            List<FieldError> best = bestBranch(value, c.anyOf(), path);
            if (best != null) {
                junctor(path, "must validate at least one schema (anyOf)");
                errors.addAll(best);
            }
        }
        if (!c.oneOf().isEmpty()) {
            int valid = 0;
            for (Schema branch : c.oneOf()) {
                valid += branchErrors(value, branch, path).isEmpty() ? 1 : 0;
            }
            if (valid == 0) {
                junctor(path, "must validate one and only one schema (oneOf). Found none valid");
                List<FieldError> best = bestBranch(value, c.oneOf(), path);
                if (best != null) {
                    errors.addAll(best);
                }
            } else if (valid > 1) {
                junctor(path, "must validate one and only one schema (oneOf). Found " + valid + " valid alternatives");
            }
        }
        if (!c.allOf().isEmpty()) {
            int valid = 0;
            for (Schema branch : c.allOf()) {
                List<FieldError> found = branchErrors(value, branch, path);
                valid += found.isEmpty() ? 1 : 0;
                errors.addAll(found);
            }
            if (valid < c.allOf().size()) {
                junctor(path, "must validate all the schemas (allOf)" + (valid == 0 ? ". None validated" : ""));
            }
        }
        Schema not = c.not();
        if (not != null && branchErrors(value, not, path).isEmpty()) {
            junctor(path, "must not validate the schema (not)");
        }
    }

    private void junctor(FieldPath path, String words) {
        errors.add(FieldError.invalid("<nil>", "", GoSyntax.quote(path.toString()) + " " + words));
    }

    /** The errors of the branch that says most of the value, the first of several; null when one fits. */
    private static @Nullable List<FieldError> bestBranch(
            @Nullable Object value, List<Schema> branches, FieldPath path) {
        List<FieldError> best = null;
        int most = 0;
        for (Schema branch : branches) {
            List<FieldError> found = branchErrors(value, branch, path);
            if (found.isEmpty()) {
                return null;
            }
            int said = partsChecked(value, branch);
            if (best == null || said > most) {
                best = found;
                most = said;
            }
        }
        return best;
    }

    /** How many parts of a value a schema says something of. */
    private static int partsChecked(@Nullable Object value, Schema schema) {
        int count = schema.type().isEmpty() ? 1 : 2;
        for (Schema branch : schema.constraints().allOf()) {
            count += partsChecked(value, branch);
        }
        if (value instanceof JsonObject object) {
            for (int i = 0; i < object.size(); i++) {
                Schema member = schema.member(object.keyAt(i));
                count += member == null ? 0 : partsChecked(object.valueAt(i), member);
            }
        } else if (value instanceof JsonArray array && schema.items() != null) {
            for (Object item : array) {
                count += partsChecked(item, schema.items());
            }
        }
        return count;
    }

    private static List<FieldError> branchErrors(@Nullable Object value, Schema branch, FieldPath path) {
        List<FieldError> found = new ArrayList<>();
        new Validation(found).check(value, null, branch, path);
        return found;
    }

    /**
     * Items that occur twice in lists of type set and map.
     *
     * @param known an object whose parts are not looked at where they are the same instance at the same place; the empty
     *     object when there is none
     */
    public static List<FieldError> listErrors(JsonObject object, JsonObject known, Schema schema) {
        List<FieldError> errors = new ArrayList<>();
        listErrors(object, known, schema, FieldPath.ROOT, errors);
        return errors;
    }

    private static void listErrors(
            @Nullable Object value, @Nullable Object known, Schema schema, FieldPath path, List<FieldError> errors) {
        if (!schema.listTypesWithin() || value == known) {
            return;
        }
        if (value instanceof JsonObject object) {
            JsonObject before = known instanceof JsonObject other ? other : JsonObject.EMPTY;
            for (int i = 0; i < object.size(); i++) {
                Object member = object.valueAt(i);
                if (!(member instanceof JsonObject) && !(member instanceof JsonArray)) {
                    continue;
                }
                String name = object.keyAt(i);
                Schema declared = schema.properties().get(name);
                if (declared != null) {
                    listErrors(member, object.counterpart(i, before), declared, path.child(name), errors);
                } else if (schema.additional() != null) {
                    listErrors(member, object.counterpart(i, before), schema.additional(), path.key(name), errors);
                }
            }
        } else if (value instanceof JsonArray array && schema.items() != null) {
            JsonArray before = known instanceof JsonArray other ? other : JsonArray.EMPTY;
            Set<Object> seen = new HashSet<>();
            for (int i = 0; i < array.size(); i++) {
                Object item = array.get(i);
                FieldPath at = path.index(i);
                if (schema.listType() == Schema.ListType.SET && !seen.add(item == null ? JsonArray.EMPTY : item)) {
                    errors.add(FieldError.duplicate(at.toString(), item));
                } else if (schema.listType() == Schema.ListType.MAP && item instanceof JsonObject entry) {
                    JsonObject key = ListKeys.keyFields(entry, schema);
                    if (!seen.add(key)) {
                        errors.add(FieldError.duplicate(at.toString(), key));
                    }
                }
                listErrors(item, i < before.size() ? before.get(i) : null, schema.items(), at, errors);
            }
        }
    }
}
