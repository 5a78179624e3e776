package dev.hcp.simulator.apiserver.definition;

import static dev.hcp.simulator.apiserver.definition.DefinitionSpec.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import java.util.ArrayList;
import java.util.List;

/** Where the scale sub-resource finds its values. */
final class ScaleRules {
    private ScaleRules() {}

    static List<FieldError> check(JsonObject subresources, String path) {
        if (!(subresources.get("scale") instanceof JsonObject scale)) {
            return List.of();
        }
        List<FieldError> errors = new ArrayList<>();
        for (String part : List.of("spec", "status")) {
            String name = part + "ReplicasPath";
            String field = path + ".scale." + name;
            String value = text(scale, name);
            if (value.isEmpty()) {
                errors.add(FieldError.required(field, ""));
            } else {
                SimplePath.check(value, field, List.of("." + part + "."), "." + part)
                        .ifPresent(errors::add);
            }
        }
        String selector = text(scale, "labelSelectorPath");
        if (!selector.isEmpty()) {
            SimplePath.check(
                            selector,
                            path + ".scale.labelSelectorPath",
                            List.of(".spec.", ".status."),
                            "either .spec or .status")
                    .ifPresent(errors::add);
        }
        return errors;
    }
}
