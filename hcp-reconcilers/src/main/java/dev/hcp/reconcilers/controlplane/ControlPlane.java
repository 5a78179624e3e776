package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.value.ResourceQuantity;
import dev.hcp.platforms.ReleaseMetadata;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a HostedControlPlane says, as tables and renderers ask for it. Immutable but for what it computes once; used by
 * one thread.
 */
final class ControlPlane {
    /** Image names that stand for the catalogue of a source, such as {@code catalog/redhat-operators}. */
    static final String CATALOG_PREFIX = "catalog/";

    /** Name of the control plane operator's image, which is not looked up in the payload alone. */
    static final String OPERATOR_IMAGE = "control-plane-operator";

    private static final String PREFIX = "hypershift.openshift.io/";

    private final JsonObject object;
    private final JsonObject spec;
    private final JsonObject annotations;
    private final String namespace;
    private final String name;
    private final ReleaseMetadata release;
    private final boolean highlyAvailable;
    private final String operatorImage;
    private final References references;
    private @Nullable Scheduling scheduling;
    private @Nullable JsonArray owners;

    /**
     * @param object the HostedControlPlane
     * @param release the release its control plane runs
     */
    ControlPlane(JsonObject object, ReleaseMetadata release) {
        this(object, release, "", References.NONE);
    }

    private ControlPlane(JsonObject object, ReleaseMetadata release, String operatorImage, References references) {
        this.object = object;
        this.references = references;
        this.operatorImage = operatorImage;
        this.spec = object.object("spec");
        this.annotations = object.object("metadata", "annotations");
        this.namespace = Objects.requireNonNull(object.text("metadata", "namespace"));
        this.name = Objects.requireNonNull(object.text("metadata", "name"));
        this.release = release;
        this.highlyAvailable = "HighlyAvailable".equals(spec.text("controllerAvailabilityPolicy"));
    }

    /** The same with a known image of the control plane operator. */
    ControlPlane withOperatorImage(String image) {
        return new ControlPlane(object, release, image, references);
    }

    /** The same with the contents of what it refers to. */
    ControlPlane with(References contents) {
        return new ControlPlane(object, release, operatorImage, contents);
    }

    /** Contents of ConfigMaps and Secrets that the configuration of its components depends on. */
    References references() {
        return references;
    }

    /** Everything the objects of the control plane depend on, for comparison with that of another pass. */
    Object inputs() {
        return List.of(
                spec,
                annotations,
                object.object("metadata", "labels"),
                object.array("metadata", "ownerReferences"),
                text(object, "metadata", "uid"),
                release,
                references,
                snapshotRestored(),
                versionAvailable());
    }

    JsonObject object() {
        return object;
    }

    JsonObject spec() {
        return spec;
    }

    String namespace() {
        return namespace;
    }

    String name() {
        return name;
    }

    String infraId() {
        return text(spec, "infraID");
    }

    ReleaseMetadata release() {
        return release;
    }

    /** Pull specification of the release that the control plane runs. */
    String releaseImage() {
        String own = text(spec, "controlPlaneReleaseImage");
        return own.isEmpty() ? text(spec, "releaseImage") : own;
    }

    Optional<String> annotation(String key) {
        return Optional.ofNullable(annotations.text(key));
    }

    boolean highlyAvailable() {
        return highlyAvailable;
    }

    /** Whether request-serving components have nodes of their own. */
    boolean dedicatedRequestServing() {
        return annotation(Annotations.TOPOLOGY)
                .filter("dedicated-request-serving-components"::equals)
                .isPresent();
    }

    String platformType() {
        return text(spec, "platform", "type");
    }

    boolean onPlatform(String... types) {
        return Arrays.asList(types).contains(platformType());
    }

    /** Whether the cluster is reached over AWS private links. */
    boolean isPrivate() {
        String access = text(spec, "platform", "aws", "endpointAccess");
        return onPlatform("AWS") && (access.equals("Private") || access.equals("PublicAndPrivate"));
    }

    /** Whether the cluster is reached from outside. */
    boolean isPublic() {
        return !(onPlatform("AWS")
                && text(spec, "platform", "aws", "endpointAccess").equals("Private"));
    }

