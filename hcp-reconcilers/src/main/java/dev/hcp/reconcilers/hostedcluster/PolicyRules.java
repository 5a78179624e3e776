package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;

/** Parts that network policies are made of. */
final class PolicyRules {
    /** The label by which the API server names every namespace. */
    static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    private PolicyRules() {}

    /** Selects the pods of an application. */
    static JsonObject app(String name) {
        return JsonObject.of("matchLabels", JsonObject.of("app", name));
    }

    /** Pods of the policy's own namespace. */
    static JsonObject pods(JsonObject selector) {
        return JsonObject.of("podSelector", selector);
    }

    /** All pods of the namespaces with a label. */
    static JsonObject namespaces(String label, String value) {
        return JsonObject.of("namespaceSelector", JsonObject.of("matchLabels", JsonObject.of(label, value)));
    }

    /** Addresses but for some. */
    static JsonObject addresses(String cidr, JsonArray except) {
        JsonObject block = JsonObject.of("cidr", cidr);
        return JsonObject.of("ipBlock", except.isEmpty() ? block : block.with("except", except));
    }

    static JsonObject tcp(int port) {
        return port(port, "TCP");
    }

    static JsonObject port(int port, String protocol) {
        return JsonObject.of("port", port, "protocol", protocol);
    }

    /**
     * A rule of a policy; what is empty is left out and thereby allows everything.
     *
     * @param direction {@code from} or {@code to}
     */
    static JsonObject rule(String direction, JsonArray peers, JsonArray ports) {
        JsonObject.Builder rule = JsonObject.builder(2);
        if (!peers.isEmpty()) {
            rule.put(direction, peers);
        }
        if (!ports.isEmpty()) {
            rule.put("ports", ports);
        }
        return rule.build();
    }
}
