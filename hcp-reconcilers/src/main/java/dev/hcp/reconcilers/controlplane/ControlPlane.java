package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ReleaseMetadata;
import java.util.ArrayList;
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
    private static final String REQUEST_OVERRIDE = "resource-request-override.hypershift.openshift.io/";

    private final JsonObject object;
    private final JsonObject spec;
    private final JsonObject annotations;
    private final String namespace;
    private final String name;
    private final ReleaseMetadata release;
    private final boolean highlyAvailable;
    private final String operatorImage;
    private @Nullable JsonObject colocation;
    private @Nullable JsonArray tolerations;
    private @Nullable JsonArray owners;

    /**
     * @param object the HostedControlPlane
     * @param release the release its control plane runs
     */
    ControlPlane(JsonObject object, ReleaseMetadata release) {
        this(object, release, "");
    }

    private ControlPlane(JsonObject object, ReleaseMetadata release, String operatorImage) {
        this.object = object;
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
        return new ControlPlane(object, release, image);
    }

    /** Everything the objects of the control plane depend on, for comparison with that of another pass. */
    Object inputs() {
        return List.of(
                spec,
                annotations,
                object.object("metadata", "labels"),
                object.array("metadata", "ownerReferences"),
                text(object, "metadata", "uid"),
                release);
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
        return annotation(PREFIX + "topology")
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
        return !annotations.containsKey(PREFIX + "disable-machine-management")
                && object.at("status", "kubeConfig") != null;
    }

    /** Whether the operator catalogues run on the management cluster, which is the default. */
    boolean catalogsOnManagementCluster() {
        return !"guest".equals(spec.text("olmCatalogPlacement"));
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
            return "registry.redhat.io/redhat/" + index + "-index:v" + stream;
        });
    }

    /** Requests that the user overrides for a container of a workload, by resource. */
    Map<String, String> requestOverrides(String workload, String container) {
        String value = annotations.text(REQUEST_OVERRIDE + workload + "." + container);
        if (value == null) {
            return Map.of();
        }
        Map<String, String> overrides = new TreeMap<>();
        for (String pair : value.split(",")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                overrides.put(
                        pair.substring(0, equals).trim(),
                        pair.substring(equals + 1).trim());
            }
        }
        return overrides;
    }

    /** Whether a deployment is switched off for debugging. */
    boolean debugged(String deployment) {
        return annotation(PREFIX + "debug-deployments")
                .filter(list -> Arrays.asList(list.split(",")).contains(deployment))
                .isPresent();
    }

    String priorityClass(Component.Priority priority) {
        return annotation(priority.overrideAnnotation).orElse(priority.defaultClass);
    }

    JsonObject nodeSelector() {
        return spec.object("nodeSelector");
    }

    /** The taints of nodes set aside for control planes, then those the user names. */
    JsonArray tolerations() {
        JsonArray known = tolerations;
        if (known == null) {
            List<@Nullable Object> all = new ArrayList<>();
            all.add(toleration(PREFIX + "control-plane", "true"));
            all.add(toleration(PREFIX + "cluster", namespace));
            all.addAll(spec.array("tolerations"));
            known = JsonArray.copyOf(all);
            tolerations = known;
        }
        return known;
    }

    private static JsonObject toleration(String key, String value) {
        return JsonObject.of("effect", "NoSchedule", "key", key, "operator", "Equal", "value", value);
    }

    /** Preference for nodes set aside for control planes, and for those that run pods of this one. */
    JsonObject colocation() {
        JsonObject known = colocation;
        if (known == null) {
            known = JsonObject.of(
                    "nodeAffinity",
                    preferred(
                            nodePreference(50, PREFIX + "control-plane", "true"),
                            nodePreference(100, PREFIX + "cluster", namespace)),
                    "podAffinity",
                    preferred(JsonObject.of(
                            "podAffinityTerm",
                            JsonObject.of(
                                    "labelSelector",
                                    JsonObject.of(
                                            "matchLabels", JsonObject.of(Component.HOSTED_CONTROL_PLANE, namespace)),
                                    "topologyKey",
                                    "kubernetes.io/hostname"),
                            "weight",
                            100)));
            colocation = known;
        }
        return known;
    }

    private static JsonObject preferred(JsonObject... terms) {
        return JsonObject.of("preferredDuringSchedulingIgnoredDuringExecution", JsonArray.of((Object[]) terms));
    }

    private static JsonObject nodePreference(int weight, String key, String value) {
        JsonObject expression = JsonObject.of("key", key, "operator", "In", "values", JsonArray.of(value));
        return JsonObject.of(
                "preference", JsonObject.of("matchExpressions", JsonArray.of(expression)), "weight", weight);
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

    /** Arguments of the cluster autoscaler. */
    List<String> autoscalerArguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--expander=priority,least-waste",
                "--cloud-provider=clusterapi",
                "--node-group-auto-discovery=clusterapi:namespace=$(MY_NAMESPACE)",
                "--kubeconfig=/mnt/kubeconfig/target-kubeconfig",
                "--clusterapi-cloud-config-authoritative",
                "--skip-nodes-with-local-storage=false",
                "--alsologtostderr",
                "--v=4",
                "--balance-similar-node-groups=true",
                "--leader-elect-lease-duration=137s",
                "--leader-elect-retry-period=26s",
                "--leader-elect-renew-deadline=107s"));
        for (String label : List.of(
                PREFIX + "nodePool",
                "topology.ebs.csi.aws.com/zone",
                "topology.disk.csi.azure.com/zone",
                "ibm-cloud.kubernetes.io/worker-id",
                "vpc-block-csi-driver-labels")) {
            arguments.add("--balancing-ignore-label=" + label);
        }
        JsonObject autoscaling = spec.object("autoscaling");
        addOption(arguments, "--max-nodes-total=", autoscaling.get("maxNodesTotal"));
        addOption(arguments, "--max-graceful-termination-sec=", autoscaling.get("maxPodGracePeriod"));
        addOption(arguments, "--max-node-provision-time=", autoscaling.get("maxNodeProvisionTime"));
        addOption(arguments, "--expendable-pods-priority-cutoff=", autoscaling.get("podPriorityThreshold"));
        return arguments;
    }

    private static void addOption(List<String> arguments, String option, @Nullable Object value) {
        if (value != null) {
            arguments.add(option + value);
        }
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
        String key = PREFIX + "cluster";
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
