package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import java.util.Optional;

/** What cluster operators make once they have rolled out, as far as others look at it. */
final class Operands {
    static final String INGRESS_FINALIZER = "ingresscontroller.operator.openshift.io/finalizer-ingresscontroller";

    private static final String OPERATORS = "operator.openshift.io/v1";
    private static final String CONFIG = "config.openshift.io/v1";
    /** Of the network that machines are in: jumbo frames, as is recommended. */
    private static final long MACHINE_MTU = 9000;

    private static final long ENCAPSULATION = 100;

    private final Objects guest;

    Operands(Objects guest) {
        this.guest = guest;
    }

    /** An operator has reached a version. */
    void rolledOut(String operator) {
        switch (operator) {
            case "network" -> network();
            case "ingress" ->
                guest.list(guest.resource(OPERATORS, "IngressController"), "").forEach(this::router);
            case "image-registry" -> registry("Managed");
            default -> {}
        }
    }

    private void network() {
        ResourceType networks = guest.resource(CONFIG, "Network");
        Optional<JsonObject> network = guest.get(networks, "", "cluster");
        if (network.isEmpty()) {
            return;
        }
        boolean nested = guest.get(guest.resource(CONFIG, "Infrastructure"), "", "cluster")
                .filter(found -> "KubeVirt".equals(found.text("status", "platform")))
                .isPresent();
        JsonObject spec = network.get().object("spec");
        JsonObject status = JsonObject.of(
                "clusterNetwork",
                spec.get("clusterNetwork"),
                "clusterNetworkMTU",
                MACHINE_MTU - ENCAPSULATION * (nested ? 2 : 1),
                "networkType",
                spec.get("networkType"),
                "serviceNetwork",
                spec.get("serviceNetwork"));
        write(networks, network.get(), status, "cluster-network-operator");
    }

    /** The Service in front of a router, unless it listens on the hosts themselves or only within the cluster. */
    private void router(JsonObject controller) {
        String type = controller.text("spec", "endpointPublishingStrategy", "type");
        boolean balanced = "LoadBalancerService".equals(type);
        String name = (balanced ? "router-" : "router-nodeport-") + Meta.name(controller);
        ResourceType services = guest.resource("v1", "Service");
        if (!controller.array("metadata", "finalizers").contains(INGRESS_FINALIZER)) {
            guest.mergePatch(
                    guest.resource(OPERATORS, "IngressController"),
                    Meta.namespace(controller),
                    Meta.name(controller),
                    null,
                    JsonObject.of("metadata", JsonObject.of("finalizers", JsonArray.of(INGRESS_FINALIZER))),
                    "ingress-operator");
        }
        if ((!balanced && !"NodePortService".equals(type))
                || guest.get(services, "openshift-ingress", name).isPresent()) {
            return;
        }
        JsonObject metadata = JsonObject.of(
                "labels",
                JsonObject.of(
                        "ingresscontroller.operator.openshift.io/owning-ingresscontroller", Meta.name(controller)),
                "name",
                name,
                "namespace",
                "openshift-ingress");
        JsonObject spec = JsonObject.of(
                "ports",
                JsonArray.of(port("http", 80), port("https", 443)),
                "selector",
                JsonObject.of(
                        "ingresscontroller.operator.openshift.io/deployment-ingresscontroller", Meta.name(controller)),
                "type",
                balanced ? "LoadBalancer" : "NodePort");
        guest.create(services, JsonObject.of("metadata", metadata, "spec", spec), "ingress-operator");
    }

    private static JsonObject port(String name, int number) {
        return JsonObject.of("name", name, "port", number, "protocol", "TCP", "targetPort", name);
    }

    /** The storage of the registry is there, or gone, as is asked for. */
    void registry(String state) {
        ResourceType configs = guest.resource("imageregistry.operator.openshift.io/v1", "Config");
        guest.get(configs, "", "cluster")
                .filter(config -> state.equals(config.text("spec", "managementState")))
                .ifPresent(config -> write(
                        configs,
                        config,
                        config.object("status").with("storage", JsonObject.of("managementState", state)),
                        "cluster-image-registry-operator"));
    }

    private void write(ResourceType type, JsonObject object, JsonObject status, String manager) {
        if (!status.equals(object.object("status"))) {
            guest.update(type, "status", object.with("status", status), manager);
        }
    }
}
