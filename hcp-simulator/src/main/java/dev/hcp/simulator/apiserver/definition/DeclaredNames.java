package dev.hcp.simulator.apiserver.definition;

import static dev.hcp.simulator.apiserver.definition.DefinitionSpec.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.ObjectNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the names of a resource look like. */
final class DeclaredNames {
    private DeclaredNames() {}

    static List<FieldError> check(JsonObject names, String path) {
        List<FieldError> errors = new ArrayList<>();
        for (String field : List.of("plural", "singular")) {
            check(text(names, field), path + "." + field, errors);
        }
        for (String field : List.of("kind", "listKind")) {
            String kind = text(names, field);
            List<String> problems =
                    kind.isEmpty() ? List.of() : ObjectNames.dns1035LabelProblems(kind.toLowerCase(Locale.ROOT));
            if (!problems.isEmpty()) {
                errors.add(FieldError.invalid(
                        path + "." + field,
                        kind,
                        "may have mixed case, but should otherwise match: " + String.join(",", problems)));
            }
        }
        checkAll(names.array("shortNames"), path + ".shortNames", errors);
        String kind = text(names, "kind");
        if (!kind.isEmpty() && kind.equals(text(names, "listKind"))) {
            errors.add(FieldError.invalid(path + ".listKind", kind, "kind and listKind may not be the same"));
        }
        checkAll(names.array("categories"), path + ".categories", errors);
        return errors;
    }

    private static void checkAll(JsonArray names, String path, List<FieldError> errors) {
        for (int i = 0; i < names.size(); i++) {
            String name = String.valueOf(names.get(i));
            List<String> problems = ObjectNames.dns1035LabelProblems(name);
            if (!problems.isEmpty()) {
                errors.add(FieldError.invalid(path + "[" + i + "]", name, String.join(",", problems)));
            }
        }
    }

    private static void check(String name, String path, List<FieldError> errors) {
        List<String> problems = name.isEmpty() ? List.of() : ObjectNames.dns1035LabelProblems(name);
        if (!problems.isEmpty()) {
            errors.add(FieldError.invalid(path, name, String.join(",", problems)));
        }
    }
}
