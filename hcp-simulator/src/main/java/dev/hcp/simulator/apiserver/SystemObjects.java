package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.kinds.FlowControlDefaults;
import java.util.List;

/** The objects that a server makes for itself when it starts. */
final class SystemObjects {
    private static final String MANAGER = "kube-apiserver";
    /** Where the server says that it answers; an address that is kept for documentation. */
    private static final String ADDRESS = "192.0.2.2";

    private static final long PORT = 6443;

    private final Objects objects;

    SystemObjects(Objects objects) {
        this.objects = objects;
    }

    void create() {
        namespaces();
        create("v1", "Service", "default", "kubernetes", service());
        priorities();
        create("v1", "Endpoints", "default", "kubernetes", endpoints());
        create("discovery.k8s.io/v1", "EndpointSlice", "default", "kubernetes", slice());
        create("v1", "ConfigMap", "kube-system", "extension-apiserver-authentication", authentication());
        flowControl();
    }

    private JsonObject create(String apiVersion, String kind, String namespace, String name, JsonObject content) {
        JsonObject meta = content.object("metadata").with("name", name);
        JsonObject object = content.with("metadata", namespace.isEmpty() ? meta : meta.with("namespace", namespace));
        return objects.create(objects.resource(apiVersion, kind), object, MANAGER);
    }

    private void namespaces() {
        for (String name : List.of("default", "kube-node-lease", "kube-public", "kube-system")) {
            create("v1", "Namespace", "", name, JsonObject.EMPTY);
        }
    }

    private static JsonObject labelled(String... labels) {
        return JsonObject.of("metadata", JsonObject.of("labels", JsonObject.of((Object[]) labels)));
    }

    private static JsonObject service() {
        return labelled("component", "apiserver", "provider", "kubernetes")
                .with(
                        "spec",
                        JsonObject.of(
                                "ports",
                                JsonArray.of(JsonObject.of(
                                        "name", "https", "port", 443L, "protocol", "TCP", "targetPort", PORT))));
    }

    private static JsonArray ports() {
        return JsonArray.of(JsonObject.of("name", "https", "port", PORT, "protocol", "TCP"));
    }

    private static JsonObject endpoints() {
        return labelled("endpointslice.kubernetes.io/skip-mirror", "true")
                .with(
                        "subsets",
                        JsonArray.of(JsonObject.of(
                                "addresses", JsonArray.of(JsonObject.of("ip", ADDRESS)), "ports", ports())));
    }

    private static JsonObject slice() {
        return labelled("kubernetes.io/service-name", "kubernetes")
                .with("addressType", "IPv4")
                .with(
                        "endpoints",
                        JsonArray.of(JsonObject.of(
                                "addresses", JsonArray.of(ADDRESS), "conditions", JsonObject.of("ready", true))))
                .with("ports", ports());
    }

    private void priorities() {
        create("scheduling.k8s.io/v1", "PriorityClass", "", "system-cluster-critical", value(2_000_000_000L));
        create("scheduling.k8s.io/v1", "PriorityClass", "", "system-node-critical", value(2_000_001_000L));
    }

    private static JsonObject value(long priority) {
        return JsonObject.of("value", priority);
    }

    /** How servers behind this one recognise whom it has recognised. */
    private static JsonObject authentication() {
        return JsonObject.of(
                "data",
                JsonObject.of(
                        "requestheader-allowed-names",
                        "[]",
                        "requestheader-extra-headers-prefix",
                        "[\"X-Remote-Extra-\"]",
                        "requestheader-group-headers",
                        "[\"X-Remote-Group\"]",
                        "requestheader-username-headers",
                        "[\"X-Remote-User\"]"));
    }

    private void flowControl() {
        String group = "flowcontrol.apiserver.k8s.io/v1";
        for (JsonObject level : FlowControlDefaults.priorityLevels()) {
            objects.create(objects.resource(group, "PriorityLevelConfiguration"), level, MANAGER);
        }
        ResourceType type = objects.resource(group, "FlowSchema");
        for (JsonObject schema : FlowControlDefaults.flowSchemas()) {
            JsonObject created = objects.create(type, schema, MANAGER);
            JsonObject found = JsonObject.of(
                    "type",
                    "Dangling",
                    "status",
                    "False",
                    "lastTransitionTime",
                    created.at("metadata", "creationTimestamp"),
                    "reason",
                    "Found",
                    "message",
                    "This FlowSchema references the PriorityLevelConfiguration object named \""
                            + created.text("spec", "priorityLevelConfiguration", "name") + "\" and it exists");
            objects.update(type, "status", created.withAt(JsonArray.of(found), "status", "conditions"), MANAGER);
        }
    }
}
