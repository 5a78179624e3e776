package dev.hcp.reconcilers.controlplane;

import static dev.hcp.reconcilers.controlplane.ControlPlaneConfigMaps.INTERNAL_REGISTRY;
import static dev.hcp.reconcilers.controlplane.ControlPlaneConfigMaps.cidrs;
import static dev.hcp.reconcilers.controlplane.ControlPlaneConfigMaps.file;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.controlplane.ControlPlaneConfigMaps.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What controllers and schedulers of Kubernetes and OpenShift read, and OpenShift's API server. */
final class ControllerConfigMaps {
    private static final String OPENSHIFT = "openshiftcontrolplane.config.openshift.io/v1";

    static final Entry CONTROLLER_MANAGER = file("kcm-config", "config.json", ControllerConfigMaps::controllerManager);
    static final Entry SCHEDULER = file("kube-scheduler", "config.json", ControllerConfigMaps::scheduler);
    static final Entry OPENSHIFT_API_SERVER =
            file("openshift-apiserver", "config.yaml", ControllerConfigMaps::openshiftApiServer);
    static final Entry OPENSHIFT_API_SERVER_AUDIT =
            new Entry("openshift-apiserver-audit", Map.of(), AuditPolicy::files);
    static final Entry OPENSHIFT_CONTROLLER_MANAGER = file(
            "openshift-controller-manager-config", "config.yaml", ControllerConfigMaps::openshiftControllerManager);
    static final Entry ROUTE_CONTROLLER_MANAGER = file(
            "openshift-route-controller-manager-config", "config.yaml", ControllerConfigMaps::routeControllerManager);
    static final Entry CLUSTER_POLICY_CONTROLLER =
            file("cluster-policy-controller-config", "config.yaml", ControllerConfigMaps::clusterPolicyController);

    private static final Entry RECYCLER = file("recycler-config", "recycler-pod.yaml", ControllerConfigMaps::recycler);

    /** Those that come with the controllers after the API server. */
    static final List<Entry> CORE =
            List.of(CONTROLLER_MANAGER, SCHEDULER, OPENSHIFT_API_SERVER, OPENSHIFT_API_SERVER_AUDIT, RECYCLER);

    private ControllerConfigMaps() {}

    private static JsonObject controllerManager(ControlPlane controlPlane) {
        JsonObject arguments = JsonObject.of(
                "cluster-cidr",
                cidrs(controlPlane, "clusterNetwork"),
                "service-cluster-ip-range",
                cidrs(controlPlane, "serviceNetwork"));
        JsonArray gates = FeatureGates.of(controlPlane);
        return JsonObject.of(
                "apiVersion",
                "kubecontrolplane.config.openshift.io/v1",
                "extendedArguments",
                gates.isEmpty() ? arguments : arguments.with("feature-gates", gates),
                "kind",
                "KubeControllerManagerConfig",
                "serviceServingCert",
                JsonObject.of("certFile", "/etc/kubernetes/certs/service-ca/service-ca.crt"));
    }

    private static JsonObject scheduler(ControlPlane controlPlane) {
        JsonObject config = JsonObject.of(
                "apiVersion",
                "kubescheduler.config.k8s.io/v1",
                "clientConnection",
                JsonObject.of("kubeconfig", "/etc/kubernetes/kubeconfig/kubeconfig"),
                "kind",
                "KubeSchedulerConfiguration",
                "leaderElection",
                JsonObject.of("leaderElect", true));
        String profile = ControlPlane.text(controlPlane.configuration(), "scheduler", "profile");
        JsonObject plugins =
                switch (profile) {
                    case "HighNodeUtilization" ->
                        JsonObject.of(
                                "score",
                                JsonObject.of(
                                        "disabled",
                                        JsonArray.of(JsonObject.of("name", "NodeResourcesBalancedAllocation"))));
                    case "NoScoring" ->
                        JsonObject.of(
                                "preScore",
                                JsonObject.of("disabled", JsonArray.of(JsonObject.of("name", "*"))),
                                "score",
                                JsonObject.of("disabled", JsonArray.of(JsonObject.of("name", "*"))));
                    default -> JsonObject.EMPTY;
                };
        if (plugins.isEmpty()) {
            return config;
        }
        JsonObject scheduler = JsonObject.of("plugins", plugins, "schedulerName", "default-scheduler");
        return config.with(
                "profiles",
                JsonArray.of(
                        profile.equals("NoScoring") ? scheduler : scheduler.with("pluginConfig", mostAllocated())));
    }

    private static JsonArray mostAllocated() {
        JsonObject strategy = JsonObject.of("type", "MostAllocated");
        return JsonArray.of(
                JsonObject.of("args", JsonObject.of("scoringStrategy", strategy), "name", "NodeResourcesFit"));
    }

