package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Labels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A workload of a hosted control plane, as an entry of a table. What all have in common (scheduling, labels, rollout when
 * highly available, restart date) is added by {@link Workloads}.
 */
final class Component {
    static final String APP = "app";
    static final String NAME = "name";
    static final String COMPONENT = Labels.CONTROL_PLANE_COMPONENT;
    static final String HOSTED_CONTROL_PLANE = Labels.HOSTED_CONTROL_PLANE;

    /** Which of the three priority classes a workload's pods have. */
    enum Priority {
        ETCD("hypershift-etcd", Annotations.ETCD_PRIORITY_CLASS),
        API_CRITICAL("hypershift-api-critical", Annotations.API_CRITICAL_PRIORITY_CLASS),
        CONTROL_PLANE("hypershift-control-plane", Annotations.CONTROL_PLANE_PRIORITY_CLASS);

        final String defaultClass;
        final String overrideAnnotation;

        Priority(String defaultClass, String overrideAnnotation) {
            this.defaultClass = defaultClass;
            this.overrideAnnotation = overrideAnnotation;
        }
    }

    final String name;
    final boolean stateful;
    int replicas = 1;
    int dedicatedReplicas;
    JsonObject strategy = JsonObject.EMPTY;
    Priority priority = Priority.CONTROL_PLANE;
    final Map<String, String> selector = new LinkedHashMap<>();
    final Map<String, String> labels = new LinkedHashMap<>();
    Map<String, String> spread = Map.of();
    List<Container> initContainers = List.of();
    List<Container> containers = List.of();
    List<String> lookups = List.of();
    String serviceAccount = "";
    boolean requestServing;
    boolean disruptionBudget;
    String mainContainer = "";
    boolean trustsUserAuthorities;
    Map<String, Function<ControlPlane, String>> hashes = Map.of();
    Optional<Monitor> monitor = Optional.empty();
    private Map<String, Integer> platformReplicas = Map.of();
    Predicate<ControlPlane> when = controlPlane -> true;
    Predicate<ControlPlane> scaledDown = controlPlane -> false;
    Predicate<ControlPlane> managementApi = controlPlane -> false;
    Map<String, Predicate<ControlPlane>> onlyWhen = Map.of();

    private Component(String name, boolean stateful) {
        this.name = name;
        this.stateful = stateful;
    }

    static Component deployment(String name) {
        return new Component(name, false);
    }

    static Component statefulSet(String name) {
        return new Component(name, true);
    }

    /** Replicas when the control plane is highly available; a single one else. */
    Component replicas(int highlyAvailable) {
        this.replicas = highlyAvailable;
        this.dedicatedReplicas = highlyAvailable;
        return this;
    }

    /** Replicas when request-serving components have nodes of their own. */
    Component dedicatedReplicas(int count) {
        this.dedicatedReplicas = count;
        return this;
    }

    /** Replicas of a highly available control plane on a platform. */
    Component replicasOn(String platform, int count) {
        this.platformReplicas = Map.of(platform, count);
        return this;
    }

    /** How it is rolled out while it has one replica. */
    Component rolling(Object maxSurge, Object maxUnavailable) {
        this.strategy = JsonObject.of(
                "rollingUpdate",
                JsonObject.of("maxSurge", maxSurge, "maxUnavailable", maxUnavailable),
                "type",
                "RollingUpdate");
        return this;
    }

    /** Rolled out with the server's default surge. */
    Component rolling() {
        this.strategy = JsonObject.of("type", "RollingUpdate");
        return this;
    }

    /** Never two at the same time. */
    Component recreate() {
        this.strategy = JsonObject.of("type", "Recreate");
        return this;
    }

    Component priority(Priority priority) {
        this.priority = priority;
        return this;
    }

    /** A label of the pods that the workload selects them by. */
    Component select(String key, String value) {
        selector.put(key, value);
        labels.put(key, value);
        return this;
    }

    /** Selected by the label {@code app}, which is its name. */
    Component selectApp() {
        return select(APP, name);
    }

    /** Selected by the component label, which is its name. */
    Component selectComponent() {
        return select(COMPONENT, name);
    }

    /** A further label of the pods. */
    Component label(String key, String value) {
        labels.put(key, value);
        return this;
    }

    /** Labelled as the component of its name, without being selected by that. */
    Component component() {
        return label(COMPONENT, name);
    }

    /** Its pods talk to the management cluster's API server. */
    Component managementApi() {
        this.managementApi = controlPlane -> true;
        return this;
    }

    /** Its pods talk to the management cluster's API server when it is highly available. */
    Component managementApiWhenHighlyAvailable() {
        this.managementApi = ControlPlane::highlyAvailable;
        return this;
    }

    /** It answers requests of users or nodes. */
    Component requestServing() {
        this.requestServing = true;
        label(Labels.REQUEST_SERVING_COMPONENT, "true");
        return this;
    }

