package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;
import java.util.Locale;

/** Bindings of roles: complete references, and a role that stays. */
final class RoleBindingStrategy implements Strategy {
    private static final String GROUP = "rbac.authorization.k8s.io";

    @Override
    public JsonObject defaults(JsonObject object) {
        JsonObject result = Trees.edit(object, "roleRef", role -> Trees.fill(role, GROUP, "apiGroup"));
        return Trees.editItems(result, "subjects", subject -> {
            String kind = Trees.text(subject, "kind");
            return kind.equals("User") || kind.equals("Group") ? Trees.fill(subject, GROUP, "apiGroup") : subject;
        });
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        String kind = Trees.text(object, "roleRef", "kind");
        boolean cluster = "ClusterRoleBinding".equals(object.text("kind"));
        List<String> supported = cluster ? List.of("ClusterRole") : List.of("Role", "ClusterRole");
        String group = Trees.text(object, "roleRef", "apiGroup");
        if (!group.equals(GROUP)) {
            errors.add(FieldError.notSupported("roleRef.apiGroup", group, List.of(GROUP)));
        }
        if (!supported.contains(kind)) {
            errors.add(FieldError.notSupported("roleRef.kind", kind, supported));
        }
        if (Trees.text(object, "roleRef", "name").isEmpty()) {
            errors.add(FieldError.required("roleRef.name", ""));
        } else {
            FieldChecks.name(NameRule.PATH_SEGMENT, Trees.text(object, "roleRef", "name"), "roleRef.name", errors);
        }
        List<JsonObject> subjects = FieldChecks.objects(object, "subjects");
        for (int i = 0; i < subjects.size(); i++) {
            checkSubject(subjects.get(i), cluster, "subjects[" + i + "]", errors);
        }
    }

    private static void checkSubject(JsonObject subject, boolean cluster, String field, List<FieldError> errors) {
        FieldChecks.required(subject, "name", field, errors);
        String kind = Trees.text(subject, "kind");
        String group = Trees.text(subject, "apiGroup");
        String name = Trees.text(subject, "name");
        switch (kind) {
            case "ServiceAccount" -> {
                if (!name.isEmpty()) {
                    FieldChecks.subdomain(name, field + ".name", errors);
                }
                if (!group.isEmpty()) {
                    errors.add(FieldError.notSupported(field + ".apiGroup", group, List.of("")));
                }
                if (cluster) {
                    FieldChecks.required(subject, "namespace", field, errors);
                }
            }
            case "User", "Group" -> {
                if (name.isEmpty()) {
                    errors.add(FieldError.invalid(
                            field + ".name", name, kind.toLowerCase(Locale.ROOT) + " name cannot be empty"));
                }
                if (!group.equals(GROUP)) {
                    errors.add(FieldError.notSupported(field + ".apiGroup", group, List.of(GROUP)));
                }
            }
            default ->
                errors.add(FieldError.notSupported(field + ".kind", kind, List.of("ServiceAccount", "User", "Group")));
        }
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        validate(object, errors);
        JsonObject role = object.object("roleRef");
        if (!role.equals(old.object("roleRef"))) {
            String rendered = "rbac.RoleRef{APIGroup:" + GoSyntax.quote(Trees.text(role, "apiGroup")) + ", Kind:"
                    + GoSyntax.quote(Trees.text(role, "kind")) + ", Name:" + GoSyntax.quote(Trees.text(role, "name"))
                    + "}";
            errors.add(FieldError.invalidLiteral("roleRef", rendered, "cannot change roleRef"));
        }
    }
}
