package dev.hcp.client.status;

import static dev.hcp.client.status.ApiObjects.in;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Naming;
import dev.hcp.client.status.ClusterStatus.AgentHost;
import dev.hcp.client.status.ClusterStatus.Component;
import dev.hcp.client.status.ClusterStatus.Hosted;
import dev.hcp.client.status.ClusterStatus.HostedNode;
import dev.hcp.client.status.ClusterStatus.NodeMachine;
import dev.hcp.client.status.ClusterStatus.Operator;
import dev.hcp.client.status.ClusterStatus.Pool;
import dev.hcp.client.status.ClusterStatus.Version;
import dev.hcp.client.status.ClusterStatus.VirtualMachine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at a hosted cluster. Thread-safe. */
public final class StatusReader {
    private static final String HYPERSHIFT = "hypershift.openshift.io/v1beta1";

    private final ApiObjects management;
    private final Optional<ApiObjects> hosted;

    /**
     * @param hosted the hosted cluster's own API server, if it answers
     */
    public StatusReader(ApiObjects management, Optional<ApiObjects> hosted) {
        this.management = management;
        this.hosted = hosted;
    }

    /** The snapshot; nothing when there is no such cluster. */
    public Optional<ClusterStatus> read(String namespace, String name) {
        return management
                .get(in(namespace, HYPERSHIFT, "hostedclusters/" + name))
                .map(cluster -> read(namespace, name, cluster));
    }

    private ClusterStatus read(String namespace, String name, JsonObject cluster) {
        String controlPlane = Naming.controlPlaneNamespace(namespace, name);
        String platform = text(cluster, "spec", "platform", "type");
        return new ClusterStatus(
                namespace,
                name,
                platform,
                text(cluster, "spec", "release", "image"),
                versions(cluster),
                StatusCondition.of(cluster),
                endpoints(cluster, controlPlane),
                components(controlPlane),
                pools(namespace, name),
                machines(controlPlane),
                platform.equals("KubeVirt") ? virtualMachines(controlPlane) : List.of(),
                platform.equals("Agent")
                        ? agents(text(cluster, "spec", "platform", "agent", "agentNamespace"))
                        : List.of(),
                hosted.map(StatusReader::hosted));
    }

    private static List<Version> versions(JsonObject cluster) {
        return objects(cluster.array("status", "version", "history")).stream()
                .map(entry -> new Version(
                        text(entry, "version"),
                        text(entry, "image"),
                        text(entry, "state"),
                        text(entry, "startedTime"),
                        text(entry, "completionTime")))
                .toList();
    }

    private Map<String, String> endpoints(JsonObject cluster, String controlPlane) {
        Map<String, String> endpoints = new LinkedHashMap<>();
        String host = text(cluster, "status", "controlPlaneEndpoint", "host");
        if (!host.isEmpty()) {
            endpoints.put("api", host + ":" + cluster.integer(0, "status", "controlPlaneEndpoint", "port"));
        }
        String ignition = text(cluster, "status", "ignitionEndpoint");
        if (!ignition.isEmpty()) {
            endpoints.put("ignition", ignition);
        }
        for (JsonObject route : management.list(in(controlPlane, "route.openshift.io/v1", "routes"))) {
            endpoints.put("route " + nameOf(route), text(route, "spec", "host"));
        }
        for (JsonObject service : management.list(in(controlPlane, "v1", "services"))) {
            if ("LoadBalancer".equals(service.text("spec", "type"))) {
                endpoints.put("load balancer " + nameOf(service), address(service));
            }
        }
        return endpoints;
    }

    private static String address(JsonObject service) {
        return objects(service.array("status", "loadBalancer", "ingress")).stream()
                .map(ingress -> text(ingress, "hostname").isEmpty() ? text(ingress, "ip") : text(ingress, "hostname"))
                .findFirst()
                .orElse("none yet");
    }

    private List<Component> components(String controlPlane) {
        List<Component> components = new ArrayList<>();
        for (JsonObject deployment : management.list(in(controlPlane, "apps/v1", "deployments"))) {
            components.add(component("Deployment", deployment));
        }
        for (JsonObject set : management.list(in(controlPlane, "apps/v1", "statefulsets"))) {
            components.add(component("StatefulSet", set));
        }
        components.sort(Comparator.comparing(Component::name));
        return components;
    }

