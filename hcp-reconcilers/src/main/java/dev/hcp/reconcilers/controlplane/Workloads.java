package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Hashes;
import dev.hcp.api.names.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns {@link Component}s into Deployments and StatefulSets. */
final class Workloads {
    private static final String TRUST = "trusted-ca";
    private static final JsonObject TRUST_VOLUME = JsonObject.of(
            "configMap",
            JsonObject.of(
                    "items",
                    JsonArray.of(JsonObject.of("key", "ca-bundle.crt", "path", "user-ca-bundle.pem")),
                    "name",
                    References.USER_CA_BUNDLE),
            "name",
            TRUST);

    /** Where a container finds the authorities that the user adds. */
    static final JsonObject TRUST_MOUNT =
            JsonObject.of("mountPath", "/etc/pki/tls/certs", "name", TRUST, "readOnly", true);

    private Workloads() {}

    /** The mount by which a container of a component that trusts them finds the authorities that the user adds. */
    static JsonObject trust(ControlPlane controlPlane) {
        return controlPlane.addsAuthorities()
                ? JsonObject.of("volumeMounts", JsonArray.of(TRUST_MOUNT))
                : JsonObject.EMPTY;
    }

    /**
     * The workload of a component that belongs to the control plane.
     *
     * @param live the workload as it is now, or the empty object: what its main container requests stays
     */
    static JsonObject render(Component component, ControlPlane controlPlane, JsonObject live) {
        return render(
                component,
                controlPlane,
                controlPlane.metadata(component.name, Map.of(Labels.MANAGED_BY, ControlPlane.OPERATOR_IMAGE)),
                live);
    }

    /** The workload of a component with that metadata. */
    static JsonObject render(Component component, ControlPlane controlPlane, JsonObject metadata, JsonObject live) {
        int replicas = component.replicasFor(controlPlane);
        JsonObject.Builder spec = JsonObject.builder(8)
                .put("replicas", replicas)
                .put("revisionHistoryLimit", 2)
                .put("selector", JsonObject.of("matchLabels", selector(component, controlPlane)))
                .put("template", template(component, controlPlane, live));
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
        int replicas = component.fullReplicas(controlPlane);
        if (replicas == 1) {
            return component.strategy;
        }
        boolean two = replicas == 2;
        return JsonObject.of(
                "rollingUpdate",
                JsonObject.of("maxSurge", two ? 1 : 0, "maxUnavailable", two && !component.requestServing ? 0 : 1),
                "type",
                "RollingUpdate");
    }

    private static JsonObject template(Component component, ControlPlane controlPlane, JsonObject live) {
        Map<String, Object> annotations = new TreeMap<>();
        annotations.put(Annotations.RELEASE_IMAGE, controlPlane.releaseImage());
        controlPlane
                .annotation(Annotations.RESTART_DATE)
                .ifPresent(date -> annotations.put(Annotations.RESTART_DATE, date));
        component.hashes.forEach((annotation, text) -> {
            String content = text.apply(controlPlane);
            if (!content.isEmpty()) {
                annotations.put(annotation, Hashes.simple(content));
            }
        });
        Map<String, String> labels = new TreeMap<>(component.podLabels(controlPlane));
        labels.put(Component.HOSTED_CONTROL_PLANE, controlPlane.namespace());
        return JsonObject.of(
                "metadata",
                JsonObject.of("annotations", annotations, "labels", labels),
                "spec",
                podSpec(component, controlPlane, live));
    }

    private static JsonObject podSpec(Component component, ControlPlane controlPlane, JsonObject live) {
        List<Container> containers = component.containersFor(controlPlane);
        List<Container> before = component.initContainersFor(controlPlane);
        JsonObject.Builder pod = JsonObject.builder(10)
                .put("affinity", affinity(component, controlPlane))
                .put("automountServiceAccountToken", !component.serviceAccount.isEmpty())
                .put("containers", containers(containers, component, controlPlane, live))
                .put("priorityClassName", controlPlane.priorityClass(component.priority));
        if (!before.isEmpty()) {
            pod.put("initContainers", containers(before, component, controlPlane, JsonObject.EMPTY));
        }
        if (!component.serviceAccount.isEmpty()) {
            pod.put("serviceAccountName", component.serviceAccount);
        }
        if (!controlPlane.nodeSelector().isEmpty()) {
            pod.put("nodeSelector", controlPlane.nodeSelector());
        }
        if (component.trustsUserAuthorities && controlPlane.addsAuthorities()) {
            pod.put("volumes", JsonArray.of(TRUST_VOLUME));
        }
        return pod.put("tolerations", controlPlane.scheduling().tolerations(component.onOwnNodes(controlPlane)))
                .build();
    }

    private static JsonArray containers(
            List<Container> list, Component component, ControlPlane controlPlane, JsonObject live) {
        Object[] rendered = new Object[list.size()];
        for (int i = 0; i < rendered.length; i++) {
            Container container = list.get(i);
            boolean main =
                    component.mainContainer.isEmpty() ? i == 0 : component.mainContainer.equals(container.name());
            rendered[i] = container.render(
                    controlPlane, component.name, main ? resources(live, container.name()) : JsonObject.EMPTY);
        }
        return JsonArray.of(rendered);
    }

    /** The resources a container has in a live workload. */
    private static JsonObject resources(JsonObject live, String container) {
        for (Object item : live.array("spec", "template", "spec", "containers")) {
            if (item instanceof JsonObject present && container.equals(present.text("name"))) {
                return present.object("resources");
            }
        }
        return JsonObject.EMPTY;
    }

    /** Close to the rest of its control plane, on nodes set aside for it; replicas apart by zone and by host. */
    private static JsonObject affinity(Component component, ControlPlane controlPlane) {
        JsonObject together = controlPlane.scheduling().affinity(component.onOwnNodes(controlPlane));
        if (component.fullReplicas(controlPlane) == 1) {
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
                                JsonObject.of("labelSelector", labels, "topologyKey", Labels.HOST_NAME))));
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