    /** Labels by which its replicas keep apart, where they are others than those of the selector. */
    Component spreadBy(Map<String, String> labelsToSpreadBy) {
        this.spread = Collections.unmodifiableMap(new LinkedHashMap<>(labelsToSpreadBy));
        return this;
    }

    Component init(Container... list) {
        this.initContainers = List.of(list);
        return this;
    }

    Component containers(Container... list) {
        this.containers = List.of(list);
        return this;
    }

    /** A container is left out unless the condition holds. */
    Component only(String container, Predicate<ControlPlane> condition) {
        Map<String, Predicate<ControlPlane>> more = new LinkedHashMap<>(onlyWhen);
        more.put(container, condition);
        this.onlyWhen = more;
        return this;
    }

    /** Images it needs from the payload besides those of its containers, as parameters of what it runs. */
    Component images(String... names) {
        this.lookups = List.of(names);
        return this;
    }

    Component serviceAccount(String account) {
        this.serviceAccount = account;
        return this;
    }

    /** The container whose resources, once they are there, are left to whoever changes them; else it is the first. */
    Component main(String container) {
        this.mainContainer = container;
        return this;
    }

    /** It is rolled out again when one of these files changes. */
    Component configuredBy(ControlPlaneConfigMaps.Entry... entries) {
        return hash(Annotations.CONFIG_HASH, PodHashes.of(List.of(entries)));
    }

    /** It is rolled out again when a text changes, whose hash is an annotation of its pods; without text there is none. */
    Component hash(String annotation, Function<ControlPlane, String> text) {
        Map<String, Function<ControlPlane, String>> more = new LinkedHashMap<>(hashes);
        more.put(annotation, text);
        this.hashes = more;
        return this;
    }

    /** It trusts the authorities that the user adds, too: their bundle is mounted into its first container. */
    Component trustsUserAuthorities() {
        this.trustsUserAuthorities = true;
        return this;
    }

    /** Its metrics are collected. */
    Component monitor(Monitor metrics) {
        this.monitor = Optional.of(metrics);
        return this;
    }

    /** It has a PodDisruptionBudget of its name. */
    Component disruptionBudget() {
        this.disruptionBudget = true;
        return this;
    }

    /** It is brought up only while the condition holds; what is there already stays. */
    Component when(Predicate<ControlPlane> condition) {
        this.when = condition;
        return this;
    }

    /** It has no replica while the condition holds. */
    Component scaledDownWhen(Predicate<ControlPlane> condition) {
        this.scaledDown = condition;
        return this;
    }

    /** The containers that a control plane's pods have. */
    List<Container> containersFor(ControlPlane controlPlane) {
        return kept(containers, controlPlane);
    }

    /** The containers that run before those. */
    List<Container> initContainersFor(ControlPlane controlPlane) {
        return kept(initContainers, controlPlane);
    }

    private List<Container> kept(List<Container> all, ControlPlane controlPlane) {
        if (onlyWhen.isEmpty()) {
            return all;
        }
        List<Container> kept = new ArrayList<>(all);
        kept.removeIf(
                container -> !onlyWhen.getOrDefault(container.name(), c -> true).test(controlPlane));
        return kept;
    }

    /** Names of the payload images it uses, in no order that matters. */
    List<String> imagesFor(ControlPlane controlPlane) {
        List<String> names = new ArrayList<>(lookups);
        initContainersFor(controlPlane).forEach(container -> names.add(container.image()));
        containersFor(controlPlane).forEach(container -> names.add(container.image()));
        return names;
    }

    /** The labels of its pods, but for those every pod of a control plane has. */
    Map<String, String> podLabels(ControlPlane controlPlane) {
        if (!managementApi.test(controlPlane)) {
            return labels;
        }
        Map<String, String> more = new LinkedHashMap<>(labels);
        more.put(Labels.NEED_MANAGEMENT_KAS_ACCESS, "true");
        return more;
    }

    /** How many pods it shall have. */
    int replicasFor(ControlPlane controlPlane) {
        return scaledDown.test(controlPlane) || controlPlane.debugged(name) ? 0 : fullReplicas(controlPlane);
    }

    /** How many pods it has unless it is switched off. */
    int fullReplicas(ControlPlane controlPlane) {
        if (!controlPlane.highlyAvailable()) {
            return 1;
        }
        if (onOwnNodes(controlPlane)) {
            return dedicatedReplicas;
        }
        return platformReplicas.getOrDefault(controlPlane.platformType(), replicas);
    }

    /** Whether its pods run on the nodes that serve the requests of one cluster only. */
    boolean onOwnNodes(ControlPlane controlPlane) {
        return requestServing && controlPlane.dedicatedRequestServing();
    }
}
