package dev.hcp.simulator.apiserver.access;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.GoSyntax;

/**
 * That one subject has a role.
 *
 * @param namespace where; empty for everywhere
 * @param name name of the binding object
 * @param roleKind {@code Role} or {@code ClusterRole}
 * @param roleName name of the role
 * @param subject the subject as the binding names it
 */
record Binding(String namespace, String name, String roleKind, String roleName, JsonObject subject) {

    /** As the reference gives it as a reason. */
    String text() {
        String kind = namespace.isEmpty() ? "ClusterRoleBinding" : "RoleBinding";
        String qualified = namespace.isEmpty() ? name : name + "/" + namespace;
        return kind + " " + GoSyntax.quote(qualified) + " of " + roleKind + " " + GoSyntax.quote(roleName) + " to "
                + subjectText();
    }

    private String subjectText() {
        String kind = String.valueOf(subject.text("kind"));
        String subjectName = String.valueOf(subject.text("name"));
        if (kind.equals("ServiceAccount")) {
            String home = subject.text("namespace");
            subjectName += "/" + (home == null || home.isEmpty() ? namespace : home);
        }
        return kind + " " + GoSyntax.quote(subjectName);
    }

    /** That the role does not exist, in the reference's words. */
    String roleMissing() {
        return (roleKind.equals("ClusterRole") ? "clusterrole" : "role") + ".rbac.authorization.k8s.io "
                + GoSyntax.quote(roleName) + " not found";
    }
}