    private static Component component(String kind, JsonObject workload) {
        String image = text(workload, "spec", "template", "metadata", "annotations", Annotations.RELEASE_IMAGE);
        return new Component(
                kind,
                nameOf(workload),
                workload.integer(0, "status", "readyReplicas"),
                workload.integer(1, "spec", "replicas"),
                image);
    }

    private List<Pool> pools(String namespace, String cluster) {
        return management.list(in(namespace, HYPERSHIFT, "nodepools")).stream()
                .filter(pool -> cluster.equals(pool.text("spec", "clusterName")))
                .map(pool -> new Pool(
                        nameOf(pool),
                        pool.at("spec", "autoScaling") == null
                                ? Long.toString(pool.integer(0, "spec", "replicas"))
                                : pool.integer(0, "spec", "autoScaling", "min") + "-"
                                        + pool.integer(0, "spec", "autoScaling", "max"),
                        pool.integer(0, "status", "replicas"),
                        text(pool, "status", "version"),
                        StatusCondition.of(pool)))
                .toList();
    }

    private List<NodeMachine> machines(String controlPlane) {
        return management.list(in(controlPlane, "cluster.x-k8s.io/v1beta1", "machines")).stream()
                .map(machine -> new NodeMachine(
                        nameOf(machine),
                        afterSlash(text(machine, "metadata", "annotations", Annotations.NODE_POOL)),
                        text(machine, "status", "nodeRef", "name"),
                        text(machine, "status", "phase"),
                        text(machine, "spec", "version"),
                        text(machine, "spec", "providerID")))
                .toList();
    }

    private List<VirtualMachine> virtualMachines(String controlPlane) {
        Map<String, String> nodes = new LinkedHashMap<>();
        for (JsonObject instance : management.list(in(controlPlane, "kubevirt.io/v1", "virtualmachineinstances"))) {
            nodes.put(nameOf(instance), text(instance, "status", "nodeName"));
        }
        return management.list(in(controlPlane, "kubevirt.io/v1", "virtualmachines")).stream()
                .map(machine -> new VirtualMachine(
                        nameOf(machine),
                        text(machine, "status", "printableStatus"),
                        machine.isTrue("status", "ready"),
                        nodes.getOrDefault(nameOf(machine), "")))
                .toList();
    }

    private List<AgentHost> agents(String namespace) {
        return management.list(in(namespace, "agent-install.openshift.io/v1beta1", "agents")).stream()
                .map(agent -> new AgentHost(
                        nameOf(agent),
                        text(agent, "spec", "hostname"),
                        text(agent, "spec", "clusterDeploymentName", "name"),
                        agent.isTrue("spec", "approved"),
                        text(agent, "spec", "role"),
                        text(agent, "status", "debugInfo", "state"),
                        text(agent, "status", "progress", "currentStage")))
                .toList();
    }

    private static Hosted hosted(ApiObjects api) {
        List<HostedNode> nodes = api.list("/api/v1/nodes").stream()
                .map(node -> new HostedNode(
                        nameOf(node),
                        StatusCondition.find(StatusCondition.of(node), "Ready")
                                .orElse(new StatusCondition("Ready", "Unknown", "", "", "")),
                        text(node, "status", "nodeInfo", "kubeletVersion")))
                .toList();
        List<Operator> operators = api.list("/apis/config.openshift.io/v1/clusteroperators").stream()
                .map(operator -> new Operator(nameOf(operator), version(operator), StatusCondition.of(operator)))
                .toList();
        return new Hosted(nodes, operators);
    }

    private static String version(JsonObject operator) {
        return objects(operator.array("status", "versions")).stream()
                .filter(version -> "operator".equals(version.text("name")))
                .map(version -> text(version, "version"))
                .findFirst()
                .orElse("");
    }

    private static String afterSlash(String key) {
        return key.substring(key.indexOf('/') + 1);
    }

    private static String nameOf(JsonObject object) {
        return text(object, "metadata", "name");
    }

    private static String text(JsonObject object, String... path) {
        String value = object.text(path);
        return value == null ? "" : value;
    }

    private static List<JsonObject> objects(JsonArray items) {
        return items.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }
}