    /** Whether it has a router of its own, in place of the management cluster's ingress. */
    boolean usesRouter() {
        return isPrivate()
                || (isPublic()
                        && "Route".equals(strategy("APIServer").text("type"))
                        && !text(strategy("APIServer"), "route", "hostname").isEmpty());
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

    /** Whether machines are managed by Cluster API here, so that approver and autoscaler have work. */
    boolean managesMachines() {
        return !annotations.containsKey(Annotations.DISABLE_MACHINE_MANAGEMENT);
    }

    /** Whether the administrator's kubeconfig is there. */
    boolean hasKubeconfig() {
        return object.at("status", "kubeConfig") != null;
    }

    /** Whether etcd came up with what was in its snapshot; with this it is not restored again. */
    boolean snapshotRestored() {
        return hasTrueCondition(ConditionTypes.ETCD_SNAPSHOT_RESTORED);
    }

    /** Whether the cluster version operator has installed a release. */
    boolean versionAvailable() {
        return hasTrueCondition(ConditionTypes.CLUSTER_VERSION_AVAILABLE);
    }

    private boolean hasTrueCondition(String type) {
        for (Object item : object.array("status", "conditions")) {
            if (item instanceof JsonObject condition && type.equals(condition.text("type"))) {
                return "True".equals(condition.text("status"));
            }
        }
        return false;
    }

    /** Whether the operator catalogues run on the management cluster. */
    boolean catalogsOnManagementCluster() {
        return "management".equals(spec.text("olmCatalogPlacement"));
    }

    /** How much of what is asked of the API servers they write to their audit logs. */
    String auditProfile() {
        String profile = text(configuration(), "apiServer", "audit", "profile");
        return profile.isEmpty() ? "Default" : profile;
    }

    /** Whether the API servers write audit logs at all. */
    boolean audited() {
        return !"None".equals(auditProfile());
    }

    /** Whether a component is told not to offer profiles of itself. */
    boolean profiled(String component) {
        return annotation(Annotations.DISABLE_PROFILING)
                .filter(list -> Arrays.asList(list.split(",", -1)).contains(component))
                .isEmpty();
    }

    /** Whether the CSI driver of KubeVirt is wanted. */
    boolean kubevirtStorageDriver() {
        return !"None".equals(spec.text("platform", "kubevirt", "storageDriver", "type"));
    }

    /** Whether users log in through the cluster's own OAuth server. */
    boolean oauthEnabled() {
        return !"OIDC".equals(spec.text("configuration", "authentication", "type"));
    }

    /** What the user configures of the cluster's API servers and login. */
    JsonObject configuration() {
        return spec.object("configuration");
    }

    /** Whether the user adds authorities that the control plane trusts. */
    boolean addsAuthorities() {
        return spec.at("additionalTrustBundle") != null;
    }

    /** Whether somebody else runs etcd. */
    boolean etcdIsUnmanaged() {
        return "Unmanaged".equals(spec.text("etcd", "managementType"));
    }

    /** The port the API server's pods listen at. */
    long apiServerPodPort() {
        long port = spec.integer(0, "networking", "apiServer", "port");
        return port == 0 || port == 443 ? 6443 : port;
    }

    /** Pull specification of an image of the payload; the release image stands in for one that is missing. */
    String image(String component) {
        if (component.startsWith(CATALOG_PREFIX)) {
            return catalogImage(component.substring(CATALOG_PREFIX.length()));
        }
        if (component.equals(OPERATOR_IMAGE) && !operatorImage.isEmpty()) {
            return operatorImage;
        }
        String image = release.componentImages().get(component);
        return image == null || image.isEmpty() ? releaseImage() : image;
    }

    /** Whether the payload lacks an image. */
    boolean lacksImage(String component) {
        return !component.startsWith(CATALOG_PREFIX)
                && release.componentImages().getOrDefault(component, "").isEmpty();
    }

    private String catalogImage(String source) {
        return annotation(PREFIX + source + "-catalog-image").orElseGet(() -> {
            String index = source.endsWith("-operators") ? source.substring(0, source.length() - 1) : source;
            String[] version = release.version().split("\\.");
            String stream = version.length < 2 ? release.version() : version[0] + "." + version[1];
            return mirrored("registry.redhat.io/redhat/" + index + "-index:v" + stream);
        });
    }

    /** The image in the registry that the user gives for the one it is in, as {@code FROM=TO,FROM=TO}. */
    private String mirrored(String image) {
        for (String pair : text(annotations, Annotations.OLM_CATALOGS_IS_REGISTRY_OVERRIDES)
                .split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && image.startsWith(pair.substring(0, equals))) {
                return pair.substring(equals + 1) + image.substring(equals);
            }
        }
        return image;
    }

