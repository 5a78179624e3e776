package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.SecretNames;
import dev.hcp.platforms.CapiProvider;
import dev.hcp.platforms.OperatorCapability;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.reconcilers.Memory;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.Rbac;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What the HyperShift operator itself runs in a control plane namespace: Cluster API and the control plane operator. */
public final class ManagementComponents {
    private static final String CAPI_ROLE = "hypershift-cluster-api";

    /** The environment variable by which a container knows its namespace. */
    public static final JsonObject OWN_NAMESPACE = JsonObject.of(
            "name",
            "MY_NAMESPACE",
            "valueFrom",
            JsonObject.of("fieldRef", JsonObject.of("fieldPath", "metadata.namespace")));

    /** The ConfigMap with certificate authorities that the management cluster trusts. */
    public static final String TRUSTED_AUTHORITIES = "openshift-config-managed-trusted-ca-bundle";

    private static final Component CLUSTER_API = Component.deployment("cluster-api")
            .selectApp()
            .selectComponent()
            .managementApi()
            .containers(Container.of("manager", "cluster-capi-controllers", "10m", "20Mi")
                    .tcp("healthz", 9440)
                    .arguments(controlPlane -> List.of(
                            "--namespace",
                            "$(MY_NAMESPACE)",
                            "--v=4",
                            "--leader-elect=true",
                            "--leader-elect-lease-duration=137s",
                            "--leader-elect-retry-period=26s",
                            "--leader-elect-renew-deadline=107s")))
            .serviceAccount("cluster-api");

    private static final Component OPERATOR = Component.deployment("control-plane-operator")
            .recreate()
            .select(Component.NAME, "control-plane-operator")
            .label(Component.APP, "control-plane-operator")
            .component()
            .managementApi()
            .containers(Container.of("control-plane-operator", ControlPlane.OPERATOR_IMAGE, "10m", "80Mi")
                    .tcp("metrics", 8080)
                    .tcp("healthz", 6060))
            .serviceAccount("control-plane-operator");

    private static final Component CAPI_PROVIDER = Component.deployment("capi-provider")
            .selectApp()
            .selectComponent()
            .managementApi()
            .serviceAccount("capi-provider");

    private static final List<JsonObject> CAPI_RULES = List.of(
            Rbac.rule(
                    "bootstrap.cluster.x-k8s.io,controlplane.cluster.x-k8s.io,infrastructure.cluster.x-k8s.io,"
                            + "machines.cluster.x-k8s.io,exp.infrastructure.cluster.x-k8s.io,"
                            + "addons.cluster.x-k8s.io,exp.cluster.x-k8s.io,cluster.x-k8s.io",
                    "*",
                    "*"),
            Rbac.rule("hypershift.openshift.io", "*", "*"),
            Rbac.rule("coordination.k8s.io", "leases", "*"),
            Rbac.rule("", "configmaps,events,nodes,secrets", "*"));

    private static final List<JsonObject> PROVIDER_RULES = List.of(
            Rbac.rule("", "events,secrets,configmaps", "*"),
            Rbac.rule("coordination.k8s.io", "leases", "*"),
            Rbac.rule("infrastructure.cluster.x-k8s.io", "*", "*"),
            Rbac.rule("cluster.x-k8s.io", "clusters,clusters/status,machines,machines/status", "get,list,watch"),
            Rbac.rule("hypershift.openshift.io", "hostedcontrolplanes", "*"));

    private static final List<JsonObject> OPERATOR_RULES = List.of(
            Rbac.rule("hypershift.openshift.io", "*", "*"),
            Rbac.rule("cluster.x-k8s.io,infrastructure.cluster.x-k8s.io", "*", "*"),
            Rbac.rule("", "*", "*"),
            Rbac.rule("apps", "deployments,replicasets,statefulsets", "*"),
            Rbac.rule("batch", "cronjobs,jobs", "*"),
            Rbac.rule("policy", "poddisruptionbudgets", "*"),
            Rbac.rule("rbac.authorization.k8s.io", "roles,rolebindings", "*"),
            Rbac.rule("route.openshift.io", "routes,routes/custom-host", "*"),
            Rbac.rule("monitoring.coreos.com", "podmonitors,prometheusrules,servicemonitors", "*"),
            Rbac.rule("coordination.k8s.io", "leases", "*"));

