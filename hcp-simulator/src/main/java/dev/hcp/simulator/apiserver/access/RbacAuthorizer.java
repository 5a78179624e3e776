package dev.hcp.simulator.apiserver.access;

import dev.hcp.simulator.apiserver.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Role-based access control: what no role allows is refused, except to {@link User#MASTERS}. */
public final class RbacAuthorizer implements Authorizer {
    /** What may be asked by everybody, so that probes need no role. */
    private static final Set<String> ALWAYS_ALLOWED = Set.of("/healthz", "/livez", "/readyz");

    private final RoleIndex index;

    /** By the roles and bindings of a store. */
    public RbacAuthorizer(Store store) {
        index = RoleIndex.of(store);
    }

    @Override
    public Decision authorize(AccessRequest request) {
        if (request.user().isMaster() || (!request.resourceRequest() && ALWAYS_ALLOWED.contains(request.path()))) {
            return Decision.ALLOWED;
        }
        Search search = new Search(request);
        index.visit(request.user(), request.namespace(), search);
        return search.decision();
    }

    @Override
    public Rules rules(User user, String namespace) {
        Collector collector = new Collector();
        index.visit(user, namespace, collector);
        return new Rules(List.copyOf(collector.rules), aggregate(collector.problems));
    }

    /** The rules of a role; empty when there is none. */
    public Optional<List<PolicyRule>> role(String kind, String namespace, String name) {
        return Optional.ofNullable(index.rulesOf(kind, namespace, name));
    }

    /**
     * Why somebody may not grant rights, in the reference's words; empty when they hold all of them.
     *
     * @param namespace where they are granted
     */
    public Optional<String> refusalToGrant(User user, String namespace, List<PolicyRule> granted) {
        Rules held = rules(user, namespace);
        List<PolicyRule> missing = RuleCover.missing(held.rules(), granted);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        Set<String> texts = new TreeSet<>();
        missing.forEach(rule -> texts.add(rule.text()));
        return Optional.of("user \"" + user.name() + "\" (groups=" + PolicyRule.quoted(user.groups())
                + ") is attempting to grant RBAC permissions not currently held:\n" + String.join("\n", texts)
                + (held.problem().isEmpty() ? "" : "; resolution errors: [" + held.problem() + "]"));
    }

    private static String aggregate(Set<String> problems) {
        return problems.size() == 1
                ? problems.iterator().next()
                : problems.isEmpty() ? "" : "[" + String.join(", ", problems) + "]";
    }

    /** Looks for a rule that allows a request. */
    private static final class Search implements RoleIndex.Visitor {
        private final AccessRequest request;
        private final Set<String> problems = new LinkedHashSet<>();
        private @Nullable Binding found;

        Search(AccessRequest request) {
            this.request = request;
        }

        @Override
        public boolean rule(Binding binding, PolicyRule rule) {
            if (rule.allows(request)) {
                found = binding;
            }
            return found == null;
        }

        @Override
        public void missing(Binding binding) {
            problems.add(binding.roleMissing());
        }

        Decision decision() {
            if (found != null) {
                return new Decision(true, "RBAC: allowed by " + found.text());
            }
            return new Decision(false, problems.isEmpty() ? "" : "RBAC: " + aggregate(problems));
        }
    }

    private static final class Collector implements RoleIndex.Visitor {
        private final List<PolicyRule> rules = new ArrayList<>();
        private final Set<String> problems = new LinkedHashSet<>();

        @Override
        public boolean rule(Binding binding, PolicyRule rule) {
            rules.add(rule);
            return true;
        }

        @Override
        public void missing(Binding binding) {
            problems.add(binding.roleMissing());
        }
    }
}
