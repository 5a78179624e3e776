package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns {@link Component}s into Deployments and StatefulSets. */
final class Workloads {
    private static final String RELEASE_IMAGE = "hypershift.openshift.io/release-image";
    private static final String RESTART_DATE = "hypershift.openshift.io/restart-date";
    private static final String MANAGED_BY = "hypershift.openshift.io/managed-by";
    private static final String CONFIG_HASH = "hypershift.openshift.io/config-hash";

    private Workloads() {}

    /** The workload of a component that belongs to the control plane. */
    static JsonObject render(Component component, ControlPlane controlPlane) {
        return render(
                component,
                controlPlane,
                controlPlane.metadata(component.name, Map.of(MANAGED_BY, "control-plane-operator")));
    }

    /** The workload of a component with that metadata. */
    static JsonObject render(Component component, ControlPlane controlPlane, JsonObject metadata) {
        int replicas = component.replicasFor(controlPlane);
        JsonObject.Builder spec = JsonObject.builder(8)
                .put("replicas", replicas)
                .put("revisionHistoryLimit", 2)
                .put("selector", JsonObject.of("matchLabels", selector(component, controlPlane)))
                .put("template", template(component, controlPlane));
        if (component.stateful) {
            spec.put("podManagementPolicy", "Parallel")
                    .put("serviceName", component.name + "-discovery")
                    .put("updateStrategy", JsonObject.of("type", "RollingUpdate"))
                    .put("volumeClaimTemplates", JsonArray.of(controlPlane.etcdVolumeClaim()));
        } else {
            JsonObject strategy = strategy(component, controlPlane);
            if (!strategy.isEmpty()) {
                spec.put("strategy", strategy);
            }
        }
        return JsonObject.of(
                "apiVersion",
                "apps/v1",
                "kind",
                component.stateful ? "StatefulSet" : "Deployment",
                "metadata",
                metadata,
                "spec",
                spec.build());
    }

    private static JsonObject selector(Component component, ControlPlane controlPlane) {
        return JsonObject.copyOf(withNamespace(component.selector, controlPlane));
    }

    private static Map<String, String> withNamespace(Map<String, String> labels, ControlPlane controlPlane) {
        if (!labels.containsKey(Component.HOSTED_CONTROL_PLANE)) {
            return labels;
        }
        Map<String, String> filled = new LinkedHashMap<>(labels);
        filled.put(Component.HOSTED_CONTROL_PLANE, controlPlane.namespace());
        return filled;
    }

    private static JsonObject strategy(Component component, ControlPlane controlPlane) {
        if (!controlPlane.highlyAvailable() || component.replicas == 1) {
            return component.strategy;
        }
        boolean two = component.replicas == 2;
        return JsonObject.of(
                "rollingUpdate",
                JsonObject.of("maxSurge", two ? 1 : 0, "maxUnavailable", two && !component.requestServing ? 0 : 1),
                "type",
                "RollingUpdate");
    }

    private static JsonObject template(Component component, ControlPlane controlPlane) {
        Map<String, Object> annotations = new TreeMap<>();
        annotations.put(RELEASE_IMAGE, controlPlane.releaseImage());
        controlPlane.annotation(RESTART_DATE).ifPresent(date -> annotations.put(RESTART_DATE, date));
        if (component.configured) {
            annotations.put(
                    CONFIG_HASH,
                    Integer.toHexString(controlPlane.configuration().hashCode()));
        }
        Map<String, String> labels = new TreeMap<>(component.podLabels(controlPlane));
        labels.put(Component.HOSTED_CONTROL_PLANE, controlPlane.namespace());
        return JsonObject.of(
                "metadata",
                JsonObject.of("annotations", annotations, "labels", labels),
                "spec",
                podSpec(component, controlPlane));
    }

    private static JsonObject podSpec(Component component, ControlPlane controlPlane) {
        JsonObject.Builder pod = JsonObject.builder(10)
                .put("affinity", affinity(component, controlPlane))
                .put("automountServiceAccountToken", !component.serviceAccount.isEmpty())
                .put("containers", containers(component.containersFor(controlPlane), component, controlPlane))
                .put("priorityClassName", controlPlane.priorityClass(component.priority));
        if (!component.initContainers.isEmpty()) {
            pod.put("initContainers", containers(component.initContainers, component, controlPlane));
        }
        if (!component.serviceAccount.isEmpty()) {
            pod.put("serviceAccountName", component.serviceAccount);
        }
        if (!controlPlane.nodeSelector().isEmpty()) {
            pod.put("nodeSelector", controlPlane.nodeSelector());
        }
        return pod.put("tolerations", controlPlane.tolerations()).build();
    }

    private static JsonArray containers(List<Container> list, Component component, ControlPlane controlPlane) {
        Object[] rendered = new Object[list.size()];
        for (int i = 0; i < rendered.length; i++) {
            rendered[i] = list.get(i).render(controlPlane, component.name);
        }
        return JsonArray.of(rendered);
    }

    /** Close to the rest of its control plane, on nodes set aside for it; replicas apart by zone and by host. */
    private static JsonObject affinity(Component component, ControlPlane controlPlane) {
        JsonObject together = controlPlane.colocation();
        if (!controlPlane.highlyAvailable() || component.replicas == 1) {
            return together;
        }
        Map<String, String> apart = component.spread.isEmpty() ? component.selector : component.spread;
        JsonObject labels = JsonObject.of("matchLabels", withNamespace(apart, controlPlane));
        return together.with(
                "podAntiAffinity",
                JsonObject.of(
                        "requiredDuringSchedulingIgnoredDuringExecution",
                        JsonArray.of(
                                JsonObject.of("labelSelector", labels, "topologyKey", "topology.kubernetes.io/zone"),
                                JsonObject.of("labelSelector", labels, "topologyKey", "kubernetes.io/hostname"))));
    }

    /** The PodDisruptionBudget of a component. */
    static JsonObject disruptionBudget(Component component, ControlPlane controlPlane) {
        JsonObject.Builder spec = JsonObject.builder(2);
        if (controlPlane.highlyAvailable()) {
            spec.put("maxUnavailable", 1);
        } else {
            spec.put("minAvailable", 1);
        }
        return JsonObject.of(
                "apiVersion",
                "policy/v1",
                "kind",
                "PodDisruptionBudget",
                "metadata",
                controlPlane.metadata(component.name, Map.of()),
                "spec",
                spec.put("selector", JsonObject.of("matchLabels", selector(component, controlPlane)))
                        .build());
    }
}
