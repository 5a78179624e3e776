package dev.hcp.simulator.apiserver;

import dev.hcp.simulator.apiserver.access.AccessRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads from method and path what a request wants to do, before anybody knows whether there is such a resource: who may
 * not do it is not told whether it exists.
 */
final class RequestedAccess {
    private static final String NAME_SELECTOR = "metadata.name=";
    private static final Set<String> NAMESPACE_SUBRESOURCES = Set.of("status", "finalize");

    private RequestedAccess() {}

    static AccessRequest of(ApiRequest request, String path, List<String> segments) {
        boolean core = !segments.isEmpty() && segments.get(0).equals("api");
        boolean grouped = !segments.isEmpty() && segments.get(0).equals("apis");
        int at = core ? 2 : 3;
        if ((!core && !grouped) || segments.size() <= at) {
            return AccessRequest.toPath(request.user(), request.method().toLowerCase(Locale.ROOT), path);
        }
        String group = core ? "" : segments.get(1);
        String version = segments.get(at - 1);
        boolean watchPath = segments.get(at).equals("watch") && segments.size() > at + 1;
        at += watchPath ? 1 : 0;
        String namespace = "";
        if (segments.get(at).equals("namespaces") && segments.size() > at + 1) {
            namespace = segments.get(at + 1);
            if (segments.size() > at + 2 && !NAMESPACE_SUBRESOURCES.contains(segments.get(at + 2))) {
                at += 2;
            }
        }
        String name = segments.size() > at + 1 ? segments.get(at + 1) : "";
        String subresource = segments.size() > at + 2 && !watchPath ? segments.get(at + 2) : "";
        String verb = watchPath ? "watch" : verb(request, name.isEmpty());
        if (name.isEmpty() && (verb.equals("list") || verb.equals("watch")) && !watchPath) {
            name = selectedName(request);
        }
        return new AccessRequest(
                request.user(), verb, true, group, version, segments.get(at), subresource, namespace, name, path);
    }

    private static String verb(ApiRequest request, boolean collection) {
        return switch (request.method()) {
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> collection ? "deletecollection" : "delete";
            case "GET", "HEAD" ->
                !collection
                        ? "get"
                        : request.query().containsKey("watch") && ListQuery.flag(request, "watch") ? "watch" : "list";
            default -> "";
        };
    }

    /** The name that a field selector asks for: a list of at most that one object is allowed to who may see the object. */
    private static String selectedName(ApiRequest request) {
        for (String term : request.parameter("fieldSelector").orElse("").split(",")) {
            if (term.startsWith(NAME_SELECTOR)) {
                String name = term.substring(NAME_SELECTOR.length());
                name = name.startsWith("=") ? name.substring(1) : name;
                boolean valid =
                        !name.equals(".") && !name.equals("..") && name.indexOf('/') < 0 && name.indexOf('%') < 0;
                return valid ? name : "";
            }
        }
        return "";
    }
}
