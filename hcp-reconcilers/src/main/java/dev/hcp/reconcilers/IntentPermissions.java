package dev.hcp.reconcilers;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.Access;
import dev.hcp.platforms.Permissions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;

/** What it takes to carry out an intent. */
final class IntentPermissions {
    private IntentPermissions() {}

    static Permissions of(Intent intent) {
        Class<? extends HasMetadata> type = intent.type();
        Permissions.Builder needed = Permissions.builder();
        if (intent instanceof Intent.Hosted inside) {
            of(inside.intent())
                    .all()
                    .forEach(each -> needed.hosted(each.type(), each.access().toArray(Access[]::new)));
        } else if (intent instanceof Intent.Apply apply) {
            granting(needed.management(type, Access.APPLY), type, apply.tree());
        } else if (intent instanceof Intent.Replace replace) {
            granting(needed.management(type, Access.REPLACE), type, replace.tree());
        } else if (intent instanceof Intent.CreateIfAbsent create) {
            granting(needed.management(type, Access.CREATE), type, create.tree());
        } else if (intent instanceof Intent.MergePatch patch) {
            needed.management(type, patch.status() ? Access.PATCH_STATUS : Access.PATCH);
        } else if (intent instanceof Intent.AddFinalizer || intent instanceof Intent.RemoveFinalizer) {
            needed.management(type, Access.PATCH);
        } else if (intent instanceof Intent.Delete) {
            needed.management(type, Access.DELETE);
        } else if (intent instanceof Intent.Evict) {
            needed.management(type, Access.EVICT);
        } else if (intent instanceof Intent.Status) {
            needed.management(type, Access.STATUS);
        } else if (intent instanceof Intent.Event) {
            needed.tells();
        } else {
            throw new IllegalStateException("nobody says what it takes to carry out " + intent);
        }
        return needed.build();
    }

    /** Nobody gives rights that he does not have, but by a right of its own. */
    private static void granting(Permissions.Builder needed, Class<? extends HasMetadata> type, JsonObject tree) {
        if (type == Role.class || type == ClusterRole.class) {
            needed.management(type, Access.GRANT);
        } else if (type == RoleBinding.class || type == ClusterRoleBinding.class) {
            boolean clusterWide = "ClusterRole".equals(tree.text("roleRef", "kind"));
            needed.management(clusterWide ? ClusterRole.class : Role.class, Access.GRANT);
        }
    }
}
