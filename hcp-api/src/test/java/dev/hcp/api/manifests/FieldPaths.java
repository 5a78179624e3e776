package dev.hcp.api.manifests;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The places of values in objects, as {@code NodePool.spec.config[].name}. */
final class FieldPaths {
    /** Documented, but members of no definition: an address pool of an older MetalLB, and a mirror set of another kind. */
    static final Set<String> NOT_IN_ANY_DEFINITION = Set.of(
            "IPAddressPool.spec.protocol",
            "ImageDigestMirrorSet.spec.repositoryDigestMirrors[].mirrors[]",
            "ImageDigestMirrorSet.spec.repositoryDigestMirrors[].source");

    private FieldPaths() {}

    /** Adds the places of an object's values; those of metadata do not count. */
    static void add(JsonObject object, Set<String> paths) {
        add(object.without("metadata").without("apiVersion").without("kind"), object.text("kind") + "", paths);
    }

    /** Whether a place is another one or within it; the manual leaves some objects and lists empty. */
    static boolean isAtOrBelow(String path, String other) {
        return path.startsWith(other)
                && (path.length() == other.length() || ".[{".indexOf(path.charAt(other.length())) >= 0);
    }

    private static void add(@Nullable Object value, String path, Set<String> paths) {
        if (value instanceof JsonObject tree && !tree.isEmpty()) {
            for (int i = 0; i < tree.size(); i++) {
                boolean entry = path.endsWith("abels") || path.endsWith("nodeSelector") || path.endsWith("requests");
                add(tree.valueAt(i), path + (entry ? "{}" : "." + tree.keyAt(i)), paths);
            }
        } else if (value instanceof JsonArray items && !items.isEmpty()) {
            items.forEach(item -> add(item, path + "[]", paths));
        } else {
            paths.add(path);
        }
    }
}
