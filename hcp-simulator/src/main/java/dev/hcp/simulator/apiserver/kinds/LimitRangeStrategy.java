package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.editItems;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Limit ranges: how much a container, pod or claim of a namespace may and must ask for. */
final class LimitRangeStrategy implements Strategy {
    private static final Set<String> TYPES = Set.of("Pod", "Container", "PersistentVolumeClaim");

    @Override
    public JsonObject defaults(JsonObject object) {
        return edit(
                object,
                "spec",
                spec -> editItems(
                        spec,
                        "limits",
                        limit -> "Container".equals(limit.text("type")) ? containerDefaults(limit) : limit));
    }

    private static JsonObject containerDefaults(JsonObject limit) {
        JsonObject limits = withMissing(limit.object("default"), limit.object("max"));
        JsonObject requests = withMissing(limit.object("defaultRequest"), limits);
        requests = withMissing(requests, limit.object("min"));
        JsonObject result = limits.isEmpty() ? limit : limit.with("default", limits);
        return requests.isEmpty() ? result : result.with("defaultRequest", requests);
    }

    private static JsonObject withMissing(JsonObject amounts, JsonObject source) {
        JsonObject result = amounts;
        for (int i = 0; i < source.size(); i++) {
            if (!result.containsKey(source.keyAt(i))) {
                result = result.with(source.keyAt(i), source.valueAt(i));
            }
        }
        return result;
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        JsonArray limits = object.array("spec", "limits");
        Set<String> types = new HashSet<>();
        for (int i = 0; i < limits.size(); i++) {
            checkLimit(limits.object(i), "spec.limits[" + i + "]", types, errors);
        }
    }

    private static void checkLimit(JsonObject limit, String field, Set<String> types, List<FieldError> errors) {
        String type = Trees.text(limit, "type");
        Checks.qualifiedName(field + ".type", type, errors);
        if (type.indexOf('/') < 0 && !TYPES.contains(type)) {
            errors.add(FieldError.invalid(field + ".type", type, "must be a standard limit type or fully qualified"));
        }
        if (!types.add(type)) {
            errors.add(FieldError.duplicate(field + ".type", type));
        }
        if (type.equals("Pod")) {
            for (String forbidden : List.of("default", "defaultRequest")) {
                if (!limit.object(forbidden).isEmpty()) {
                    errors.add(
                            FieldError.forbidden(field + "." + forbidden, "may not be specified when `type` is 'Pod'"));
                }
            }
        }
        boolean sized = limit.at("min", "storage") != null || limit.at("max", "storage") != null;
        if (type.equals("PersistentVolumeClaim") && !sized) {
            errors.add(FieldError.required(
                    field + ".limits",
                    "either minimum or maximum storage value is required, but neither was provided"));
        }
        Set<String> resources = new TreeSet<>();
        for (String bound : List.of("min", "max", "default", "defaultRequest", "maxLimitRequestRatio")) {
            if (!type.equals("Pod") || !bound.startsWith("default")) {
                resources.addAll(limit.object(bound).keySet());
            }
        }
        resources.forEach(resource -> new Bounds(limit, field, resource, errors).check());
    }

    /** The bounds of one resource, each of which has to lie on the right side of the others. */
    private record Bounds(JsonObject limit, String field, String resource, List<FieldError> errors) {
        void check() {
            ordered("min", "max", "min", "min", "min value %s is greater than max value %s");
            ordered(
                    "min",
                    "defaultRequest",
                    "defaultRequest",
                    "defaultRequest",
                    "min value %s is greater than default request value %s");
            ordered(
                    "defaultRequest",
                    "max",
                    "defaultRequest",
                    "defaultRequest",
                    "default request value %s is greater than max value %s");
            ordered(
                    "defaultRequest",
                    "default",
                    "defaultRequest",
                    "defaultRequest",
                    "default request value %s is greater than default limit value %s");
            ordered("min", "default", "default", "min", "min value %s is greater than default value %s");
            ordered("default", "max", "default", "max", "default value %s is greater than max value %s");
            Object ratio = limit.at("maxLimitRequestRatio", resource);
            if (ratio != null && number(ratio).compareTo(BigDecimal.ONE) < 0) {
                errors.add(FieldError.invalidLiteral(
                        at("maxLimitRequestRatio"), Amounts.literal(ratio), "ratio " + ratio + " is less than 1"));
            }
        }

        /** Two bounds of which the first must not be greater; the complaint is about one and shows one. */
        private void ordered(String low, String high, String about, String shown, String words) {
            Object lower = limit.at(low, resource);
            Object upper = limit.at(high, resource);
            if (lower != null && upper != null && number(lower).compareTo(number(upper)) > 0) {
                errors.add(FieldError.invalidLiteral(
                        at(about), Amounts.literal(limit.at(shown, resource)), String.format(words, lower, upper)));
            }
        }

        private String at(String bound) {
            return field + "." + bound + "[" + resource + "]";
        }

        private static BigDecimal number(Object amount) {
            return Amounts.number(amount).orElse(BigDecimal.ZERO);
        }
    }
}
