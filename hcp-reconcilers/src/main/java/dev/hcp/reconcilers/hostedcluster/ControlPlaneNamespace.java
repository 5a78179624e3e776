package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.HcpException;
import dev.hcp.api.capi.Cluster;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.names.Labels;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.OperatorCapability;
import dev.hcp.platforms.OperatorFeature;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.Memory;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.QuietPasses;
import dev.hcp.reconcilers.controlplane.ManagementComponents;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the HyperShift operator keeps in the namespace of a control plane. */
final class ControlPlaneNamespace {
    private final ClusterView cluster;
    private final HostedCluster typed;
    private final PlatformProvider platform;
    private final Pass pass;
    private final Memory memory;
    private final Memory quietParts;
    private final ReleaseMetadata release;

    /**
     * @param memory for what is wanted
     * @param quietParts for the parts of a pass that had nothing to do
     */
    ControlPlaneNamespace(
            ClusterView cluster,
            HostedCluster typed,
            PlatformProvider platform,
            Pass pass,
            Memory memory,
            Memory quietParts,
            ReleaseMetadata release) {
        this.cluster = cluster;
        this.typed = typed;
        this.platform = platform;
        this.pass = pass;
        this.memory = memory;
        this.quietParts = quietParts;
        this.release = release;
    }

    /**
     * Everything, in the order in which parts need each other.
     *
     * @return whether all was done; if not, the specification asks for what cannot be, and another try would not help
     * @throws HcpException when something it needs from the user is missing
     */
    boolean reconcile(Optional<JsonObject> controlPlane, Conditions conditions) {
        OperatorImage operator = OperatorImage.of(cluster, release, pass);
        pass.apply(Namespace.class, namespace(operator.release()));
        credentials(conditions);
        boolean scales = ControlPlaneCopy.anyPoolScalesItself(cluster, pass);
        Memory.OfPrimary parts = quietParts.of(cluster.key(), inputs(scales));
        boolean possible =
                unlessQuiet(parts.remember("copies", QuietPasses::new), ControlPlaneNamespace::copiedOver, part -> {
                    boolean copied = new ClusterSecrets(cluster, part).copyToControlPlane();
                    if (copied) {
                        ControlPlaneCopy.reconcile(cluster, controlPlane, platform, scales, part);
                    }
                    return copied;
                });
        if (!possible) {
            return false;
        }
        JsonObject desired = pass.tree(HostedControlPlane.class, cluster.controlPlaneNamespace(), cluster.name())
                .orElseThrow(() -> new HcpException("the hosted control plane vanished within a pass"));
        infrastructure();
        return unlessQuiet(parts.remember("workloads", QuietPasses::new), ControlPlaneNamespace::workedWith, part -> {
            new UserCopies(cluster, part).reconcile(desired.object("status"));
            workloads(desired, operator, part);
            return true;
        });
    }

    private boolean unlessQuiet(QuietPasses quiet, Function<JsonObject, Object> ofControlPlane, Predicate<Pass> part) {
        return pass.unlessQuiet(
                quiet,
                cluster.key(),
                reads -> reads.only(
                        HostedControlPlane.class, cluster.controlPlaneNamespace(), cluster.name(), ofControlPlane),
                part);
    }

    /** What the parts of a pass depend on besides the objects that they read. */
    private List<Object> inputs(boolean scales) {
        return List.of(
                cluster.spec(),
                cluster.annotations(),
                cluster.labels(),
                cluster.ownerReference(),
                release,
                pass.managementCluster(),
                scales);
    }

    /** What of a control plane is made from the HostedCluster. */
    private static Object copiedOver(JsonObject controlPlane) {
        return JsonObject.of(
                "annotations", controlPlane.at("metadata", "annotations"),
                "labels", controlPlane.at("metadata", "labels"),
                "spec", controlPlane.get("spec"));
    }

