package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.HcpException;
import dev.hcp.api.capi.Cluster;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.OperatorCapability;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.Memory;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.PodMonitor;
import dev.hcp.reconcilers.controlplane.ManagementComponents;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Optional;

/** What the HyperShift operator keeps in the namespace of a control plane. */
final class ControlPlaneNamespace {
    private final ClusterView cluster;
    private final HostedCluster typed;
    private final PlatformProvider platform;
    private final Pass pass;
    private final Memory memory;
    private final ReleaseMetadata release;

    ControlPlaneNamespace(
            ClusterView cluster,
            HostedCluster typed,
            PlatformProvider platform,
            Pass pass,
            Memory memory,
            ReleaseMetadata release) {
        this.cluster = cluster;
        this.typed = typed;
        this.platform = platform;
        this.pass = pass;
        this.memory = memory;
        this.release = release;
    }

    /**
     * Everything, in the order in which parts need each other.
     *
     * @throws HcpException when something it needs from the user is missing
     */
    void reconcile(Optional<JsonObject> controlPlane, Conditions conditions) {
        ClusterSecrets secrets = new ClusterSecrets(cluster, pass);
        secrets.adopt();
        pass.apply(Namespace.class, namespace());
        credentials(conditions);
        secrets.copyToControlPlane();
        ControlPlaneCopy.reconcile(cluster, controlPlane, platform, pass);
        JsonObject desired = pass.tree(HostedControlPlane.class, cluster.controlPlaneNamespace(), cluster.name())
                .orElseThrow(() -> new HcpException("the hosted control plane vanished within a pass"));
        infrastructure();
        secrets.copyToUser(desired.object("status"));
        secrets.webhookCertificate();
        workloads(desired);
    }

    private JsonObject namespace() {
        String profile = cluster.annotation(ClusterView.PREFIX + "pod-security-admission-label-override")
                .map(override -> override.toLowerCase(java.util.Locale.ROOT))
                .orElse(release.announces(OperatorCapability.RESTRICTED_PODS) ? "restricted" : "privileged");
        return JsonObject.of(
                "apiVersion",
                "v1",
                "kind",
                "Namespace",
                "metadata",
                JsonObject.of(
                        "annotations",
                        JsonObject.of(ClusterView.CLUSTER, cluster.key().toString()),
                        "labels",
                        JsonObject.of(
                                ClusterView.PREFIX + "hosted-control-plane",
                                "true",
                                "pod-security.kubernetes.io/audit",
                                profile,
                                "pod-security.kubernetes.io/enforce",
                                profile,
                                "pod-security.kubernetes.io/warn",
                                profile,
                                "security.openshift.io/scc.podSecurityLabelSync",
                                "false"),
                        "name",
                        cluster.controlPlaneNamespace()));
    }

    private void credentials(Conditions conditions) {
        String type = "PlatformCredentialsFound";
        List<HasMetadata> objects;
        try {
            objects = platform.credentials(typed, pass);
        } catch (HcpException e) {
            conditions.set(type, false, "PlatformCredentialsNotFound", String.valueOf(e.getMessage()));
            throw e;
        }
        objects.forEach(pass::apply);
        conditions.set(type, true, "AsExpected", "Required platform credentials are found");
    }

    /** The Cluster API infrastructure object, and the Cluster that ties it to the control plane. */
    private void infrastructure() {
        Optional<HostedControlPlane> controlPlane =
                pass.get(HostedControlPlane.class, cluster.controlPlaneNamespace(), cluster.name());
        Optional<HasMetadata> infrastructure = platform.infrastructure(typed, controlPlane, pass);
        if (infrastructure.isEmpty()) {
            return;
        }
        HasMetadata object = infrastructure.get();
        JsonObject tree =
                Json.toTree(object).withAt(cluster.key().toString(), "metadata", "annotations", ClusterView.CLUSTER);
        pass.apply(object.getClass(), tree);
        if (!tree.object("status").isEmpty()) {
            pass.status(object.getClass(), tree);
        }
        JsonObject wanted = JsonObject.of(
                "apiVersion",
                "cluster.x-k8s.io/v1beta1",
                "kind",
                "Cluster",
                "metadata",
                cluster.metadata(cluster.infraId()),
                "spec",
                JsonObject.of(
                        "controlPlaneRef",
                        reference("hypershift.openshift.io/v1beta1", "HostedControlPlane", cluster.name()),
                        "infrastructureRef",
                        reference(
                                object.getApiVersion(),
                                object.getKind(),
                                object.getMetadata().getName())));
        // The endpoint is Cluster API's to fill in; its fields are required, so a new Cluster has them without a value.
        pass.createIfAbsent(
                Cluster.class, wanted.withAt(JsonObject.of("host", "", "port", 0), "spec", "controlPlaneEndpoint"));
        pass.apply(Cluster.class, wanted);
    }

    private JsonObject reference(String apiVersion, String kind, String name) {
        return JsonObject.of(
                "apiVersion", apiVersion, "kind", kind, "name", name, "namespace", cluster.controlPlaneNamespace());
    }

    private void workloads(JsonObject controlPlane) {
        Memory.OfPrimary known = memory.of(
                cluster.key(),
                List.of(
                        cluster.spec(),
                        cluster.annotations(),
                        release,
                        controlPlane.object("spec"),
                        controlPlane.object("metadata", "annotations"),
                        String.valueOf(controlPlane.text("metadata", "uid")),
                        controlPlane.object("status", "kubeConfig")));
        ManagementComponents components =
                new ManagementComponents(pass, known, controlPlane, release, operatorImage(), cluster::metadata);
        if (!cluster.hasAnnotation("disable-machine-management")) {
            components.clusterApi();
            known.remember("capi-provider", () -> platform.capiProvider(typed, release, pass))
                    .ifPresent(components::capiProvider);
        }
        components.operator();
        components.standIns();
        if (pass.managementCluster().serves(ManagementCluster.MONITORING)) {
            pass.apply(known, PodMonitor.class, cluster.inControlPlane("controlplane-operator"), this::podMonitor);
        }
        for (JsonObject policy : known.remember("network-policies", () -> NetworkPolicies.of(cluster))) {
            pass.apply(known, NetworkPolicy.class, ObjectKey.of(policy), () -> policy);
        }
    }

    private JsonObject podMonitor() {
        return JsonObject.of(
                "apiVersion",
                "monitoring.coreos.com/v1",
                "kind",
                "PodMonitor",
                "metadata",
                cluster.metadata("controlplane-operator"),
                "spec",
                JsonObject.of(
                        "jobLabel",
                        "component",
                        "podMetricsEndpoints",
                        JsonArray.of(JsonObject.of("interval", "15s", "port", "metrics")),
                        "selector",
                        JsonObject.of("matchLabels", JsonObject.of("name", "control-plane-operator"))));
    }

    private String operatorImage() {
        return cluster.annotation(ClusterView.PREFIX + "control-plane-operator-image")
                .orElseGet(() -> release.componentImages()
                        .getOrDefault(
                                "hypershift",
                                pass.managementCluster().operator().image()));
    }
}
