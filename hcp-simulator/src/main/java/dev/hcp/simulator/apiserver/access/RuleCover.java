package dev.hcp.simulator.apiserver.access;

import static dev.hcp.simulator.apiserver.access.PolicyRule.ALL;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rights somebody would give who does not hold them. */
final class RuleCover {
    private RuleCover() {}

    /** What the wanted rules allow and the held ones do not, with the verbs on one resource put together. */
    static List<PolicyRule> missing(List<PolicyRule> held, List<PolicyRule> wanted) {
        List<PolicyRule> missing = new ArrayList<>();
        for (PolicyRule rule : wanted) {
            for (PolicyRule atom : atoms(rule)) {
                if (held.stream().noneMatch(each -> covers(each, atom))) {
                    missing.add(atom);
                }
            }
        }
        return compact(missing);
    }

    /** A rule taken apart: one group, resource, verb and name each, so that one held rule covers an atom or none does. */
    private static List<PolicyRule> atoms(PolicyRule rule) {
        List<PolicyRule> atoms = new ArrayList<>();
        for (String group : rule.groups()) {
            for (String resource : rule.resources()) {
                for (String verb : rule.verbs()) {
                    if (rule.names().isEmpty()) {
                        atoms.add(atom(verb, group, resource, List.of()));
                    }
                    for (String name : rule.names()) {
                        atoms.add(atom(verb, group, resource, List.of(name)));
                    }
                }
            }
        }
        for (String path : rule.paths()) {
            for (String verb : rule.verbs()) {
                atoms.add(new PolicyRule(List.of(verb), List.of(), List.of(), List.of(), List.of(path)));
            }
        }
        return atoms;
    }

    private static PolicyRule atom(String verb, String group, String resource, List<String> names) {
        return new PolicyRule(List.of(verb), List.of(group), List.of(resource), names, List.of());
    }

    private static boolean covers(PolicyRule held, PolicyRule atom) {
        return (held.verbs().contains(ALL) || held.verbs().containsAll(atom.verbs()))
                && (held.groups().contains(ALL) || held.groups().containsAll(atom.groups()))
                && coversResources(held.resources(), atom.resources())
                && atom.paths().stream().allMatch(path -> PolicyRule.coversPath(held.paths(), path))
                && (held.names().isEmpty()
                        || (!atom.names().isEmpty() && held.names().containsAll(atom.names())));
    }

    private static boolean coversResources(List<String> held, List<String> asked) {
        if (held.contains(ALL)) {
            return true;
        }
        for (String resource : asked) {
            int slash = resource.indexOf('/');
            boolean covered = held.contains(resource) || (slash >= 0 && held.contains(ALL + resource.substring(slash)));
            if (!covered) {
                return false;
            }
        }
        return true;
    }

    private record Target(String group, String resource, List<String> names) {}

    private static List<PolicyRule> compact(List<PolicyRule> atoms) {
        List<PolicyRule> result = new ArrayList<>();
        Map<Target, Set<String>> verbs = new LinkedHashMap<>();
        for (PolicyRule atom : atoms) {
            if (atom.resources().isEmpty()) {
                result.add(atom);
            } else {
                Target target =
                        new Target(atom.groups().get(0), atom.resources().get(0), atom.names());
                verbs.computeIfAbsent(target, any -> new LinkedHashSet<>()).addAll(atom.verbs());
            }
        }
        verbs.forEach((target, all) -> result.add(new PolicyRule(
                List.copyOf(all), List.of(target.group()), List.of(target.resource()), target.names(), List.of())));
        return result;
    }
}