    private static JsonObject openshiftApiServer(ControlPlane controlPlane) {
        JsonObject image = controlPlane.configuration().object("image");
        List<JsonObject> importable = new ArrayList<>();
        for (Object item : image.array("allowedRegistriesForImport")) {
            if (item instanceof JsonObject registry) {
                importable.add(JsonObject.of(
                        "domainName", registry.text("domainName"), "insecure", registry.isTrue("insecure")));
            }
        }
        JsonObject.Builder policy = JsonObject.builder(4).put("internalRegistryHostname", INTERNAL_REGISTRY);
        if (!importable.isEmpty()) {
            policy.put("allowedRegistriesForImport", JsonArray.copyOf(importable));
        }
        if (!image.array("externalRegistryHostnames").isEmpty()) {
            policy.put("externalRegistryHostnames", image.array("externalRegistryHostnames"));
        }
        if (!ControlPlane.text(image, "additionalTrustedCA", "name").isEmpty()) {
            policy.put("additionalTrustedCA", "/var/run/configmaps/image-import-ca");
        }
        JsonObject.Builder config = JsonObject.builder(8)
                .put("apiVersion", OPENSHIFT)
                .put("imagePolicyConfig", policy.build())
                .put("kind", "OpenShiftAPIServerConfig")
                .put("routingConfig", JsonObject.of("subdomain", ControlPlaneConfigMaps.ingressDomain(controlPlane)))
                .put("servingInfo", serving(controlPlane));
        return config.build();
    }

    private static JsonObject serving(ControlPlane controlPlane) {
        JsonObject profile = controlPlane.configuration().object("apiServer", "tlsSecurityProfile");
        return ServingInfo.of(controlPlane, 8443, JsonObject.of("tlsSecurityProfile", profile));
    }

    private static JsonObject openshiftControllerManager(ControlPlane controlPlane) {
        JsonObject config = JsonObject.of(
                "apiVersion",
                OPENSHIFT,
                "build",
                JsonObject.of("imageTemplateFormat", format(controlPlane, "docker-builder")),
                "deployer",
                JsonObject.of("imageTemplateFormat", format(controlPlane, "deployer")),
                "dockerPullSecret",
                pullSecret(controlPlane),
                "ingress",
                JsonObject.of("ingressIPNetworkCIDR", ""),
                "kind",
                "OpenShiftControllerManagerConfig",
                "network",
                network(controlPlane),
                "servingInfo",
                serving(controlPlane));
        JsonArray gates = FeatureGates.of(controlPlane);
        return gates.isEmpty() ? config : config.with("featureGates", gates);
    }

    private static JsonObject format(ControlPlane controlPlane, String image) {
        return JsonObject.of("format", controlPlane.image(image));
    }

    private static JsonObject pullSecret(ControlPlane controlPlane) {
        JsonObject secret = JsonObject.of("internalRegistryHostname", INTERNAL_REGISTRY);
        JsonArray urls = controlPlane.configuration().array("image", "externalRegistryHostnames");
        return urls.isEmpty() ? secret : secret.with("registryURLs", urls);
    }

    private static JsonObject network(ControlPlane controlPlane) {
        return JsonObject.of("clusterNetworks", controlPlane.spec().array("networking", "clusterNetwork"));
    }

    private static JsonObject routeControllerManager(ControlPlane controlPlane) {
        return JsonObject.of(
                "apiVersion",
                OPENSHIFT,
                "ingress",
                JsonObject.of("ingressIPNetworkCIDR", ""),
                "kind",
                "OpenShiftControllerManagerConfig",
                "leaderElection",
                JsonObject.of("name", "openshift-route-controllers"),
                "network",
                network(controlPlane),
                "servingInfo",
                serving(controlPlane));
    }

    private static JsonObject clusterPolicyController(ControlPlane controlPlane) {
        JsonObject config = JsonObject.of(
                "apiVersion",
                OPENSHIFT,
                "kind",
                "OpenShiftControllerManagerConfig",
                "leaderElection",
                JsonObject.of("name", "cluster-policy-controller-lock", "namespace", "kube-system"),
                "servingInfo",
                ServingInfo.of(controlPlane, 10357, JsonObject.EMPTY));
        JsonArray gates = FeatureGates.of(controlPlane);
        return gates.isEmpty() ? config : config.with("featureGates", gates);
    }

    private static JsonObject recycler(ControlPlane controlPlane) {
        return JsonObject.of(
                "apiVersion",
                "v1",
                "kind",
                "Pod",
                "metadata",
                JsonObject.of("name", "recycler-pod", "namespace", "openshift-infra"),
                "spec",
                JsonObject.of(
                        "activeDeadlineSeconds",
                        60,
                        "containers",
                        JsonArray.of(JsonObject.of("image", controlPlane.image("tools"), "name", "recycler-container")),
                        "restartPolicy",
                        "Never"));
    }
}
