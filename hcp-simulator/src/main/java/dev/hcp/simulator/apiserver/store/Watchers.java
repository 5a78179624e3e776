package dev.hcp.simulator.apiserver.store;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The watchers of a collection by what they watch, so that a commit finds those it concerns without looking at the
 * others. Used under the store's lock only.
 */
final class Watchers {
    private final Map<String, Set<Watcher>> byScope = new HashMap<>();

    void add(Watcher watcher) {
        byScope.computeIfAbsent(watcher.scope(), scope -> new LinkedHashSet<>()).add(watcher);
    }

    void remove(Watcher watcher) {
        byScope.computeIfPresent(watcher.scope(), (scope, watchers) -> {
            watchers.remove(watcher);
            return watchers.isEmpty() ? null : watchers;
        });
    }

    /** Hands a commit to those who watch everything, the object's namespace, or the object. */
    void tell(Commit commit) {
        if (byScope.isEmpty()) {
            return;
        }
        for (String scope : Scope.holding(commit.key())) {
            Set<Watcher> concerned = byScope.get(scope);
            if (concerned == null) {
                continue;
            }
            for (Watcher watcher : List.copyOf(concerned)) {
                if (!watcher.take(commit)) {
                    remove(watcher);
                }
            }
        }
    }
}
