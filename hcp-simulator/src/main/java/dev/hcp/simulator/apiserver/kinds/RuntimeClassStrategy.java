package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.api.validation.schema.ObjectNames;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;

/** Runtime classes: what runs the containers of a pod. */
final class RuntimeClassStrategy implements Strategy {
    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        Checks.name("handler", Trees.text(object, "handler"), NameRule.LABEL, errors);
        JsonObject overhead = object.object("overhead", "podFixed");
        for (int i = 0; i < overhead.size(); i++) {
            String field = "overhead.podFixed[" + overhead.keyAt(i) + "]";
            Object amount = overhead.valueAt(i);
            Checks.qualifiedName(field, overhead.keyAt(i), errors);
            Amounts.number(amount).ifPresent(number -> {
                if (number.signum() < 0) {
                    errors.add(FieldError.invalid(field, String.valueOf(amount), "must be greater than or equal to 0"));
                }
            });
        }
        JsonObject selector = object.object("scheduling", "nodeSelector");
        for (int i = 0; i < selector.size(); i++) {
            Checks.qualifiedName("scheduling.nodeSelector", selector.keyAt(i), errors);
            String value = String.valueOf(selector.valueAt(i));
            for (String problem : ObjectNames.labelValueProblems(value)) {
                errors.add(FieldError.invalid("scheduling.nodeSelector", value, problem));
            }
        }
        checkTolerations(object.array("scheduling", "tolerations"), errors);
    }

    private static void checkTolerations(JsonArray tolerations, List<FieldError> errors) {
        for (int i = 0; i < tolerations.size(); i++) {
            String key = Trees.text(tolerations.object(i), "key");
            String field = "scheduling.tolerations[" + i + "]";
            if (!key.isEmpty()) {
                Checks.qualifiedName(field + ".key", key, errors);
            } else if (!"Exists".equals(tolerations.object(i).text("operator"))) {
                errors.add(FieldError.invalid(
                        field + ".operator",
                        Trees.text(tolerations.object(i), "operator"),
                        "operator must be Exists when `key` is empty, which means \"match all values and all keys\""));
            }
        }
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        Checks.immutable(object, old, errors, "handler");
    }
}
