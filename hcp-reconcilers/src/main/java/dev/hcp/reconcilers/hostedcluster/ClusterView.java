package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.ClusterReleases;
import dev.hcp.reconcilers.ObjectKey;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a HostedCluster says, and the names that follow from it. Immutable. */
final class ClusterView {
    static final String PREFIX = "hypershift.openshift.io/";
    static final String CLUSTER = PREFIX + "cluster";
    static final String FINALIZER = PREFIX + "finalizer";

    private final JsonObject object;
    private final JsonObject spec;
    private final JsonObject annotations;
    private final ObjectKey key;
    private final String controlPlaneNamespace;

    ClusterView(JsonObject object) {
        this.object = object;
        this.spec = object.object("spec");
        this.annotations = object.object("metadata", "annotations");
        this.key = ObjectKey.of(object);
        this.controlPlaneNamespace = controlPlaneNamespace(key);
    }

    /** The namespace of a cluster's control plane. */
    static String controlPlaneNamespace(ObjectKey cluster) {
        return cluster.namespace() + "-" + cluster.name().replace('.', '-');
    }

    JsonObject object() {
        return object;
    }

    JsonObject spec() {
        return spec;
    }

    ObjectKey key() {
        return key;
    }

    String name() {
        return key.name();
    }

    String namespace() {
        return key.namespace();
    }

    String controlPlaneNamespace() {
        return controlPlaneNamespace;
    }

    ObjectKey inControlPlane(String name) {
        return new ObjectKey(controlPlaneNamespace, name);
    }

    ObjectKey controlPlaneKey() {
        return inControlPlane(name());
    }

    String infraId() {
        return text("infraID");
    }

    String platformType() {
        return text("platform", "type");
    }

    String releaseImage() {
        return text("release", "image");
    }

    /** The release of what runs on the management side. */
    String controlPlaneReleaseImage() {
        String own = text("controlPlaneRelease", "image");
        return own.isEmpty() ? releaseImage() : own;
    }

    /** Release images as this cluster can read them. */
    ReleaseCatalogue releases(World world) {
        return ClusterReleases.of(world, namespace(), spec);
    }

    String networkType() {
        return text("networking", "networkType");
    }

    Optional<String> annotation(String name) {
        return Optional.ofNullable(annotations.text(name));
    }

    /** Whether an annotation of HyperShift's prefix is {@code true}. */
    boolean isAnnotated(String name) {
        return "true".equals(annotations.text(PREFIX + name));
    }

    boolean hasAnnotation(String name) {
        return annotations.containsKey(PREFIX + name);
    }

    JsonObject annotations() {
        return annotations;
    }

    /** How a service is published, or the empty object. */
    JsonObject strategy(String service) {
        for (Object item : spec.array("services")) {
            if (item instanceof JsonObject mapping && service.equals(mapping.text("service"))) {
                return mapping.object("servicePublishingStrategy");
            }
        }
        return JsonObject.EMPTY;
    }

    /** Whether a service is published that way. */
    boolean publishes(String service, String strategyType) {
        return strategyType.equals(strategy(service).text("type"));
    }

    /** Text of the specification, empty where there is none. */
    String text(String... path) {
        String text = spec.text(path);
        return text == null ? "" : text;
    }

    /** Metadata of an object in the control plane namespace, marked as this cluster's. */
    JsonObject metadata(String name) {
        return JsonObject.of(
                "annotations",
                JsonObject.of(CLUSTER, key.toString()),
                "name",
                name,
                "namespace",
                controlPlaneNamespace);
    }

    /** Metadata of an object in the control plane namespace, without a mark. */
    JsonObject plainMetadata(String name) {
        return JsonObject.of("name", name, "namespace", controlPlaneNamespace);
    }

    /** A reference by which an object of the cluster's own namespace goes when the cluster goes. */
    JsonObject ownerReference() {
        String uid = object.text("metadata", "uid");
        return JsonObject.of(
                "apiVersion",
                Objects.requireNonNullElse(object.text("apiVersion"), "hypershift.openshift.io/v1beta1"),
                "kind",
                "HostedCluster",
                "name",
                name(),
                "uid",
                uid == null ? "" : uid);
    }

    Map<String, Object> labels() {
        return Map.copyOf(castLabels());
    }

    private Map<String, Object> castLabels() {
        Map<String, Object> labels = new java.util.TreeMap<>();
        object.object("metadata", "labels").forEach((name, value) -> {
            if (value != null) {
                labels.put(name, value);
            }
        });
        return labels;
    }
}
