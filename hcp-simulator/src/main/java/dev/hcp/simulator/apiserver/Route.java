package dev.hcp.simulator.apiserver;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a resource path leads.
 *
 * @param group API group; empty for the core group
 * @param version API version
 * @param resource plural name
 * @param namespace namespace; empty for all, or for cluster scope
 * @param namespaced whether the path names a namespace
 * @param name object name; empty for the collection
 * @param subresource sub-resource, or null
 * @param watch whether it is one of the old {@code /watch/} paths
 */
record Route(
        String group,
        String version,
        String resource,
        String namespace,
        boolean namespaced,
        String name,
        @Nullable String subresource,
        boolean watch) {

    /** The decoded segments of a path, without empty ones. */
    static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/")) {
            if (!segment.isEmpty()) {
                segments.add(
                        segment.indexOf('%') < 0
                                ? segment
                                : URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        }
        return segments;
    }

    /** The route of a path below {@code /api/VERSION} or {@code /apis/GROUP/VERSION}; null when it is no resource path. */
    static @Nullable Route of(List<String> segments) {
        boolean core = segments.get(0).equals("api");
        int at = core ? 2 : 3;
        if (segments.size() <= at) {
            return null;
        }
        String group = core ? "" : segments.get(1);
        String version = segments.get(at - 1);
        boolean watch = segments.get(at).equals("watch") && segments.size() > at + 1;
        at += watch ? 1 : 0;
        String namespace = "";
        boolean namespaced = false;
        // /namespaces/NAME and its sub-resources are the namespace itself; anything else below it is in the namespace.
        boolean inNamespace = segments.get(at).equals("namespaces") && segments.size() > at + 2;
        if (inNamespace && core && isNamespaceSubresource(segments.get(at + 2)) && segments.size() == at + 3) {
            inNamespace = false;
        }
        if (inNamespace) {
            namespace = segments.get(at + 1);
            namespaced = true;
            at += 2;
        }
        String resource = segments.get(at);
        String name = segments.size() > at + 1 ? segments.get(at + 1) : "";
        String subresource =
                segments.size() > at + 2 ? String.join("/", segments.subList(at + 2, segments.size())) : null;
        return new Route(group, version, resource, namespace, namespaced, name, subresource, watch);
    }

    private static boolean isNamespaceSubresource(String segment) {
        return segment.equals("status") || segment.equals("finalize");
    }
}
