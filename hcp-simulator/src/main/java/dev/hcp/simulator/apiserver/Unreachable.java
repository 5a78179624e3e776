package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;

/**
 * Sub-resources by which a server connects its client with a container, a pod, a node or a service. Nothing runs here, so
 * the answer is that of a server whose kubelets and pods do not answer.
 */
final class Unreachable {
    static final String PROXY = "proxy";

    private static final int KUBELET_PORT = 10250;

    private final ApiServer server;

    Unreachable(ApiServer server) {
        this.server = server;
    }

    /** Whether a path below an object is one of what is behind it. */
    static boolean isProxied(String path) {
        return path.startsWith(PROXY + "/");
    }

    /** The refusal of a connection. */
    ApiException refuse(Resource resource, Route route, String subresource) {
        String name = target(route.name(), subresource);
        JsonObject object = server.objects()
                .get(resource, route.namespace(), name)
                .orElseThrow(() -> Failures.notFound(resource, name));
        return switch (resource.plural()) {
            case "services" ->
                Failures.of(
                        503, "ServiceUnavailable", "no endpoints available for service \"" + route.name() + "\"", null);
            case "nodes" -> unreachable(nodeAddress(object) + ":" + KUBELET_PORT);
            default -> pod(object, route, subresource);
        };
    }

    /** A proxied name may have a scheme before it and a port behind it. */
    private static String target(String name, String subresource) {
        if (!subresource.equals(PROXY) || name.indexOf(':') < 0) {
            return name;
        }
        String[] parts = name.split(":", -1);
        return parts.length == 3 ? parts[1] : parts[0];
    }

    private ApiException pod(JsonObject pod, Route route, String subresource) {
        if (subresource.equals(PROXY)) {
            String address = pod.text("status", "podIP");
            return address == null || address.isEmpty()
                    ? Failures.internal("address not allowed")
                    : unreachable(address + ":80");
        }
        String node = pod.text("spec", "nodeName");
        if (node == null || node.isEmpty()) {
            return Failures.badRequest("pod " + route.name() + " does not have a host assigned");
        }
        JsonObject host = server.objects()
                .get(server.objects().resource("v1", "Node"), "", node)
                .orElseThrow(() -> Failures.notFound((Resource) server.objects().resource("v1", "Node"), node));
        String refused = refused(nodeAddress(host) + ":" + KUBELET_PORT);
        return Failures.raw("error dialing backend: " + refused);
    }

    private static ApiException unreachable(String address) {
        return Failures.of(503, "ServiceUnavailable", "error trying to reach service: " + refused(address), null);
    }

    private static String refused(String address) {
        return "dial tcp " + address + ": connect: connection refused";
    }

    private static String nodeAddress(JsonObject node) {
        for (Object address : node.array("status", "addresses")) {
            if (address instanceof JsonObject each && "InternalIP".equals(each.text("type"))) {
                return String.valueOf(each.text("address"));
            }
        }
        return ObjectMeta.text(node, "name");
    }
}
