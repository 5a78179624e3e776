package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Configuration files of control plane components. */
final class ControlPlaneConfigMaps {
    /**
     * A ConfigMap.
     *
     * @param name its name
     * @param labels its labels
     * @param data from the control plane to its texts
     */
    record Entry(String name, Map<String, String> labels, Function<ControlPlane, Map<String, String>> data) {}

    private static final String AUDIT_POLICY = Json.write(JsonObject.of(
            "apiVersion",
            "audit.k8s.io/v1",
            "kind",
            "Policy",
            "metadata",
            JsonObject.of("name", "policy"),
            "omitStages",
            JsonArray.of("RequestReceived"),
            "rules",
            JsonArray.of(JsonObject.of("level", "Metadata"))));

    static final Entry MACHINE_APPROVER = file(
            "machine-approver-config",
            "config.yaml",
            controlPlane -> JsonObject.of("nodeClientCert", JsonObject.of("disabled", true)));

    /** What the API server reads. */
    static final List<Entry> KUBE_API_SERVER = List.of(
            text("kas-audit-config", "policy.yaml", AUDIT_POLICY),
            file("kas-config", "config.json", ControlPlaneConfigMaps::apiServer),
            file("kas-egress-selector-config", "config.yaml", ControlPlaneConfigMaps::egressSelector),
            file("auth-config", "auth.json", ControlPlaneConfigMaps::authentication),
            file("oauth-metadata", "oauthMetadata.json", ControlPlaneConfigMaps::oauthMetadata));

    /** What its controllers, the scheduler and OpenShift's API server read. */
    static final List<Entry> CORE = List.of(
            file("kcm-config", "config.json", ControlPlaneConfigMaps::controllerManager),
            file("kube-scheduler", "config.json", ControlPlaneConfigMaps::scheduler),
            file("openshift-apiserver", "config.yaml", ControlPlaneConfigMaps::openshiftApiServer),
            text("openshift-apiserver-audit", "policy.yaml", AUDIT_POLICY),
            file("recycler-config", "recycler-pod.yaml", ControlPlaneConfigMaps::recycler));

    /** What the other components read. */
    static final List<Entry> OPERATORS = List.of(
            text("openshift-oauth-apiserver-audit", "policy.yaml", AUDIT_POLICY),
            text("oauth-openshift-audit", "policy.yaml", AUDIT_POLICY),
            file("oauth-openshift", "config.yaml", ControlPlaneConfigMaps::oauthServer),
            file("openshift-controller-manager-config", "config.yaml", ControlPlaneConfigMaps::openshiftControllers),
            file(
                    "openshift-route-controller-manager-config",
                    "config.yaml",
                    ControlPlaneConfigMaps::openshiftControllers),
            file("cluster-policy-controller-config", "config.yaml", ControlPlaneConfigMaps::openshiftControllers),
            file("olm-collect-profiles", "config.yaml", controlPlane -> JsonObject.EMPTY),
            new Entry("machine-config-server", Map.of(), ControlPlaneConfigMaps::machineConfigServer));

    /** What the cloud controller and the CSI driver of KubeVirt read. */
    static final List<Entry> KUBEVIRT = List.of(
            file("kubevirt-cloud-config", "cloud-config", ControlPlaneConfigMaps::kubevirtCloud),
            new Entry("driver-config", Map.of(), ControlPlaneConfigMaps::kubevirtDriver));

    private ControlPlaneConfigMaps() {}

    private static Entry file(String name, String file, Function<ControlPlane, JsonObject> content) {
        return new Entry(name, Map.of(), controlPlane -> Map.of(file, Json.write(content.apply(controlPlane))));
    }

    private static Entry text(String name, String file, String content) {
        return new Entry(name, Map.of(), controlPlane -> Map.of(file, content));
    }