    private final Pass pass;
    private final Memory.OfPrimary memory;
    private final ControlPlane controlPlane;
    private final Function<String, JsonObject> metadata;

    /**
     * @param memory what is remembered of the HostedCluster, for inputs that include the other arguments
     * @param controlPlane the HostedControlPlane as it shall be
     * @param release the release of the management side
     * @param operatorImage image of the control plane operator
     * @param metadata from the name of an object in the control plane namespace to its metadata
     */
    public ManagementComponents(
            Pass pass,
            Memory.OfPrimary memory,
            JsonObject controlPlane,
            ReleaseMetadata release,
            String operatorImage,
            Function<String, JsonObject> metadata) {
        this.pass = pass;
        this.memory = memory;
        this.controlPlane = new ControlPlane(controlPlane, release).withOperatorImage(operatorImage);
        this.metadata = metadata;
    }

    /** The Cluster API manager. */
    public void clusterApi() {
        String namespace = controlPlane.namespace();
        pass.apply(
                memory,
                ClusterRole.class,
                new ObjectKey("", CAPI_ROLE),
                () -> Rbac.role(
                        "ClusterRole",
                        JsonObject.of("name", CAPI_ROLE),
                        List.of(Rbac.rule("apiextensions.k8s.io", "customresourcedefinitions", "get,list,watch"))));
        String binding = clusterApiBinding(namespace);
        pass.apply(
                memory,
                ClusterRoleBinding.class,
                new ObjectKey("", binding),
                () -> Rbac.binding(
                        "ClusterRoleBinding",
                        JsonObject.of("name", binding),
                        "ClusterRole",
                        CAPI_ROLE,
                        namespace,
                        "cluster-api"));
        identity("cluster-api", CAPI_RULES);
        apply(
                Deployment.class,
                CLUSTER_API.name,
                () -> editPod(render(CLUSTER_API), pod -> {
                    JsonObject container = pod.array("containers").object(0).with("env", JsonArray.of(OWN_NAMESPACE));
                    return mount(
                            pod.with("containers", JsonArray.of(container)),
                            JsonObject.of(
                                    "name",
                                    SecretNames.CAPI_WEBHOOKS_TLS,
                                    "secret",
                                    JsonObject.of("secretName", SecretNames.CAPI_WEBHOOKS_TLS)),
                            "/tmp/k8s-webhook-server/serving-certs");
                }));
    }

    /** Name of the ClusterRoleBinding of the Cluster API manager of a control plane namespace. */
    public static String clusterApiBinding(String namespace) {
        return CAPI_ROLE + "-" + namespace;
    }

    /** A platform's Cluster API provider. */
    public void capiProvider(CapiProvider provider) {
        List<JsonObject> rules = new ArrayList<>(PROVIDER_RULES);
        provider.rules().forEach(rule -> rules.add(Json.toTree(rule)));
        identity("capi-provider", rules);
        apply(Deployment.class, CAPI_PROVIDER.name, () -> {
            JsonObject pod = Json.toTree(provider.pod());
            return editPod(render(CAPI_PROVIDER), spec -> {
                JsonObject.Builder merged = spec.toBuilder();
                pod.forEach(merged::put);
                return merged.build();
            });
        });
    }

    /**
     * How the control plane operator is started.
     *
     * @param arguments its arguments
     * @param environment its environment variables, as they are written in a pod
     */
    public record Invocation(List<String> arguments, List<JsonObject> environment) {
        public Invocation {
            arguments = List.copyOf(arguments);
            environment = List.copyOf(environment);
        }
    }

