package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The services inside a control plane namespace; those that users and nodes reach are {@link Infrastructure}'s. */
final class ControlPlaneServices {
    static final String KUBE_API_SERVER = "kube-apiserver";

    private ControlPlaneServices() {}

    /**
     * A service.
     *
     * @param name its name
     * @param labels its labels
     * @param selector labels of the pods behind it
     * @param ports its ports
     * @param extra further fields of its specification
     */
    record Entry(
            String name,
            Map<String, String> labels,
            Map<String, String> selector,
            List<JsonObject> ports,
            JsonObject extra) {
        Entry labelled(Map<String, String> more) {
            return new Entry(name, more, selector, ports, extra);
        }

        Entry port(JsonObject port) {
            List<JsonObject> more = new ArrayList<>(ports);
            more.add(port);
            return new Entry(name, labels, selector, List.copyOf(more), extra);
        }

        Entry with(String field, Object value) {
            return new Entry(name, labels, selector, ports, extra.with(field, value));
        }

        Entry without(String field) {
            return new Entry(name, labels, selector, ports, extra.without(field));
        }

        JsonObject render(ControlPlane controlPlane) {
            return JsonObject.of(
                    "apiVersion",
                    "v1",
                    "kind",
                    "Service",
                    "metadata",
                    controlPlane.metadata(name, labels),
                    "spec",
                    extra.with("ports", JsonArray.copyOf(ports)).with("selector", JsonObject.copyOf(selector)));
        }
    }

    /** A port with a name; the target is a port's number or name. */
    static JsonObject port(String name, int number, Object target) {
        return JsonObject.of("name", name, "port", number, "protocol", "TCP", "targetPort", target);
    }

    /** A port without a name. */
    static JsonObject port(int number, Object target) {
        return JsonObject.of("port", number, "protocol", "TCP", "targetPort", target);
    }

    static Entry service(String name, Map<String, String> selector) {
        return new Entry(name, Map.of(), selector, List.of(), JsonObject.of("type", "ClusterIP"));
    }

    /** The labels app and component. */
    static Map<String, String> component(String app) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(Component.APP, app);
        labels.put(Component.COMPONENT, app);
        return labels;
    }

    private static final Map<String, String> ETCD_LABELS = Map.of(Component.APP, "etcd");

    static final List<Entry> ETCD = List.of(
            service("etcd-discovery", ETCD_LABELS)
                    .with("clusterIP", "None")
                    .with("publishNotReadyAddresses", true)
                    .port(port("peer", 2380, "peer"))
                    .port(port("etcd-client", 2379, "client")),
            service("etcd-client", ETCD_LABELS)
                    .labelled(ETCD_LABELS)
                    .with("clusterIP", "None")
                    .port(port("etcd-client", 2379, "client"))
                    .port(port("metrics", 2381, "metrics")));

    static final Entry KUBE_CONTROLLER_MANAGER = dualStack("kube-controller-manager", port("client", 10257, "client"));

    /** How the API server's pods reach the tunnel to nodes. */
    static final List<Entry> KONNECTIVITY = List.of(
            service("konnectivity-server-local", component("kube-apiserver")).port(port(8090, 8090)));

    static final List<Entry> CONTROLLERS = List.of(
            dualStack("openshift-controller-manager", port("https", 8443, "https")),
            dualStack("openshift-route-controller-manager", port("https", 8443, "https")));

    static final Entry VERSION_OPERATOR = versionOperator();

    static final Entry NODE_TUNING_OPERATOR = service(
                    "node-tuning-operator", Map.of(Component.NAME, "cluster-node-tuning-operator"))
            .without("type")
            .with("clusterIP", "None")
            .labelled(
                    Map.of(Component.NAME, "node-tuning-operator", Component.COMPONENT, "cluster-node-tuning-operator"))
            .port(port("metrics", 60000, 60000));

    /** Metrics of the operator lifecycle manager. */
    static final List<Entry> LIFECYCLE_METRICS = List.of(
            service("olm-operator-metrics", Map.of(Component.APP, "olm-operator"))
                    .labelled(component("olm-operator"))
                    .port(port("https-metrics", 8443, "metrics")),
            service("catalog-operator-metrics", Map.of(Component.APP, "catalog-operator"))
                    .labelled(component("catalog-operator"))
                    .port(port("https-metrics", 8443, "metrics")));

    /** Those of the operator catalogues, where they run on the management cluster. */
    static final List<Entry> CATALOGS = List.of(
            catalog("certified-operators"),
            catalog("community-operators"),
            catalog("redhat-marketplace"),
            catalog("redhat-operators"));

    private static Entry dualStack(String name, JsonObject port) {
        return service(name, component(name))
                .labelled(component(name))
                .with("ipFamilyPolicy", "PreferDualStack")
                .port(port);
    }

    private static Entry versionOperator() {
        Map<String, String> labels = new LinkedHashMap<>(component("cluster-version-operator"));
        labels.put("k8s-app", "cluster-version-operator");
        return service("cluster-version-operator", labels)
                .labelled(labels)
                .with("ipFamilyPolicy", "PreferDualStack")
                .port(port("https", 8443, "https"));
    }

    private static Entry catalog(String source) {
        return service(source, Map.of("olm.catalogSource", source)).port(port("grpc", 50051, 50051));
    }
}
