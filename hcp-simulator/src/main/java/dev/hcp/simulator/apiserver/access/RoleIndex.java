package dev.hcp.simulator.apiserver.access;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.store.ObjectCollection;
import dev.hcp.simulator.apiserver.store.Store;
import dev.hcp.simulator.apiserver.store.StoredObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/**
 * Roles and bindings, found by those who have them. Kept up to date with each commit, at the cost of what changed; a
 * question looks at the bindings of the user and of the user's groups and at no others.
 */
final class RoleIndex {
    private static final String GROUP = "rbac.authorization.k8s.io/";
    private static final String ROLES = GROUP + "roles";
    private static final String CLUSTER_ROLES = GROUP + "clusterroles";
    private static final String ROLE_BINDINGS = GROUP + "rolebindings";
    private static final String CLUSTER_ROLE_BINDINGS = GROUP + "clusterrolebindings";

    private volatile HashPMap<RoleKey, List<PolicyRule>> roles = HashTreePMap.empty();
    private volatile HashPMap<Holder, TreePMap<String, Binding>> bindings = HashTreePMap.empty();

    private record RoleKey(String kind, String namespace, String name) {}

    /** Who has bindings in a namespace; service accounts are the users that they are. */
    private record Holder(boolean group, String name, String namespace) {}

    /** An index of what a store has now and will have. */
    static RoleIndex of(Store store) {
        RoleIndex index = new RoleIndex();
        store.lock().lock();
        try {
            for (String id : List.of(ROLES, CLUSTER_ROLES, ROLE_BINDINGS, CLUSTER_ROLE_BINDINGS)) {
                store.collection(id).snapshot().objects().values().forEach(object -> index.changed(id, null, object));
            }
            var unused = store.onCommit((collection, commit) -> {
                if (concerns(collection)) {
                    index.changed(collection.id(), commit.before(), commit.after());
                }
            });
        } finally {
            store.lock().unlock();
        }
        return index;
    }

    private static boolean concerns(ObjectCollection collection) {
        return collection.id().startsWith(GROUP);
    }

    private void changed(String collection, @Nullable StoredObject before, @Nullable StoredObject after) {
        switch (collection) {
            case ROLES, CLUSTER_ROLES -> role(collection.equals(ROLES) ? "Role" : "ClusterRole", before, after);
            case ROLE_BINDINGS, CLUSTER_ROLE_BINDINGS -> {
                HashPMap<Holder, TreePMap<String, Binding>> changed = bindings;
                changed = before == null ? changed : without(changed, before.tree());
                bindings = after == null ? changed : with(changed, after.tree());
            }
            default -> {
                // No other resource of the group is stored.
            }
        }
    }

    private void role(String kind, @Nullable StoredObject before, @Nullable StoredObject after) {
        if (after != null) {
            roles = roles.plus(keyOf(kind, after.tree()), PolicyRule.of(after.tree()));
        } else if (before != null) {
            roles = roles.minus(keyOf(kind, before.tree()));
        }
    }

    private static RoleKey keyOf(String kind, JsonObject role) {
        return new RoleKey(kind, meta(role, "namespace"), meta(role, "name"));
    }

    private static HashPMap<Holder, TreePMap<String, Binding>> with(
            HashPMap<Holder, TreePMap<String, Binding>> all, JsonObject object) {
        HashPMap<Holder, TreePMap<String, Binding>> result = all;
        for (Binding binding : bindingsOf(object)) {
            Holder holder = holderOf(binding);
            TreePMap<String, Binding> known = result.getOrDefault(holder, TreePMap.empty());
            result = result.plus(holder, known.plus(binding.name(), binding));
        }
        return result;
    }

    private static HashPMap<Holder, TreePMap<String, Binding>> without(
            HashPMap<Holder, TreePMap<String, Binding>> all, JsonObject object) {
        HashPMap<Holder, TreePMap<String, Binding>> result = all;
        for (Binding binding : bindingsOf(object)) {
            Holder holder = holderOf(binding);
            TreePMap<String, Binding> rest =
                    result.getOrDefault(holder, TreePMap.empty()).minus(binding.name());
            result = rest.isEmpty() ? result.minus(holder) : result.plus(holder, rest);
        }
        return result;
    }

    private static List<Binding> bindingsOf(JsonObject object) {
        JsonArray subjects = object.array("subjects");
        List<Binding> result = new ArrayList<>(subjects.size());
        for (int i = 0; i < subjects.size(); i++) {
            result.add(new Binding(
                    meta(object, "namespace"),
                    meta(object, "name"),
                    String.valueOf(object.text("roleRef", "kind")),
                    String.valueOf(object.text("roleRef", "name")),
                    subjects.object(i)));
        }
        return result;
    }

    private static Holder holderOf(Binding binding) {
        String kind = String.valueOf(binding.subject().text("kind"));
        String name = String.valueOf(binding.subject().text("name"));
        if (kind.equals("ServiceAccount")) {
            String home = binding.subject().text("namespace");
            name = User.serviceAccount(home == null || home.isEmpty() ? binding.namespace() : home, name);
        }
        return new Holder(kind.equals("Group"), name, binding.namespace());
    }

    private static String meta(JsonObject object, String member) {
        String text = object.text("metadata", member);
        return text == null ? "" : text;
    }

    /** The rules of a role, or null when there is none. */
    @Nullable
    List<PolicyRule> rulesOf(String kind, String namespace, String name) {
        return roles.get(new RoleKey(kind, kind.equals("Role") ? namespace : "", name));
    }

    /** Shows all rules that apply to a user in a namespace, until the visitor has seen enough. */
    void visit(User user, String namespace, Visitor visitor) {
        if (visitHolders(user, "", visitor) && !namespace.isEmpty()) {
            visitHolders(user, namespace, visitor);
        }
    }

    private boolean visitHolders(User user, String namespace, Visitor visitor) {
        if (!visitHolder(new Holder(false, user.name(), namespace), visitor)) {
            return false;
        }
        for (String group : user.groups()) {
            if (!visitHolder(new Holder(true, group, namespace), visitor)) {
                return false;
            }
        }
        return true;
    }

    private boolean visitHolder(Holder holder, Visitor visitor) {
        TreePMap<String, Binding> held = bindings.get(holder);
        if (held == null) {
            return true;
        }
        for (Binding binding : held.values()) {
            List<PolicyRule> rules = rulesOf(binding.roleKind(), binding.namespace(), binding.roleName());
            if (rules == null) {
                visitor.missing(binding);
                continue;
            }
            for (PolicyRule rule : rules) {
                if (!visitor.rule(binding, rule)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Sees rules. */
    interface Visitor {
        /** A rule that applies; returns whether to go on. */
        boolean rule(Binding binding, PolicyRule rule);

        /** A binding to a role that does not exist. */
        void missing(Binding binding);
    }
}
