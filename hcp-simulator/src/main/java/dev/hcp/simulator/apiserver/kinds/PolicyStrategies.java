package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.editItems;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;

/** Disruption budgets, network policies, ingresses and priority classes. */
final class PolicyStrategies {
    private PolicyStrategies() {}

    static final class ForDisruptionBudget extends CountsSpec {
        @Override
        public JsonObject defaults(JsonObject object) {
            JsonObject result = object;
            for (String count : List.of("disruptionsAllowed", "currentHealthy", "desiredHealthy", "expectedPods")) {
                result = fill(result, 0L, "status", count);
            }
            return result;
        }
    }

    static final class ForNetworkPolicy extends CountsSpec {
        @Override
        public JsonObject defaults(JsonObject object) {
            return edit(object, "spec", spec -> {
                JsonObject result = spec;
                if (result.array("policyTypes").isEmpty()) {
                    boolean egress = !result.array("egress").isEmpty();
                    result = result.with(
                            "policyTypes", egress ? JsonArray.of("Ingress", "Egress") : JsonArray.of("Ingress"));
                }
                for (String direction : List.of("ingress", "egress")) {
                    result = editItems(
                            result, direction, rule -> editItems(rule, "ports", port -> fill(port, "TCP", "protocol")));
                }
                return result;
            });
        }
    }

    static final class ForIngress extends CountsSpec {
        @Override
        public JsonObject defaults(JsonObject object) {
            return fill(object, JsonObject.EMPTY, "status", "loadBalancer");
        }
    }

    static final class ForPriorityClass implements Strategy {
        private static final long HIGHEST = 1_000_000_000L;

        @Override
        public JsonObject defaults(JsonObject object) {
            return fill(object, "PreemptLowerPriority", "preemptionPolicy");
        }

        @Override
        public void validate(JsonObject object, List<FieldError> errors) {
            String name = Trees.text(object, "metadata", "name");
            boolean system = name.equals("system-cluster-critical") || name.equals("system-node-critical");
            if (name.startsWith("system-") && !system) {
                errors.add(FieldError.forbidden(
                        "metadata.name",
                        "priority class names with 'system-' prefix are reserved for system use only. error: " + name
                                + " is not a known system priority class"));
            }
            if (!system && object.integer(0, "value") > HIGHEST) {
                errors.add(FieldError.forbidden(
                        "value", "maximum allowed value of a user defined priority is " + HIGHEST));
            }
        }

        @Override
        public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
            if (object.integer(0, "value") != old.integer(0, "value")) {
                errors.add(FieldError.forbidden("value", "may not be changed in an update."));
            }
        }
    }
}
