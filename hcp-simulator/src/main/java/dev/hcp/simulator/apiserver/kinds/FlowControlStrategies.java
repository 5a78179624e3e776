package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;

/** Flow schemas, which sort requests into priority levels, and the levels. */
final class FlowControlStrategies {
    private static final String EXEMPT = "exempt";

    private FlowControlStrategies() {}

    static final class ForFlowSchema implements Strategy {
        private static final long HIGHEST_PRECEDENCE = 10_000;

        @Override
        public JsonObject defaults(JsonObject object) {
            JsonObject result = edit(object, "spec", spec -> fill(spec, 1000L, "matchingPrecedence"));
            return fill(result, JsonObject.EMPTY, "status");
        }

        @Override
        public void validate(JsonObject object, List<FieldError> errors) {
            JsonObject spec = object.object("spec");
            long precedence = spec.integer(0, "matchingPrecedence");
            String field = "spec.matchingPrecedence";
            if (precedence <= 0) {
                errors.add(FieldError.invalid(field, precedence, "must be a positive value"));
            }
            if (precedence > HIGHEST_PRECEDENCE) {
                errors.add(FieldError.invalid(field, precedence, "must not be greater than " + HIGHEST_PRECEDENCE));
            }
            if (precedence == 1 && !EXEMPT.equals(object.text("metadata", "name"))) {
                errors.add(FieldError.invalid(
                        field, precedence, "only the schema named 'exempt' may have matchingPrecedence 1"));
            }
            if (spec.get("distinguisherMethod") != null) {
                Checks.oneOf(
                        "spec.distinguisherMethod.type",
                        text(spec, "distinguisherMethod", "type"),
                        List.of("ByNamespace", "ByUser"),
                        errors);
            }
            if (text(spec, "priorityLevelConfiguration", "name").isEmpty()) {
                errors.add(
                        FieldError.required("spec.priorityLevelConfiguration.name", "must reference a priority level"));
            }
            JsonArray rules = spec.array("rules");
            for (int i = 0; i < rules.size(); i++) {
                FlowRules.check(rules.object(i), "spec.rules[" + i + "]", errors);
            }
        }
    }

    static final class ForPriorityLevel implements Strategy {
        @Override
        public JsonObject defaults(JsonObject object) {
            JsonObject result = edit(object, "spec", spec -> {
                JsonObject filled = edit(
                        spec,
                        EXEMPT,
                        exempt -> fill(fill(exempt, 0L, "nominalConcurrencyShares"), 0L, "lendablePercent"));
                return edit(filled, "limited", ForPriorityLevel::limitedDefaults);
            });
            return fill(result, JsonObject.EMPTY, "status");
        }

        private static JsonObject limitedDefaults(JsonObject limited) {
            JsonObject result = fill(limited, 30L, "nominalConcurrencyShares");
            result = fill(result, 0L, "lendablePercent");
            return edit(
                    result,
                    "limitResponse",
                    response -> edit(
                            response,
                            "queuing",
                            queuing ->
                                    fill(fill(fill(queuing, 64L, "queues"), 8L, "handSize"), 50L, "queueLengthLimit")));
        }

        @Override
        public void validate(JsonObject object, List<FieldError> errors) {
            JsonObject spec = object.object("spec");
            String type = text(spec, "type");
            if (EXEMPT.equals(object.text("metadata", "name")) != type.equals("Exempt")) {
                errors.add(
                        FieldError.invalid("spec.type", type, "type must be 'Exempt' if and only if name is 'exempt'"));
            }
            switch (type) {
                case "Exempt" -> {
                    if (spec.get("limited") != null) {
                        errors.add(FieldError.forbidden("spec.limited", "must be nil if the type is not Limited"));
                    }
                }
                case "Limited" -> {
                    if (spec.get(EXEMPT) != null) {
                        errors.add(FieldError.forbidden("spec.exempt", "must be nil if the type is Limited"));
                    }
                    if (spec.get("limited") instanceof JsonObject limited) {
                        checkLimited(limited, "spec.limited", errors);
                    } else {
                        errors.add(FieldError.required("spec.limited", "must not be empty when type is Limited"));
                    }
                }
                default -> Checks.oneOf("spec.type", type, List.of("Exempt", "Limited"), errors);
            }
        }

        private static void checkLimited(JsonObject limited, String field, List<FieldError> errors) {
            long shares = limited.integer(0, "nominalConcurrencyShares");
            if (shares < 0) {
                errors.add(FieldError.invalid(
                        field + ".nominalConcurrencyShares", shares, "must be a non-negative integer"));
            }
            long lendable = limited.integer(0, "lendablePercent");
            if (lendable < 0 || lendable > 100) {
                errors.add(FieldError.invalid(
                        field + ".lendablePercent", lendable, "must be between 0 and 100, inclusive"));
            }
            if (limited.get("borrowingLimitPercent") instanceof Long borrowing && borrowing < 0) {
                errors.add(FieldError.invalid(
                        field + ".borrowingLimitPercent", borrowing, "if specified, must be a non-negative integer"));
            }
            checkResponse(limited.object("limitResponse"), field + ".limitResponse", errors);
        }

        private static void checkResponse(JsonObject response, String field, List<FieldError> errors) {
            boolean queuing = response.get("queuing") != null;
            switch (text(response, "type")) {
                case "Reject" -> {
                    if (queuing) {
                        errors.add(FieldError.forbidden(
                                field + ".queuing", "must be nil if limited.limitResponse.type is not Limited"));
                    }
                }
                case "Queue" -> {
                    if (queuing) {
                        checkQueuing(response.object("queuing"), field + ".queuing", errors);
                    } else {
                        errors.add(FieldError.required(
                                field + ".queuing", "must not be empty if limited.limitResponse.type is Limited"));
                    }
                }
                default -> Checks.oneOf(field + ".type", text(response, "type"), List.of("Queue", "Reject"), errors);
            }
        }

        private static void checkQueuing(JsonObject queuing, String field, List<FieldError> errors) {
            for (String count : List.of("queueLengthLimit", "queues", "handSize")) {
                long value = queuing.integer(0, count);
                if (value <= 0) {
                    errors.add(FieldError.invalid(field + "." + count, value, "must be positive"));
                }
            }
            long hand = queuing.integer(0, "handSize");
            long queues = queuing.integer(0, "queues");
            if (queues > 10_000_000) {
                errors.add(FieldError.invalid(field + ".queues", queues, "must not be greater than 10000000"));
            }
            if (hand > queues) {
                errors.add(FieldError.invalid(
                        field + ".handSize", hand, "should not be greater than queues (" + queues + ")"));
            }
        }
    }
}
