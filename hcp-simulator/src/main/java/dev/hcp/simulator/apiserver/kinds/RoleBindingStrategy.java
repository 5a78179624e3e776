package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;

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
        if (!supported.contains(kind)) {
            errors.add(FieldError.notSupported("roleRef.kind", kind, supported));
        }
        if (Trees.text(object, "roleRef", "name").isEmpty()) {
            errors.add(FieldError.required("roleRef.name", ""));
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