    /** Requests that the user overrides for a container of a workload, by resource; what is no quantity is passed over. */
    Map<String, String> requestOverrides(String workload, String container) {
        String value = annotations.text(Annotations.RESOURCE_REQUEST_OVERRIDE_PREFIX + workload + "." + container);
        if (value == null) {
            return Map.of();
        }
        Map<String, String> overrides = new TreeMap<>();
        for (String pair : value.split(",", -1)) {
            int equals = pair.indexOf('=');
            String amount = pair.substring(equals + 1);
            if (equals > 0 && ResourceQuantity.problem(amount).isEmpty()) {
                overrides.put(
                        pair.substring(0, equals),
                        ResourceQuantity.parse(amount).canonical());
            }
        }
        return overrides;
    }

    /** Whether a deployment is switched off for debugging. */
    boolean debugged(String deployment) {
        return annotation(Annotations.DEBUG_DEPLOYMENTS)
                .filter(list -> Arrays.asList(list.split(",", -1)).contains(deployment))
                .isPresent();
    }

    String priorityClass(Component.Priority priority) {
        return annotation(priority.overrideAnnotation)
                .filter(name -> !name.isEmpty())
                .orElse(priority.defaultClass);
    }

    JsonObject nodeSelector() {
        return spec.object("nodeSelector");
    }

    Scheduling scheduling() {
        Scheduling known = scheduling;
        if (known == null) {
            known = new Scheduling(this);
            scheduling = known;
        }
        return known;
    }

    /** The volume claim of an etcd member. */
    JsonObject etcdVolumeClaim() {
        JsonObject volume = spec.object("etcd", "managed", "storage", "persistentVolume");
        String size = volume.text("size");
        JsonObject.Builder claim = JsonObject.builder(3)
                .put("accessModes", JsonArray.of("ReadWriteOnce"))
                .put("resources", JsonObject.of("requests", JsonObject.of("storage", size == null ? "8Gi" : size)));
        if (volume.get("storageClassName") instanceof String storageClass) {
            claim.put("storageClassName", storageClass);
        }
        return JsonObject.of("metadata", JsonObject.of("name", "data"), "spec", claim.build());
    }

    /** Metadata of an object that belongs to the control plane. */
    JsonObject metadata(String objectName, Map<String, String> labels) {
        return metadata(objectName, labels, Map.of());
    }

    /** Metadata of an object that belongs to the control plane. */
    JsonObject metadata(String objectName, Map<String, String> labels, Map<String, String> objectAnnotations) {
        JsonObject.Builder builder = JsonObject.builder(5);
        if (!objectAnnotations.isEmpty()) {
            builder.put("annotations", JsonObject.copyOf(objectAnnotations));
        }
        if (!labels.isEmpty()) {
            builder.put("labels", JsonObject.copyOf(labels));
        }
        return builder.put("name", objectName)
                .put("namespace", namespace)
                .put("ownerReferences", owners())
                .build();
    }

    /** The annotation by which the HyperShift operator knows whose an object is, where the control plane has it. */
    Map<String, String> mark() {
        String key = Annotations.CLUSTER;
        return annotation(key).map(cluster -> Map.of(key, cluster)).orElse(Map.of());
    }

    private JsonArray owners() {
        JsonArray known = owners;
        if (known == null) {
            known = JsonArray.of(JsonObject.of(
                    "apiVersion",
                    "hypershift.openshift.io/v1beta1",
                    "blockOwnerDeletion",
                    true,
                    "controller",
                    true,
                    "kind",
                    "HostedControlPlane",
                    "name",
                    name,
                    "uid",
                    text(object, "metadata", "uid")));
            owners = known;
        }
        return known;
    }

    static String text(JsonObject node, String... path) {
        String text = node.text(path);
        return text == null ? "" : text;
    }
}
