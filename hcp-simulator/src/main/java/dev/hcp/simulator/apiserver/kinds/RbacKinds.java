package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.CREATE_ON_UPDATE;
import static dev.hcp.simulator.apiserver.kinds.BuiltInKinds.kind;

import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.List;

/** Roles and their bindings. */
final class RbacKinds {
    private static final String GROUP = "rbac.authorization.k8s.io";

    private RbacKinds() {}

    static List<Resource> all() {
        return List.of(
                kind(GROUP, "roles", Role.class)
                        .nameRule(NameRule.PATH_SEGMENT)
                        .strategy(new RoleStrategy())
                        .traits(CREATE_ON_UPDATE)
                        .build(),
                kind(GROUP, "rolebindings", RoleBinding.class)
                        .nameRule(NameRule.PATH_SEGMENT)
                        .strategy(new RoleBindingStrategy())
                        .traits(CREATE_ON_UPDATE)
                        .build(),
                kind(GROUP, "clusterroles", ClusterRole.class)
                        .clusterScoped()
                        .nameRule(NameRule.PATH_SEGMENT)
                        .strategy(new RoleStrategy())
                        .traits(CREATE_ON_UPDATE)
                        .build(),
                kind(GROUP, "clusterrolebindings", ClusterRoleBinding.class)
                        .clusterScoped()
                        .nameRule(NameRule.PATH_SEGMENT)
                        .strategy(new RoleBindingStrategy())
                        .traits(CREATE_ON_UPDATE)
                        .build());
    }
}
