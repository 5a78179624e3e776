package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.Memory;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A pass over one control plane and its hosted cluster. */
final class HostedPass {
    private final JsonObject controlPlane;
    private final ObjectKey key;
    private final Pass management;
    private final Pass guest;
    private final Memory.OfPrimary memory;

    /**
     * @param controlPlane the HostedControlPlane
     * @param management the pass over the management cluster
     * @param guest its part within the hosted cluster
     */
    HostedPass(JsonObject controlPlane, Pass management, Pass guest, Memory memory) {
        this.controlPlane = controlPlane;
        this.key = ObjectKey.of(controlPlane);
        this.management = management;
        this.guest = guest;
        this.memory = memory.of(key, inputs(controlPlane));
    }

    /** What the hosted cluster's configuration depends on, of the HostedControlPlane. */
    private static List<@Nullable Object> inputs(JsonObject controlPlane) {
        List<@Nullable Object> inputs = new ArrayList<>();
        inputs.add(controlPlane.get("spec"));
        inputs.add(controlPlane.at("metadata", "annotations"));
        inputs.add(controlPlane.at("metadata", "uid"));
        inputs.add(controlPlane.at("status", "controlPlaneEndpoint"));
        inputs.add(controlPlane.at("status", "oauthCallbackURLTemplate"));
        return inputs;
    }

    /** What a pass depends on, of the HostedControlPlane: not what other operators report in its status. */
    static Object relevant(JsonObject controlPlane) {
        List<@Nullable Object> parts = inputs(controlPlane);
        parts.add(controlPlane.at("metadata", "deletionTimestamp"));
        parts.add(controlPlane.at("status", "versionStatus"));
        parts.add(controlPlane.at("status", "nodeCount"));
        for (Object item : controlPlane.array("status", "conditions")) {
            if (item instanceof JsonObject condition && ReportedStatus.isOurs(condition.text("type"))) {
                parts.add(condition);
            }
        }
        return parts;
    }

    JsonObject controlPlane() {
        return controlPlane;
    }

    JsonObject spec() {
        return controlPlane.object("spec");
    }

    /** What the user configures of the cluster. */
    JsonObject configuration() {
        return spec().object("configuration");
    }

    String namespace() {
        return key.namespace();
    }

    String name() {
        return key.name();
    }

    Pass management() {
        return management;
    }

    Pass guest() {
        return guest;
    }

    Optional<String> annotation(String annotation) {
        return Optional.ofNullable(controlPlane.text("metadata", "annotations", annotation));
    }

    boolean infrastructureHighlyAvailable() {
        return "HighlyAvailable".equals(spec().text("infrastructureAvailabilityPolicy"));
    }

    boolean onPlatform(String type) {
        return type.equals(spec().text("platform", "type"));
    }

    /** How a service of the control plane is published, or the empty object. */
    JsonObject strategy(String service) {
        for (Object item : spec().array("services")) {
            if (item instanceof JsonObject mapping && service.equals(mapping.text("service"))) {
                return mapping.object("servicePublishingStrategy");
            }
        }
        return JsonObject.EMPTY;
    }

    static String text(JsonObject node, String... path) {
        String text = node.text(path);
        return text == null ? "" : text;
    }

    /** Wants an object in the hosted cluster; it must follow from the HostedControlPlane alone. */
    void apply(Class<? extends HasMetadata> type, String namespace, String name, Supplier<JsonObject> object) {
        guest.apply(memory, type, new ObjectKey(namespace, name), object);
    }

    /**
     * Wants an object beside the control plane; it must follow from the HostedControlPlane and a source, which is compared
     * with {@code equals}.
     */
    void applyBeside(Object source, Class<? extends HasMetadata> type, String name, Supplier<JsonObject> object) {
        management.apply(memory, source, type, new ObjectKey(key.namespace(), name), object);
    }

    /** Wants an object of the hosted cluster that has no namespace, with this specification. */
    void applySpec(Class<? extends HasMetadata> type, String name, Supplier<JsonObject> spec) {
        apply(type, "", name, () -> object(type, "", name).with("spec", spec.get()));
    }

    /** An object without contents. */
    static JsonObject object(Class<? extends HasMetadata> type, String namespace, String name) {
        return Pass.blank(type, new ObjectKey(namespace, name));
    }

    /** The CIDRs of {@code networking.clusterNetwork} and its siblings. */
    JsonArray cidrs(String kind) {
        List<Object> cidrs = new ArrayList<>();
        for (Object item : spec().array("networking", kind)) {
            if (item instanceof JsonObject network) {
                cidrs.add(Objects.requireNonNullElse(network.text("cidr"), ""));
            }
        }
        return JsonArray.copyOf(cidrs);
    }
}