    /**
     * The control plane operator.
     *
     * @param trustedAuthorities whether there is a ConfigMap with authorities that it shall trust besides its own
     */
    public void operator(Invocation invocation, boolean trustedAuthorities) {
        identity("control-plane-operator", OPERATOR_RULES);
        apply(Deployment.class, OPERATOR.name, () -> {
            JsonObject deployment = editPod(render(OPERATOR), pod -> {
                JsonObject container = pod.array("containers")
                        .object(0)
                        .with("args", JsonArray.copyOf(invocation.arguments()))
                        .with("env", JsonArray.copyOf(invocation.environment()));
                return pod.with("containers", JsonArray.of(container));
            });
            return trustedAuthorities
                    ? editPod(
                            deployment,
                            pod -> mount(
                                    pod,
                                    JsonObject.of(
                                            "configMap",
                                            JsonObject.of("name", TRUSTED_AUTHORITIES),
                                            "name",
                                            "trusted-ca"),
                                    "/etc/pki/ca-trust/extracted/pem"))
                    : deployment;
        });
    }

    private static JsonObject editPod(JsonObject deployment, UnaryOperator<JsonObject> edit) {
        return deployment.withAt(edit.apply(deployment.object("spec", "template", "spec")), "spec", "template", "spec");
    }

    /** A pod whose first container reads a volume. */
    private static JsonObject mount(JsonObject pod, JsonObject volume, String path) {
        JsonObject container = pod.array("containers")
                .object(0)
                .with(
                        "volumeMounts",
                        JsonArray.of(JsonObject.of("mountPath", path, "name", volume.get("name"), "readOnly", true)));
        return pod.with("containers", JsonArray.of(container)).with("volumes", JsonArray.of(volume));
    }

    /** What the operator of an older release leaves to the HyperShift operator, of what manages machines. */
    public void machineStandIns() {
        ReleaseMetadata release = controlPlane.release();
        ControlPlaneObjects objects = new ControlPlaneObjects(pass, memory, controlPlane);
        if (!release.announces(OperatorCapability.MANAGES_AUTOSCALER)) {
            objects.identity(ServiceIdentities.AUTOSCALER);
            objects.component(OperatorComponents.AUTOSCALER);
        }
        if (!release.announces(OperatorCapability.MANAGES_MACHINE_APPROVER)) {
            objects.identity(ServiceIdentities.MACHINE_APPROVER);
            objects.configMap(ControlPlaneConfigMaps.MACHINE_APPROVER);
            objects.component(OperatorComponents.MACHINE_APPROVER);
        }
    }

    /** The ignition server, where the operator of an older release leaves it to the HyperShift operator. */
    public void ignitionStandIn() {
        if (!controlPlane.release().announces(OperatorCapability.MANAGES_IGNITION_SERVER)) {
            new IgnitionServer(new ControlPlaneObjects(pass, memory, controlPlane)).reconcile();
        }
    }

    private JsonObject render(Component component) {
        JsonObject live = pass.tree(Deployment.class, controlPlane.namespace(), component.name)
                .orElse(JsonObject.EMPTY);
        return Workloads.render(component, controlPlane, metadata.apply(component.name), live);
    }

    private void identity(String name, List<JsonObject> rules) {
        apply(ServiceAccount.class, name, () -> Rbac.serviceAccount(metadata.apply(name)));
        apply(Role.class, name, () -> Rbac.role("Role", metadata.apply(name), rules));
        apply(
                RoleBinding.class,
                name,
                () -> Rbac.binding("RoleBinding", metadata.apply(name), "Role", name, controlPlane.namespace(), name));
    }

    private <T extends io.fabric8.kubernetes.api.model.HasMetadata> void apply(
            Class<T> type, String name, java.util.function.Supplier<JsonObject> object) {
        pass.apply(memory, type, new ObjectKey(controlPlane.namespace(), name), object);
    }
}
