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
 * @param image name of its image in the release payload; empty when the payload has none
 * @param imageAnnotation annotation of the control plane that names another image; empty for none
 * @param cpu CPU request, or null for none
 * @param memory memory request, or null for none
 * @param ports the ports it declares, as they are written in a pod
 * @param settings further fields, from the control plane
 */
record Container(
        String name,
        String image,
        String imageAnnotation,
        @Nullable String cpu,
        @Nullable String memory,
        List<JsonObject> ports,
        Function<ControlPlane, JsonObject> settings) {

    /** A container that requests CPU and memory. */
    static Container of(String name, String image, @Nullable String cpu, @Nullable String memory) {
        return new Container(name, image, "", cpu, memory, List.of(), controlPlane -> JsonObject.EMPTY);
    }

    /** A container without requests, as short-lived helpers are. */
    static Container of(String name, String image) {
        return of(name, image, null, null);
    }

    /** The helper that waits until the API server answers. */
    static Container prober() {
        return of("availability-prober", "availability-prober");
    }

    /** With an image that an annotation of the control plane may replace. */
    Container orImageOf(String annotation) {
        return new Container(name, image, annotation, cpu, memory, ports, settings);
    }

    /** With a named port; the protocol is left to the default. */
    Container port(String portName, int number) {
        return with(JsonObject.of("containerPort", number, "name", portName));
    }

    /** With a named TCP port. */
    Container tcp(String portName, int number) {
        return with(tcpPort(portName, number));
    }

    /** With a port that has no name. */
    Container port(int number) {
        return with(JsonObject.of("containerPort", number));
    }

    /** With a port as it is written in a pod. */
    Container with(JsonObject port) {
        List<JsonObject> more = new ArrayList<>(ports);
        more.add(port);
        return new Container(name, image, imageAnnotation, cpu, memory, List.copyOf(more), settings);
    }

    /** With a named TCP port whose number depends on the control plane. */
    Container tcp(String portName, Function<ControlPlane, Long> number) {
        return settings(
                controlPlane -> JsonObject.of("ports", JsonArray.of(tcpPort(portName, number.apply(controlPlane)))));
    }

    private static JsonObject tcpPort(String portName, long number) {
        return JsonObject.of("containerPort", number, "name", portName, "protocol", "TCP");
    }

    /** With arguments. */
    Container arguments(Function<ControlPlane, List<String>> from) {
        return settings(controlPlane -> JsonObject.of("args", JsonArray.copyOf(from.apply(controlPlane))));
    }

    /** With further fields, laid over those it has. */
    Container settings(Function<ControlPlane, JsonObject> more) {
        return new Container(name, image, imageAnnotation, cpu, memory, ports, controlPlane -> {
            JsonObject.Builder all = settings.apply(controlPlane).toBuilder();
            more.apply(controlPlane).forEach(all::put);
            return all.build();
        });
    }

    /**
     * As it is written in the pod template of a workload.
     *
     * @param present resources that the container has already and keeps, or the empty object
     */
    JsonObject render(ControlPlane controlPlane, String workload, JsonObject present) {
        JsonObject.Builder builder = settings.apply(controlPlane).toBuilder();
        builder.put("image", imageFor(controlPlane))
                .put("imagePullPolicy", "IfNotPresent")
                .put("name", name);
        if (!ports.isEmpty()) {
            builder.put("ports", JsonArray.copyOf(ports));
        }
        return builder.put("resources", resources(controlPlane, workload, present))
                .build();
    }

    private String imageFor(ControlPlane controlPlane) {
        String own = imageAnnotation.isEmpty()
                ? ""
                : controlPlane.annotation(imageAnnotation).orElse("");
        return own.isEmpty() ? controlPlane.image(image) : own;
    }

    private JsonObject resources(ControlPlane controlPlane, String workload, JsonObject present) {
        JsonObject.Builder requests = present.object("requests").toBuilder();
        if (present.isEmpty()) {
            requests.putIfPresent("cpu", cpu).putIfPresent("memory", memory);
        }
        controlPlane.requestOverrides(workload, name).forEach(requests::put);
        JsonObject all = requests.build();
        return all.isEmpty() ? present : present.with("requests", all);
    }
}
