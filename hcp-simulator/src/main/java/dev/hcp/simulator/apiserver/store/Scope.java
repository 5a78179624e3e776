package dev.hcp.simulator.apiserver.store;

import java.util.List;

/**
 * What part of a collection somebody is interested in, as a text: all of it is the empty text, a namespace is its name
 * and a slash, one object is its key.
 */
final class Scope {
    private Scope() {}

    /** Whether it is one object. */
    static boolean isOne(String scope) {
        return !scope.isEmpty() && scope.charAt(scope.length() - 1) != '/';
    }

    /** The scopes that hold a key, the widest first. */
    static List<String> holding(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? List.of("", key) : List.of("", key.substring(0, slash + 1), key);
    }

    /** Whether a scope holds a key. */
    static boolean holds(String scope, String key) {
        return isOne(scope) ? scope.equals(key) : key.startsWith(scope);
    }
}
