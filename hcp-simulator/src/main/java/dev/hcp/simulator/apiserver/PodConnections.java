package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.pods.Container;
import dev.hcp.simulator.apiserver.pods.ContainerLog;
import dev.hcp.simulator.apiserver.pods.ContainerProcess;
import dev.hcp.simulator.apiserver.pods.ContainerRuntimes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Connects clients to what runs in pods: logs, exec and attach, as the kubelet of the pod's node would. */
final class PodConnections {
    private final Reads reads;
    private final ContainerRuntimes runtimes;
    private final ApiServer server;

    PodConnections(ApiServer server) {
        this.server = server;
        this.reads = new Reads(server);
        this.runtimes = server.containers();
    }

    /** The log of a container, whole or followed. */
    ApiResponse log(Exchange exchange, Resource resource, Route route) {
        if (!exchange.request().method().equals("GET")) {
            throw Failures.methodNotAllowed();
        }
        LogQuery query = LogQuery.of(exchange.request(), route.name(), server.now());
        Container container = container(exchange.request(), resource, route);
        if (node(container).isEmpty()) {
            return exchange.body(200, "text/plain", new byte[0]);
        }
        requireStarted(container, query.previous());
        // Nobody knows more of it: the container has printed nothing.
        ContainerLog log = runtimes.log(container).orElseGet(() -> ContainerLog.of(List.of()));
        if (query.follow()) {
            return new ApiResponse.Stream(200, exchange.headers("text/plain"), new FollowedLog(log, query));
        }
        byte[] text = query.render(query.select(log.lines(0))).getBytes(StandardCharsets.UTF_8);
        return exchange.body(200, "text/plain", query.limit(text));
    }

    /** A command beside the container's process. */
    ApiResponse exec(Exchange exchange, Resource resource, Route route) {
        ApiRequest request = exchange.request();
        List<String> command = request.query().getOrDefault("command", List.of());
        Container container = running(exchange, resource, route);
        if (command.isEmpty()) {
            throw Failures.badRequest("you must specify at least 1 command for the container");
        }
        Optional<ContainerProcess> process = runtimes.exec(container, command);
        return conversation(
                request,
                process,
                "error executing command in container: exec failed: unable to start container process: exec: \""
                        + command.get(0) + "\": executable file not found in $PATH");
    }

    /** The container's own process. */
    ApiResponse attach(Exchange exchange, Resource resource, Route route) {
        Container container = running(exchange, resource, route);
        return conversation(
                exchange.request(),
                runtimes.attach(container),
                "error attaching to container: container " + container.name() + " has no process to attach to");
    }

    private Container running(Exchange exchange, Resource resource, Route route) {
        String method = exchange.request().method();
        if (!method.equals("GET") && !method.equals("POST")) {
            throw Failures.methodNotAllowed();
        }
        Container container = container(exchange.request(), resource, route);
        if (node(container).isEmpty()) {
            throw Failures.badRequest("pod " + container.pod() + " does not have a host assigned");
        }
        if (!flag(exchange.request(), "stdin")
                && !flag(exchange.request(), "stdout")
                && !flag(exchange.request(), "stderr")) {
            throw Failures.badRequest("you must specify at least 1 of stdin, stdout, stderr");
        }
        requireStarted(container, false);
        return container;
    }

    private static ApiResponse conversation(ApiRequest request, Optional<ContainerProcess> process, String missing) {
        boolean upgrade = request.header("upgrade").isPresent();
        if (!upgrade) {
            throw Failures.badRequest("Upgrade request required");
        }
        if (!request.header("upgrade").orElse("").equalsIgnoreCase("websocket")) {
            throw Failures.badRequest("unable to upgrade: only WebSockets are spoken here,"
                    + " with the sub-protocols v5.channel.k8s.io and v4.channel.k8s.io");
        }
        ProcessChannels channels = new ProcessChannels(
                process.orElse(null),
                missing,
                flag(request, "stdin"),
                flag(request, "stdout"),
                flag(request, "stderr"));
        return new ApiResponse.Conversation(101, Map.of(), channels);
    }

    private static boolean flag(ApiRequest request, String name) {
        return request.parameter(name)
                .map(value -> value.equals("true") || value.equals("1") || value.isEmpty())
                .orElse(false);
    }

    private static String node(Container container) {
        String node = container.object().text("spec", "nodeName");
        return node == null ? "" : node;
    }

    private Container container(ApiRequest request, Resource resource, Route route) {
        JsonObject pod =
                reads.get(resource, route.namespace(), route.name(), "").tree();
        List<String> names = names(pod, "containers");
        List<String> others = names(pod, "initContainers");
        String asked = request.parameter("container").orElse("");
        if (asked.isEmpty()) {
            if (names.size() != 1) {
                throw Failures.badRequest("a container name must be specified for pod " + route.name()
                        + ", choose one of: [" + String.join(" ", names) + "]"
                        + (others.isEmpty()
                                ? ""
                                : " or one of the init containers: [" + String.join(" ", others) + "]"));
            }
            asked = names.get(0);
        } else if (!names.contains(asked)
                && !others.contains(asked)
                && !names(pod, "ephemeralContainers").contains(asked)) {
            throw Failures.badRequest("container " + asked + " is not valid for pod " + route.name());
        }
        return new Container(route.namespace(), route.name(), asked, pod);
    }

    private static List<String> names(JsonObject pod, String list) {
        List<String> names = new ArrayList<>();
        JsonArray containers = pod.array("spec", list);
        for (int i = 0; i < containers.size(); i++) {
            names.add(String.valueOf(containers.object(i).text("name")));
        }
        return names;
    }

    /** Kubelets know containers by their status. */
    private static void requireStarted(Container container, boolean previous) {
        JsonObject status = status(container);
        if (previous) {
            if (!(status.at("lastState", "terminated") instanceof JsonObject)) {
                throw Failures.badRequest("previous terminated container \"" + container.name() + "\" in pod \""
                        + container.pod() + "\" not found");
            }
            return;
        }
        if (status.at("state", "waiting") instanceof JsonObject waiting
                && !(status.at("lastState", "terminated") instanceof JsonObject)) {
            String reason = waiting.text("reason");
            throw Failures.badRequest("container \"" + container.name() + "\" in pod \"" + container.pod()
                    + "\" is waiting to start: " + (reason == null ? "" : reason));
        }
    }

    private static JsonObject status(Container container) {
        for (String list : List.of("containerStatuses", "initContainerStatuses", "ephemeralContainerStatuses")) {
            JsonArray statuses = container.object().array("status", list);
            for (int i = 0; i < statuses.size(); i++) {
                if (container.name().equals(statuses.object(i).text("name"))) {
                    return statuses.object(i);
                }
            }
        }
        return JsonObject.EMPTY;
    }
}
