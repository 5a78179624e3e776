package dev.hcp.client.diagnosis;

import static dev.hcp.client.status.ApiObjects.in;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Naming;
import dev.hcp.client.status.ApiObjects;
import dev.hcp.client.status.StatusCondition;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What checks decide from. Each kind is asked for once, when somebody wants to know. Not thread-safe. */
final class Facts {
    /** Reasons of events of claims that are no warnings, but tell why nobody takes a claim up. */
    private static final List<String> WAITING = List.of("FailedBinding", "ExternalProvisioning");

    /** Volumes are made faster. */
    private static final Duration PROVISIONING = Duration.ofMinutes(5);

    static final String HYPERSHIFT = "hypershift.openshift.io/v1beta1";

    final String namespace;
    final String name;
    final String controlPlane;
    final JsonObject cluster;
    final Instant now;
    private final ApiObjects management;
    private final Optional<ApiObjects> hosted;
    private final Map<String, List<JsonObject>> read = new HashMap<>();

    private Facts(
            ApiObjects management,
            Optional<ApiObjects> hosted,
            String namespace,
            String name,
            JsonObject cluster,
            Instant now) {
        this.management = management;
        this.hosted = hosted;
        this.namespace = namespace;
        this.name = name;
        this.controlPlane = Naming.controlPlaneNamespace(namespace, name);
        this.cluster = cluster;
        this.now = now;
    }

    static Optional<Facts> of(
            ApiObjects management, Optional<ApiObjects> hosted, String namespace, String name, Instant now) {
        return management
                .get(in(namespace, HYPERSHIFT, "hostedclusters/" + name))
                .map(cluster -> new Facts(management, hosted, namespace, name, cluster, now));
    }

    // The cluster

    String platform() {
        return text(cluster, "spec", "platform", "type");
    }

    boolean isOnKubeVirt() {
        return platform().equals("KubeVirt");
    }

    Optional<StatusCondition> condition(String type) {
        return StatusCondition.find(StatusCondition.of(cluster), type);
    }

    boolean isTrue(String type) {
        return condition(type).filter(c -> c.status().equals("True")).isPresent();
    }

    boolean isFalse(String type) {
        return condition(type).filter(c -> c.status().equals("False")).isPresent();
    }

    /** Whether its newest version has rolled out. */
    boolean isCompleted() {
        JsonArray history = cluster.array("status", "version", "history");
        return !history.isEmpty() && !text(history.object(0), "completionTime").isEmpty();
    }

    List<JsonObject> pools() {
        return list(in(namespace, HYPERSHIFT, "nodepools")).stream()
                .filter(pool -> name.equals(pool.text("spec", "clusterName")))
                .toList();
    }

    // The management cluster

    List<JsonObject> list(String path) {
        return read.computeIfAbsent(path, management::list);
    }

    Optional<JsonObject> get(String path) {
        return management.get(path);
    }

    List<JsonObject> inControlPlane(String groupVersion, String plural) {
        return list(in(controlPlane, groupVersion, plural));
    }

    List<JsonObject> pods() {
        return inControlPlane("v1", "pods");
    }

    List<JsonObject> machines() {
        return inControlPlane("cluster.x-k8s.io/v1beta1", "machines");
    }

    List<JsonObject> virtualMachines() {
        return inControlPlane("kubevirt.io/v1", "virtualmachines");
    }

    List<JsonObject> instances() {
        return inControlPlane("kubevirt.io/v1", "virtualmachineinstances");
    }

    List<JsonObject> dataVolumes() {
        return inControlPlane("cdi.kubevirt.io/v1beta1", "datavolumes");
    }

    /** Hosts of the cluster's platform; none elsewhere. */
    List<JsonObject> agents() {
        String place = text(cluster, "spec", "platform", "agent", "agentNamespace");
        return place.isEmpty() ? List.of() : list(in(place, "agent-install.openshift.io/v1beta1", "agents"));
    }

    /** What warnings of the control plane's namespace say of an object, and what keeps a claim waiting. */
    List<String> warnings(String kind, String object) {
        return warnings(inControlPlane("v1", "events"), kind, object);
    }