    private static JsonArray cidrs(ControlPlane controlPlane, String kind) {
        return JsonArray.copyOf(controlPlane.spec().array("networking", kind).stream()
                .map(entry -> entry instanceof JsonObject network ? network.get("cidr") : null)
                .toList());
    }

    private static JsonObject apiServer(ControlPlane controlPlane) {
        return JsonObject.of(
                "apiVersion",
                "kubecontrolplane.config.openshift.io/v1",
                "apiServerArguments",
                JsonObject.of(
                        "max-mutating-requests-inflight",
                        JsonArray.of("1000"),
                        "max-requests-inflight",
                        JsonArray.of("3000")),
                "kind",
                "KubeAPIServerConfig",
                "servicesSubnet",
                controlPlane.spec().array("networking", "serviceNetwork").isEmpty()
                        ? ""
                        : cidrs(controlPlane, "serviceNetwork").get(0),
                "servingInfo",
                JsonObject.of("bindAddress", "0.0.0.0:" + controlPlane.apiServerPodPort()),
                "userConfiguration",
                controlPlane.configuration().object("apiServer"));
    }

    private static JsonObject egressSelector(ControlPlane controlPlane) {
        return JsonObject.of(
                "apiVersion",
                "apiserver.k8s.io/v1beta1",
                "egressSelections",
                JsonArray.of(JsonObject.of(
                        "connection",
                        JsonObject.of(
                                "proxyProtocol",
                                "HTTPConnect",
                                "transport",
                                JsonObject.of(
                                        "tcp",
                                        JsonObject.of(
                                                "url",
                                                "https://konnectivity-server-local." + controlPlane.namespace()
                                                        + ".svc:8090"))),
                        "name",
                        "cluster")),
                "kind",
                "EgressSelectorConfiguration");
    }

    private static JsonObject authentication(ControlPlane controlPlane) {
        return JsonObject.of(
                "apiVersion",
                "apiserver.config.k8s.io/v1alpha1",
                "issuers",
                JsonArray.of(ControlPlane.text(controlPlane.spec(), "issuerURL")),
                "kind",
                "AuthenticationConfiguration");
    }

    private static JsonObject oauthMetadata(ControlPlane controlPlane) {
        String issuer = ControlPlane.text(controlPlane.object(), "status", "oauthCallbackURLTemplate")
                .replace("/oauth2callback/[identity-provider-name]", "");
        return JsonObject.of(
                "authorization_endpoint",
                issuer + "/oauth/authorize",
                "code_challenge_methods_supported",
                JsonArray.of("plain", "S256"),
                "grant_types_supported",
                JsonArray.of("authorization_code", "implicit"),
                "issuer",
                issuer,
                "token_endpoint",
                issuer + "/oauth/token");
    }

    private static JsonObject controllerManager(ControlPlane controlPlane) {
        return JsonObject.of(
                "apiVersion",
                "kubecontrolplane.config.openshift.io/v1",
                "extendedArguments",
                JsonObject.of(
                        "cluster-cidr",
                        cidrs(controlPlane, "clusterNetwork"),
                        "service-cluster-ip-range",
                        cidrs(controlPlane, "serviceNetwork")),
                "kind",
                "KubeControllerManagerConfig");
    }

    private static JsonObject scheduler(ControlPlane controlPlane) {
        return JsonObject.of(
                "apiVersion",
                "kubescheduler.config.k8s.io/v1",
                "clientConnection",
                JsonObject.of("kubeconfig", "/etc/kubernetes/kubeconfig/kubeconfig"),
                "kind",
                "KubeSchedulerConfiguration",
                "userConfiguration",
                controlPlane.configuration().object("scheduler"));
    }

    private static JsonObject openshiftApiServer(ControlPlane controlPlane) {
        return JsonObject.of(
                "apiVersion",
                "openshiftcontrolplane.config.openshift.io/v1",
                "kind",
                "OpenShiftAPIServerConfig",
                "routingConfig",
                JsonObject.of("subdomain", ingressDomain(controlPlane)),
                "servingInfo",
                JsonObject.of("bindAddress", "0.0.0.0:8443"));
    }

