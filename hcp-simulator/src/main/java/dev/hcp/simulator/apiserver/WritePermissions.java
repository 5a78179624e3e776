package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.access.AccessRequest;
import dev.hcp.simulator.apiserver.access.Decision;
import dev.hcp.simulator.apiserver.access.PolicyRule;
import dev.hcp.simulator.apiserver.access.RbacAuthorizer;
import dev.hcp.simulator.apiserver.access.User;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a writer has to be allowed besides what the request says: to create where an update or an apply creates, and to
 * hold what roles and bindings grant.
 */
class WritePermissions {
    /** Nobody is asked: the server itself writes, or everything is allowed. */
    static final WritePermissions UNLIMITED = new WritePermissions();

    private WritePermissions() {}

    static WritePermissions of(RbacAuthorizer authorizer, AccessRequest access) {
        return new Limited(authorizer, access);
    }

    /** An update creates the object. */
    void creating() {}

    /** An object is written; the old state is null when it is new. */
    void writing(Resource resource, JsonObject object, @Nullable JsonObject old) {}

    private static final class Limited extends WritePermissions {
        private static final String GROUP = "rbac.authorization.k8s.io";

        private final RbacAuthorizer authorizer;
        private final AccessRequest access;

        Limited(RbacAuthorizer authorizer, AccessRequest access) {
            this.authorizer = authorizer;
            this.access = access;
        }

        @Override
        void creating() {
            AccessRequest creation = access.with("create");
            Decision decision = authorizer.authorize(creation);
            if (!decision.allowed()) {
                throw Failures.accessDenied(creation, decision.reason());
            }
        }

        @Override
        void writing(Resource resource, JsonObject object, @Nullable JsonObject old) {
            if (!resource.group().equals(GROUP) || access.user().isMaster()) {
                return;
            }
            if (old != null && differOnlyInOwners(object, old)) {
                return;
            }
            switch (resource.plural()) {
                case "roles", "clusterroles" -> role(resource, object, old);
                case "rolebindings", "clusterrolebindings" -> binding(resource, object);
                default -> {
                    // Grants nothing.
                }
            }
        }

        /** Whoever may delete an object may do to it what the garbage collector does. */
        private static boolean differOnlyInOwners(JsonObject object, JsonObject old) {
            return withoutOwners(object).equals(withoutOwners(old));
        }

        private static JsonObject withoutOwners(JsonObject object) {
            return object.with(
                    "metadata",
                    object.object("metadata")
                            .without("ownerReferences")
                            .without("finalizers")
                            .without("managedFields")
                            .without("resourceVersion"));
        }

        private void role(Resource resource, JsonObject object, @Nullable JsonObject old) {
            AccessRequest escalation = AccessRequest.toResource(
                    access.user(), "escalate", access.namespace(), GROUP, resource.plural(), "", access.name());
            if (authorizer.authorize(escalation).allowed()) {
                return;
            }
            requireHeld(resource, object, PolicyRule.of(object));
            boolean gathers = gathers(object) || (old != null && gathers(old));
            List<PolicyRule> everything = List.of(PolicyRule.EVERY_RESOURCE, PolicyRule.EVERY_PATH);
            if (gathers
                    && authorizer
                            .refusalToGrant(access.user(), access.namespace(), everything)
                            .isPresent()) {
                throw Failures.forbidden(
                        resource,
                        ObjectMeta.text(object, "name"),
                        "must have cluster-admin privileges to use an aggregationRule");
            }
        }

        private static boolean gathers(JsonObject role) {
            JsonArray selectors = role.array("aggregationRule", "clusterRoleSelectors");
            return !selectors.isEmpty();
        }

        private void binding(Resource resource, JsonObject object) {
            String kind = String.valueOf(object.text("roleRef", "kind"));
            String name = String.valueOf(object.text("roleRef", "name"));
            String plural = kind.equals("Role") ? "roles" : "clusterroles";
            User user = access.user();
            String namespace = access.namespace();
            AccessRequest bind = AccessRequest.toResource(user, "bind", namespace, GROUP, plural, "", name);
            if (authorizer.authorize(bind).allowed()) {
                return;
            }
            Optional<List<PolicyRule>> rules = authorizer.role(kind, namespace, name);
            requireHeld(resource, object, rules.orElseThrow(() -> Failures.notFound(GROUP, plural, name)));
        }

        private void requireHeld(Resource resource, JsonObject object, List<PolicyRule> rules) {
            Optional<String> refusal = authorizer.refusalToGrant(access.user(), access.namespace(), rules);
            if (refusal.isPresent()) {
                throw Failures.forbidden(resource, ObjectMeta.text(object, "name"), refusal.get());
            }
        }
    }
}
