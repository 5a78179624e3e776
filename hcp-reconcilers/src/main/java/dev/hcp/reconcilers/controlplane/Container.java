package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A container of a {@link Component}.
 *
 * @param name its name
 * @param image name of its image in the release payload
 * @param cpu CPU request, or null for none
 * @param memory memory request, or null for none
 * @param ports the ports it declares, as they are written in a pod
 * @param arguments its arguments, from the control plane
 */
record Container(
        String name,
        String image,
        @Nullable String cpu,
        @Nullable String memory,
        List<JsonObject> ports,
        Function<ControlPlane, List<String>> arguments) {

    /** A container that requests CPU and memory. */
    static Container of(String name, String image, String cpu, String memory) {
        return new Container(name, image, cpu, memory, List.of(), controlPlane -> List.of());
    }

    /** A container without requests, as short-lived helpers are. */
    static Container of(String name, String image) {
        return new Container(name, image, null, null, List.of(), controlPlane -> List.of());
    }

    /** The helper that waits until the API server answers. */
    static Container prober() {
        return of("availability-prober", "availability-prober");
    }

    /** With a named port; the protocol is left to the default. */
    Container port(String portName, int number) {
        return with(JsonObject.of("containerPort", number, "name", portName));
    }

    /** With a named TCP port. */
    Container tcp(String portName, int number) {
        return with(JsonObject.of("containerPort", number, "name", portName, "protocol", "TCP"));
    }

    /** With a port that has no name. */
    Container port(int number) {
        return with(JsonObject.of("containerPort", number));
    }

    /** With a port as it is written in a pod. */
    Container with(JsonObject port) {
        List<JsonObject> more = new ArrayList<>(ports);
        more.add(port);
        return new Container(name, image, cpu, memory, List.copyOf(more), arguments);
    }

    /** With arguments. */
    Container arguments(Function<ControlPlane, List<String>> from) {
        return new Container(name, image, cpu, memory, ports, from);
    }

    /** As it is written in the pod template of a workload. */
    JsonObject render(ControlPlane controlPlane, String workload) {
        JsonObject requests = requests(controlPlane, workload);
        JsonObject.Builder builder = JsonObject.builder(6);
        List<String> args = arguments.apply(controlPlane);
        if (!args.isEmpty()) {
            builder.put("args", JsonArray.copyOf(args));
        }
        builder.put("image", controlPlane.image(image))
                .put("imagePullPolicy", "IfNotPresent")
                .put("name", name);
        if (!ports.isEmpty()) {
            builder.put("ports", JsonArray.copyOf(ports));
        }
        return builder.put("resources", requests.isEmpty() ? JsonObject.EMPTY : JsonObject.of("requests", requests))
                .build();
    }

    private JsonObject requests(ControlPlane controlPlane, String workload) {
        JsonObject.Builder requests =
                JsonObject.builder(2).putIfPresent("cpu", cpu).putIfPresent("memory", memory);
        controlPlane.requestOverrides(workload, name).forEach(requests::put);
        return requests.build();
    }
}