    /** What of a control plane its workloads and the copies of its Secrets depend on. */
    private static Object workedWith(JsonObject controlPlane) {
        JsonObject status = controlPlane.object("status");
        return JsonObject.builder(8)
                .put("annotations", controlPlane.at("metadata", "annotations"))
                .put("available", isAvailable(controlPlane))
                .put("kubeConfig", status.get("kubeConfig"))
                .put("kubeadminPassword", status.get("kubeadminPassword"))
                .put("labels", controlPlane.at("metadata", "labels"))
                .put("owners", controlPlane.at("metadata", "ownerReferences"))
                .put("spec", controlPlane.get("spec"))
                .put("uid", controlPlane.at("metadata", "uid"))
                .build();
    }

    private static boolean isAvailable(JsonObject controlPlane) {
        for (Object item : controlPlane.array("status", "conditions")) {
            if (item instanceof JsonObject condition
                    && ConditionTypes.CLUSTER_VERSION_AVAILABLE.equals(condition.text("type"))) {
                return Conditions.TRUE.equals(condition.text("status"));
            }
        }
        return false;
    }

    private JsonObject namespace(ReleaseMetadata operatorRelease) {
        String profile = cluster.annotation(Annotations.POD_SECURITY_ADMISSION_LABEL_OVERRIDE)
                .filter(override -> !override.isEmpty())
                .map(override -> override.toLowerCase(Locale.ROOT))
                .orElse(operatorRelease.announces(OperatorCapability.RESTRICTED_PODS) ? "restricted" : "privileged");
        JsonObject.Builder labels = JsonObject.builder(8)
                .put(Labels.HOSTED_CONTROL_PLANE, "true")
                .put(Labels.MONITORING, "true")
                .put("pod-security.kubernetes.io/audit", profile)
                .put("pod-security.kubernetes.io/enforce", profile)
                .put("pod-security.kubernetes.io/warn", profile)
                .put(Labels.POD_SECURITY_SYNC, "false");
        if (pass.managementCluster().operator().has(OperatorFeature.CLUSTER_MONITORING)) {
            labels.put(Labels.CLUSTER_MONITORING, "true");
        }
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
                        labels.build(),
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
            throw new HcpException("failed to reconcile platform credentials: " + e.getMessage(), e);
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
    }

    private JsonObject reference(String apiVersion, String kind, String name) {
        return JsonObject.of(
                "apiVersion", apiVersion, "kind", kind, "name", name, "namespace", cluster.controlPlaneNamespace());
    }

    private void workloads(JsonObject controlPlane, OperatorImage operator, Pass pass) {
        ManagementCluster management = pass.managementCluster();
        TrustedAuthorities authorities = new TrustedAuthorities(pass);
        Memory.OfPrimary known = memory.of(
                cluster.key(),
                List.of(
                        cluster.spec(),
                        cluster.annotations(),
                        release,
                        operator,
                        management,
                        authorities.any(),
                        controlPlane.object("spec"),
                        controlPlane.object("metadata", "annotations"),
                        String.valueOf(controlPlane.text("metadata", "uid")),
                        controlPlane.object("status", "kubeConfig")));
        ManagementComponents components = new ManagementComponents(
                pass, known, controlPlane, operator.release(), operator.image(), cluster::metadata);
        if (cluster.annotation(Annotations.DISABLE_MACHINE_MANAGEMENT).isEmpty()) {
            new ClusterSecrets(cluster, pass).webhookCertificate();
            components.clusterApi();
            known.remember("capi-provider", () -> platform.capiProvider(typed, operator.release(), pass))
                    .ifPresent(components::capiProvider);
            components.machineStandIns();
        }
        MonitoringObjects monitoring = new MonitoringObjects(cluster, pass);
        monitoring.copyMetricsChoice();
        authorities.copyFor(cluster);
        components.operator(OperatorInvocation.of(cluster, operator, management), authorities.any());
        monitoring.monitorOperator(known);
        new OperatorAccess(cluster).reconcile(operator.release(), pass, known);
        components.ignitionStandIn();
        for (JsonObject policy :
                known.remember("network-policies", () -> NetworkPolicies.of(cluster, operator.release(), management))) {
            pass.apply(known, NetworkPolicy.class, ObjectKey.of(policy), () -> policy);
        }
    }
}