    /** The domain below which the cluster's own routes are. */
    private static String ingressDomain(ControlPlane controlPlane) {
        String base = ControlPlane.text(controlPlane.spec(), "dns", "baseDomain");
        Object prefix = controlPlane.spec().at("dns", "baseDomainPrefix");
        String domain = prefix instanceof String text && text.isEmpty()
                ? base
                : (prefix instanceof String text ? text : controlPlane.name()) + "." + base;
        return "apps." + domain;
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

    private static JsonObject oauthServer(ControlPlane controlPlane) {
        return JsonObject.of(
                "apiVersion",
                "osin.config.openshift.io/v1",
                "kind",
                "OsinServerConfig",
                "oauthConfig",
                controlPlane.configuration().object("oauth"),
                "servingInfo",
                JsonObject.of("bindAddress", "0.0.0.0:6443"));
    }

    private static JsonObject openshiftControllers(ControlPlane controlPlane) {
        return JsonObject.of(
                "apiVersion",
                "openshiftcontrolplane.config.openshift.io/v1",
                "kind",
                "OpenShiftControllerManagerConfig",
                "network",
                JsonObject.of("clusterNetworks", controlPlane.spec().array("networking", "clusterNetwork")),
                "servingInfo",
                JsonObject.of("bindAddress", "0.0.0.0:8443"));
    }

    private static Map<String, String> machineConfigServer(ControlPlane controlPlane) {
        return Map.of(
                "cluster-dns-02-config.yaml",
                Json.write(JsonObject.of(
                        "apiVersion",
                        "config.openshift.io/v1",
                        "kind",
                        "DNS",
                        "metadata",
                        JsonObject.of("name", "cluster"),
                        "spec",
                        JsonObject.of("baseDomain", ingressDomain(controlPlane).substring("apps.".length())))),
                "cluster-network-02-config.yaml",
                Json.write(JsonObject.of(
                        "apiVersion",
                        "config.openshift.io/v1",
                        "kind",
                        "Network",
                        "metadata",
                        JsonObject.of("name", "cluster"),
                        "spec",
                        JsonObject.of(
                                "clusterNetwork",
                                controlPlane.spec().array("networking", "clusterNetwork"),
                                "networkType",
                                controlPlane.spec().get("networkType"),
                                "serviceNetwork",
                                cidrs(controlPlane, "serviceNetwork")))));
    }

    private static String infrastructureNamespace(ControlPlane controlPlane) {
        String external =
                ControlPlane.text(controlPlane.spec(), "platform", "kubevirt", "credentials", "infraNamespace");
        return external.isEmpty() ? controlPlane.namespace() : external;
    }

    private static JsonObject kubevirtCloud(ControlPlane controlPlane) {
        JsonObject config = JsonObject.of(
                "infraLabels",
                JsonObject.of("hypershift.openshift.io/infra-id", controlPlane.infraId()),
                "instancesV2",
                JsonObject.of("enabled", true, "zoneAndRegionEnabled", false),
                "loadBalancer",
                JsonObject.of("creationPollInterval", 0, "enabled", true, "selectorless", true),
                "namespace",
                infrastructureNamespace(controlPlane));
        boolean external = controlPlane.spec().at("platform", "kubevirt", "credentials") != null;
        return external ? config.with("kubeconfig", "/etc/kubernetes/infra-kubeconfig/kubeconfig") : config;
    }

    private static Map<String, String> kubevirtDriver(ControlPlane controlPlane) {
        return Map.of(
                "infraClusterNamespace",
                infrastructureNamespace(controlPlane),
                "infraClusterLabels",
                "hypershift.openshift.io/infra-id=" + controlPlane.infraId(),
                "infraStorageClassEnforcement",
                KubevirtStorage.enforcement(controlPlane.spec().object("platform", "kubevirt", "storageDriver")));
    }
}