    /** Claims of the control plane's namespace that are not bound for longer than it takes. */
    List<JsonObject> pendingClaims() {
        return inControlPlane("v1", "persistentvolumeclaims").stream()
                .filter(claim -> "Pending".equals(claim.text("status", "phase")))
                .filter(claim -> isOlderThan(text(claim, "metadata", "creationTimestamp"), PROVISIONING))
                .toList();
    }

    // The hosted cluster

    boolean answers() {
        return hosted.isPresent();
    }

    /** Objects of the hosted cluster; none while it does not answer. */
    List<JsonObject> hosted(String path) {
        return hosted.map(api -> read.computeIfAbsent("hosted " + path, key -> api.list(path)))
                .orElse(List.of());
    }

    List<JsonObject> nodes() {
        return hosted("/api/v1/nodes");
    }

    List<JsonObject> operators() {
        return hosted("/apis/config.openshift.io/v1/clusteroperators");
    }

    List<String> hostedWarnings(String kind, String object) {
        return warnings(hosted("/api/v1/events"), kind, object);
    }

    // Words

    /** What keeps a pod from running, if something does: of its containers, or why it is not scheduled. */
    static Optional<String> trouble(JsonObject pod) {
        for (String statuses : List.of("initContainerStatuses", "containerStatuses")) {
            for (JsonObject container : objects(pod.array("status", statuses))) {
                String reason = text(container, "state", "waiting", "reason");
                if (reason.endsWith("BackOff") || reason.startsWith("Err") || reason.endsWith("Error")) {
                    return Optional.of("pod " + nameOf(pod) + ", container " + text(container, "name") + ": " + reason
                            + " " + text(container, "state", "waiting", "message") + lastWords(container));
                }
            }
        }
        return StatusCondition.find(StatusCondition.of(pod), "PodScheduled")
                .filter(scheduled -> scheduled.status().equals("False"))
                .map(scheduled -> "pod " + nameOf(pod) + " is not scheduled: " + scheduled.message());
    }

    /** Whether the containers of a pod have been started, whatever became of them. */
    static boolean isStarted(JsonObject pod) {
        return "Running".equals(pod.text("status", "phase"));
    }

    private static String lastWords(JsonObject container) {
        String message = text(container, "lastState", "terminated", "message");
        return message.isEmpty() ? "" : "; it ended with: " + message;
    }

    static boolean isRunning(JsonObject pod) {
        return "Running".equals(pod.text("status", "phase"))
                && StatusCondition.isTrue(StatusCondition.of(pod), "Ready");
    }

    /** Since when a virtual machine runs. */
    static String runningSince(JsonObject instance) {
        return objects(instance.array("status", "phaseTransitionTimestamps")).stream()
                .filter(transition -> "Running".equals(transition.text("phase")))
                .map(transition -> text(transition, "phaseTransitionTimestamp"))
                .findFirst()
                .orElse(text(instance, "metadata", "creationTimestamp"));
    }

    boolean isOlderThan(String time, Duration age) {
        try {
            return Duration.between(Instant.parse(time), now).compareTo(age) > 0;
        } catch (DateTimeParseException e) {
            // Who does not say since when is not taken for slow.
            return false;
        }
    }

    static String nameOf(JsonObject object) {
        return text(object, "metadata", "name");
    }

    static String namespaceOf(JsonObject object) {
        return text(object, "metadata", "namespace");
    }

    static String text(JsonObject object, String... path) {
        String value = object.text(path);
        return value == null ? "" : value;
    }

    static List<JsonObject> objects(JsonArray items) {
        return items.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    private static List<String> warnings(List<JsonObject> events, String kind, String object) {
        return events.stream()
                .filter(event -> "Warning".equals(event.text("type")) || WAITING.contains(text(event, "reason")))
                .filter(event -> kind.equals(event.text("involvedObject", "kind")))
                .filter(event -> object.equals(event.text("involvedObject", "name")))
                .map(event ->
                        "event " + text(event, "reason") + " of " + kind + " " + object + ": " + text(event, "message"))
                .distinct()
                .toList();
    }
}
