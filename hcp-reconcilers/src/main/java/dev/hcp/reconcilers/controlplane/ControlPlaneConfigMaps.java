package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.Map;
import java.util.function.Function;

/** Configuration files of control plane components: what they have in common, and those of small ones. */
final class ControlPlaneConfigMaps {
    /** Host name of the cluster's own image registry, within the cluster. */
    static final String INTERNAL_REGISTRY = "image-registry.openshift-image-registry.svc:5000";

    /**
     * A ConfigMap.
     *
     * @param name its name
     * @param labels its labels
     * @param data from the control plane to its texts
     */
    record Entry(String name, Map<String, String> labels, Function<ControlPlane, Map<String, String>> data) {}

    static final Entry MACHINE_APPROVER = file(
            "machine-approver-config",
            "config.yaml",
            controlPlane -> JsonObject.of("nodeClientCert", JsonObject.of("disabled", true)));

    static final Entry COLLECT_PROFILES =
            file("olm-collect-profiles", "config.yaml", controlPlane -> JsonObject.of("disabled", false));

    static final Entry MACHINE_CONFIG_SERVER =
            new Entry("machine-config-server", Map.of(), ControlPlaneConfigMaps::machineConfigServer);

    private ControlPlaneConfigMaps() {}

    /** A ConfigMap with one file. */
    static Entry file(String name, String file, Function<ControlPlane, JsonObject> content) {
        return new Entry(name, Map.of(), controlPlane -> Map.of(file, Json.write(content.apply(controlPlane))));
    }

    /** The ranges of one kind of the cluster's networks. */
    static JsonArray cidrs(ControlPlane controlPlane, String kind) {
        return JsonArray.copyOf(controlPlane.spec().array("networking", kind).stream()
                .map(entry -> entry instanceof JsonObject network ? network.get("cidr") : null)
                .toList());
    }

    /** The domain below which the cluster's own routes are. */
    static String ingressDomain(ControlPlane controlPlane) {
        String own = ControlPlane.text(controlPlane.configuration(), "ingress", "domain");
        return own.isEmpty() ? "apps." + clusterDomain(controlPlane) : own;
    }

    private static String clusterDomain(ControlPlane controlPlane) {
        String base = ControlPlane.text(controlPlane.spec(), "dns", "baseDomain");
        Object prefix = controlPlane.spec().at("dns", "baseDomainPrefix");
        if (prefix instanceof String text) {
            return text.isEmpty() ? base : text + "." + base;
        }
        return controlPlane.name() + "." + base;
    }

    private static Map<String, String> machineConfigServer(ControlPlane controlPlane) {
        return Map.of(
                "cluster-dns-02-config.yaml",
                configuration("DNS", JsonObject.of("baseDomain", clusterDomain(controlPlane))),
                "cluster-network-02-config.yaml",
                configuration(
                        "Network",
                        JsonObject.of(
                                "clusterNetwork",
                                controlPlane.spec().array("networking", "clusterNetwork"),
                                "networkType",
                                controlPlane.spec().at("networking", "networkType"),
                                "serviceNetwork",
                                cidrs(controlPlane, "serviceNetwork"))),
                "cluster-proxy-01-config.yaml",
                configuration("Proxy", controlPlane.configuration().object("proxy")),
                "image-config.yaml",
                configuration("Image", controlPlane.configuration().object("image")));
    }

    private static String configuration(String kind, JsonObject spec) {
        return Json.write(JsonObject.of(
                "apiVersion",
                "config.openshift.io/v1",
                "kind",
                kind,
                "metadata",
                JsonObject.of("name", "cluster"),
                "spec",
                spec));
    }
}
