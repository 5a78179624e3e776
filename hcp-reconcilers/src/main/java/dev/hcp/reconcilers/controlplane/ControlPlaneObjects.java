package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.MetricsSet;
import dev.hcp.reconcilers.Memory;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.PodMonitor;
import dev.hcp.reconcilers.Rbac;
import dev.hcp.reconcilers.ServiceMonitor;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Wants objects of one control plane in one pass. */
final class ControlPlaneObjects {
    private final Pass pass;
    private final Memory.OfPrimary memory;
    private final ControlPlane controlPlane;
    private final Set<String> missingImages = new TreeSet<>();

    ControlPlaneObjects(Pass pass, Memory.OfPrimary memory, ControlPlane controlPlane) {
        this.pass = pass;
        this.memory = memory;
        this.controlPlane = controlPlane;
    }

    Pass pass() {
        return pass;
    }

    ControlPlane controlPlane() {
        return controlPlane;
    }

    /** Images that components needed and the payload lacks, sorted. */
    Set<String> missingImages() {
        return missingImages;
    }

    ObjectKey key(String name) {
        return new ObjectKey(controlPlane.namespace(), name);
    }

    Optional<JsonObject> tree(Class<? extends HasMetadata> type, String name) {
        return pass.tree(type, controlPlane.namespace(), name);
    }

    void apply(Class<? extends HasMetadata> type, String name, Supplier<JsonObject> object) {
        pass.apply(memory, type, key(name), object);
    }

    /** A workload with its disruption budget and monitor, where the control plane has it. */
    void component(Component component) {
        if (!component.when.test(controlPlane)) {
            return;
        }
        for (String image : component.imagesFor(controlPlane)) {
            if (controlPlane.lacksImage(image)) {
                missingImages.add(image);
            }
        }
        Class<? extends HasMetadata> type = component.stateful ? StatefulSet.class : Deployment.class;
        apply(
                type,
                component.name,
                () -> Workloads.render(
                        component, controlPlane, tree(type, component.name).orElse(JsonObject.EMPTY)));
        if (component.disruptionBudget) {
            apply(PodDisruptionBudget.class, component.name, () -> Workloads.disruptionBudget(component, controlPlane));
        }
        component.monitor.filter(monitor -> monitored()).ifPresent(this::monitor);
    }

    /** Metrics are collected once the cluster has a version, for before many would be missed. */
    private boolean monitored() {
        return controlPlane.versionAvailable()
                && controlPlane
                        .annotation(Annotations.DISABLE_MONITORING_SERVICES)
                        .isEmpty()
                && pass.managementCluster().serves(ManagementCluster.MONITORING);
    }

    private void monitor(Monitor monitor) {
        MetricsSet set = pass.managementCluster().operator().metricsSet();
        apply(
                monitor.ofPods() ? PodMonitor.class : ServiceMonitor.class,
                monitor.name(),
                () -> monitor.render(controlPlane, set));
    }

    /** A service account with its role, where the control plane has it. */
    void identity(ServiceIdentities.Identity identity) {
        if (!identity.when().test(controlPlane)) {
            return;
        }
        apply(
                ServiceAccount.class,
                identity.account(),
                () -> Rbac.serviceAccount(controlPlane.metadata(identity.account(), Map.of())));
        if (identity.rules().isEmpty()) {
            return;
        }
        String role = identity.role();
        apply(Role.class, role, () -> Rbac.role("Role", controlPlane.metadata(role, Map.of()), identity.rules()));
        apply(
                RoleBinding.class,
                role,
                () -> Rbac.binding(
                        "RoleBinding",
                        controlPlane.metadata(role, Map.of()),
                        "Role",
                        role,
                        controlPlane.namespace(),
                        identity.account()));
    }

    void configMap(ControlPlaneConfigMaps.Entry entry) {
        apply(
                ConfigMap.class,
                entry.name(),
                () -> JsonObject.of(
                        "apiVersion",
                        "v1",
                        "data",
                        JsonObject.copyOf(entry.data().apply(controlPlane)),
                        "kind",
                        "ConfigMap",
                        "metadata",
                        controlPlane.metadata(entry.name(), entry.labels())));
    }

    void service(ControlPlaneServices.Entry entry) {
        apply(Service.class, entry.name(), () -> entry.render(controlPlane));
    }

    /** A Secret made once, of text that is only asked for when it does not exist. */
    void secretOnce(String name, Map<String, String> labels, Supplier<Map<String, String>> texts) {
        if (tree(Secret.class, name).isEmpty()) {
            pass.createIfAbsent(Secret.class, secret(controlPlane.metadata(name, labels), texts.get(), ""));
        }
    }

    static JsonObject secret(JsonObject metadata, Map<String, String> texts, String type) {
        JsonObject.Builder data = JsonObject.builder(texts.size());
        texts.forEach((key, text) -> data.put(key, base64(text)));
        JsonObject secret =
                JsonObject.of("apiVersion", "v1", "data", data.build(), "kind", "Secret", "metadata", metadata);
        return type.isEmpty() ? secret : secret.with("type", type);
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text of a Secret's key, or empty. */
    static String text(JsonObject secret, String key) {
        return secret.at("data", key) instanceof String encoded
                ? new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8)
                : "";
    }

    /**
     * Ready pods and generation of a workload are those of its newest specification; one that this pass changes will have a
     * generation that nobody has observed yet.
     */
    boolean ready(Component component) {
        Class<? extends HasMetadata> type = component.stateful ? StatefulSet.class : Deployment.class;
        boolean changing = pass.changes(type, new ObjectKey(controlPlane.namespace(), component.name));
        return tree(type, component.name)
                .filter(live -> !changing || live.integer(0, "metadata", "generation") == 0)
                .filter(live -> WorkloadStatus.isReady(live, component.stateful))
                .isPresent();
    }

    /** The ports of a Service that exists. */
    JsonArray ports(JsonObject service) {
        return service.array("spec", "ports");
    }
}
