package dev.hcp.simulator.apiserver.definition;

import static dev.hcp.simulator.apiserver.definition.DefinitionSpec.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The names that a definition gets of those that it asks for: those which no other definition of its group has got. Each
 * name is got or not on its own; the last that is not is told of.
 */
public final class NameClaims {
    private final JsonObject requested;
    private final JsonObject before;
    private JsonObject accepted;
    private String reason = "NoConflicts";
    private String message = "no conflicts found";

    private NameClaims(JsonObject definition) {
        requested = definition.object("spec", "names");
        before = definition.object("status", "acceptedNames");
        accepted = before;
    }

    /**
     * Settles the names of a definition.
     *
     * @param others the other definitions of its group
     */
    public static NameClaims of(JsonObject definition, Collection<JsonObject> others) {
        Set<String> resources = new HashSet<>();
        Set<String> kinds = new HashSet<>();
        for (JsonObject other : others) {
            JsonObject names = other.object("status", "acceptedNames");
            resources.add(text(names, "plural"));
            resources.add(text(names, "singular"));
            names.array("shortNames").forEach(name -> resources.add(String.valueOf(name)));
            kinds.add(text(names, "kind"));
            kinds.add(text(names, "listKind"));
        }
        NameClaims claims = new NameClaims(definition);
        claims.claim("plural", "PluralConflict", resources);
        claims.claim("singular", "SingularConflict", resources);
        claims.claimShortNames(resources);
        claims.claim("kind", "KindConflict", kinds);
        claims.claim("listKind", "ListKindConflict", kinds);
        claims.copy("categories");
        return claims;
    }

    /** The names that the definition has got by now. */
    public JsonObject accepted() {
        return accepted;
    }

    /** Whether it got all that it asks for. */
    public boolean complete() {
        return reason.equals("NoConflicts");
    }

    /** Why it did not get all, or that it did. */
    public String reason() {
        return reason;
    }

    /** The names in question. */
    public String message() {
        return message;
    }

    private void claim(String field, String conflict, Set<String> used) {
        String name = text(requested, field);
        if (!name.equals(text(before, field)) && used.contains(name)) {
            reason = conflict;
            message = inUse(name);
        } else {
            copy(field);
        }
    }

    private void claimShortNames(Set<String> used) {
        JsonArray own = before.array("shortNames");
        List<String> problems = new ArrayList<>();
        for (Object name : requested.array("shortNames")) {
            if (!own.contains(name) && used.contains(String.valueOf(name))) {
                problems.add(inUse(String.valueOf(name)));
            }
        }
        if (problems.isEmpty()) {
            copy("shortNames");
        } else {
            reason = "ShortNamesConflict";
            message = problems.size() == 1 ? problems.get(0) : "[" + String.join(", ", problems) + "]";
        }
    }

    private static String inUse(String name) {
        return "\"" + name + "\" is already in use";
    }

    private void copy(String field) {
        Object value = requested.get(field);
        accepted = value == null ? accepted.without(field) : accepted.with(field, Objects.requireNonNull(value));
    }
}
